import { UsageError } from '../model/diagnostic.ts';

// SQLite's results that speak of our SQL or calls, and not of the file.
const OUR_MISTAKES = new Set([1, 21, 25]);

/** The error for a store that cannot be trusted; `what` says where the damage shows. */
export function damaged(file: string, what: string): UsageError {
  return new UsageError('store-damaged', `The graph in ${file} is damaged (${what}). Build it again.`);
}

/** Runs a read of the store, and turns what SQLite and the decoders say of broken data into one error. */
export function guardDamage<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { sqliteCode, message } = error as { sqliteCode?: number; message: string };
    if (sqliteCode !== undefined && !OUR_MISTAKES.has(sqliteCode & 0xff)) throw damaged(file, message);
    throw error;
  }
}
