import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { GraphMap } from '../model/graph.ts';
import type { EdgeEnds } from '../model/graph-view.ts';
import { readDegrees } from './adjacency-codec.ts';
import { createByteReader } from './byte-reader.ts';
import type { RecordReader, Row } from './record-reader.ts';
import { articleKey } from './records.ts';

/** Every record of a store: where it stands, and the key that its checksum covers. */
const RECORDS: readonly { sql: string; key(row: Row): string }[] = [
  { sql: 'SELECT name, data, crc FROM section', key: ({ name }) => `section/${name}` },
  { sql: 'SELECT idx, id, data, crc FROM node', key: ({ idx, id }) => `node/${idx}/${id}` },
  { sql: 'SELECT key, data, crc FROM name', key: ({ key }) => `name/${key}` },
  { sql: 'SELECT idx, from_data AS data, from_crc AS crc FROM adjacency', key: ({ idx }) => `from/${idx}` },
  { sql: 'SELECT idx, to_data AS data, to_crc AS crc FROM adjacency', key: ({ idx }) => `to/${idx}` },
  {
    sql: 'SELECT number, id, copy, data, crc FROM article',
    key: ({ number, id, copy }) => `article/${number}/${articleKey(id as string, copy as number)}`,
  },
  { sql: 'SELECT product, data, crc FROM advisory', key: ({ product }) => `advisory/${product}` },
  { sql: 'SELECT number, data, crc FROM block', key: ({ number }) => `block/${number}` },
];

/** Holds every record against its checksum, counts them, and lets SQLite check its own structure. */
export function verifyRecords(db: DatabaseSyncInstance, records: RecordReader, map: GraphMap, ends: EdgeEnds): void {
  const { nodes, edges, articles, advisories } = records.summary;
  const counts = { node: 0, from: 0, to: 0, article: 0, advisory: 0 };
  for (const { sql, key } of RECORDS) {
    for (const row of records.each(sql)) {
      const name = key(row);
      const data = records.checked(name, row.data, row.crc);
      const table = name.slice(0, name.indexOf('/'));
      if (table === 'node' || table === 'article') counts[table]++;
      else if (table === 'advisory') counts.advisory += createByteReader(data).number();
      else if (table === 'from' || table === 'to') {
        for (const count of Object.values(readDegrees(data))) counts[table] += count;
      }
    }
  }
  const isComplete =
    counts.node === nodes &&
    counts.from === edges &&
    counts.to === edges &&
    counts.article === articles &&
    counts.advisory === advisories;
  if (!isComplete) throw records.damaged('records are missing');
  const { x, y, community, importance } = map;
  if ([x, y, community, importance].some(({ length }) => length !== nodes)) {
    throw records.damaged('the map is not of this graph');
  }
  if (Object.values(ends).some(({ length }) => length !== edges))
    throw records.damaged('the ends of edges are missing');
  records.guard(() => {
    const found = db.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[];
    const message = found[0]?.integrity_check;
    if (message !== 'ok') throw records.damaged(message ?? 'SQLite does not say that it is whole');
  });
}
