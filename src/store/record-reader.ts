import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { BuildReport } from '../model/graph.ts';
import { checksum } from './checksum.ts';
import { damaged, guardDamage } from './damage.ts';
import { listsKey } from './key-list.ts';
import type { Summary } from './records.ts';

/** A row as SQLite gives it. */
export type Row = Record<string, unknown>;

/** Reads rows and holds each against its checksum; whatever is wrong becomes UsageError 'store-damaged'. */
export interface RecordReader {
  readonly summary: Summary;
  report(): BuildReport;
  /** The rules that edges count in. */
  rules(): readonly string[];
  /** Whether there is a section of this name. */
  has(name: string): boolean;
  /** A section's bytes. */
  section(name: string): Buffer;
  /** A section's JSON. */
  json<T>(name: string): T;
  /** Prepares a query once; its rows are read as objects. */
  query(sql: string): {
    get(...parameters: (string | number)[]): Row | undefined;
    all(...parameters: (string | number)[]): Row[];
  };
  /** All rows of a query, one at a time. */
  each(sql: string): Iterable<Row>;
  /** Holds a row that was not found against the list of what was written. */
  requireAbsent(table: 'node' | 'name' | 'article', key: string): void;
  /** The bytes of a row's `data`, if they are what was written for this key. */
  checked(key: string, data: unknown, crc: unknown): Buffer;
  /** Runs what reads, and turns what broken data throws into the one error. */
  guard<T>(read: () => T): T;
  /** Says where the damage shows. */
  damaged(what: string): Error;
}

/** Reads the summary at once, all else when it is asked for. */
export function createRecordReader(db: DatabaseSyncInstance, file: string): RecordReader {
  const guard = <T>(read: () => T): T => guardDamage(file, read);
  const query: RecordReader['query'] = (sql) => {
    const statement = guard(() => db.prepare(sql));
    return {
      get: (...parameters) => guard(() => statement.get(...parameters)),
      all: (...parameters) => guard(() => statement.all(...parameters)),
    };
  };
  const checked = (key: string, data: unknown, crc: unknown): Buffer => {
    if (!(data instanceof Uint8Array) || checksum(key, data) !== crc) throw damaged(file, `${key} has changed`);
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  };
  const sections = query('SELECT data, crc FROM section WHERE name = ?');
  const section = (name: string): Buffer => {
    const row = sections.get(name);
    if (!row) throw damaged(file, `section/${name} is missing`);
    return checked(`section/${name}`, row.data, row.crc);
  };
  const json = <T>(name: string): T => JSON.parse(section(name).toString()) as T;
  const once = <T>(name: string) => {
    let value: T | undefined;
    return () => {
      value ??= json<T>(name);
      return value;
    };
  };
  const lists = new Map<string, Buffer>();
  return {
    summary: json<Summary>('summary'),
    report: once<BuildReport>('report'),
    rules: once<string[]>('rules'),
    has: (name) => sections.get(name) !== undefined,
    section,
    json,
    *each(sql) {
      const rows = guard(() => db.prepare(sql).iterate());
      for (let next = guard(() => rows.next()); !next.done; next = guard(() => rows.next())) yield next.value as Row;
    },
    requireAbsent(table, key) {
      let list = lists.get(table);
      if (!list) {
        list = section(`keys.${table}`);
        lists.set(table, list);
      }
      if (listsKey(list, key)) throw damaged(file, `${table}/${key} is missing`);
    },
    query,
    checked,
    guard,
    damaged: (what) => damaged(file, what),
  };
}
