import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { recogniseFeed } from '../../src/feed/read-feeds.ts';
import { createAdvisoryTable } from '../../src/graph/advisory-table.ts';
import { type AdvisoryTable, TEXT_COLUMNS } from '../../src/model/advisories.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/** Where the fixtures of feeds are. */
export const FIXTURES = fileURLToPath(new URL('../fixtures/feed/', import.meta.url));

/** What reading one file gave. */
export interface Gathered {
  feed: string;
  table: AdvisoryTable;
  diagnostics: Diagnostic[];
}

/** Reads bytes as the feed that they are recognised as, in pieces of `pieceBytes`. */
export async function gatherBytes(name: string, bytes: Buffer, pieceBytes = 1 << 20): Promise<Gathered> {
  const feed = recogniseFeed(name, bytes);
  if (feed === null) throw new Error(`${name} is recognised as no feed.`);
  const gathering = createAdvisoryTable();
  const diagnostics: Diagnostic[] = [];
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) chunks.push(bytes.subarray(at, at + pieceBytes));
  await feed.read({ name, chunks }, gathering, (diagnostic) => diagnostics.push(diagnostic));
  const table = gathering.finish();
  if (table === null) throw new Error(`${name} gave no source.`);
  return { feed: feed.name, table, diagnostics };
}

/** Reads a fixture. */
export function gather(file: string, pieceBytes?: number): Promise<Gathered> {
  return gatherBytes(file, readFileSync(`${FIXTURES}${file}`), pieceBytes);
}

/** A table's rows in words, in the order of reading. */
export function rowsOf({ products, columns, texts, first }: AdvisoryTable): Record<string, string | number>[] {
  const rows = products.flatMap(({ names, key }, product) =>
    Array.from({ length: first[product + 1]! - first[product]! }, (_, at) => {
      const row = first[product]! + at;
      const words = Object.fromEntries(TEXT_COLUMNS.map((column) => [column, texts[column][columns[column][row]!]!]));
      return { record: columns.record[row]!, key, name: names[columns.spelling[row]!]!, ...words };
    }),
  );
  return rows.sort((a, b) => a.record - b.record);
}
