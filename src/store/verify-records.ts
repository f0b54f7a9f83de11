import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ArticleReader } from './article-reader.ts';
import type { GraphReader } from './graph-reader.ts';
import type { RecordReader } from './record-reader.ts';

/** Reads every record, which holds each against its checksum, counts them, and lets SQLite check its own structure. */
export function verifyRecords(
  db: DatabaseSyncInstance,
  records: RecordReader,
  graph: GraphReader,
  articleReader: ArticleReader,
): void {
  const { nodes, edges, articles } = records.summary;
  const { x, y, community, importance } = graph.map();
  const lengths = [x.length, y.length, community.length, importance.length];
  if (lengths.some((length) => length !== nodes)) throw records.damaged('the map is not of this graph');
  for (const _ of graph.nodes());
  for (const direction of ['from', 'to'] as const) {
    let count = 0;
    for (const _ of graph.allEdges(direction)) count++;
    if (count !== edges) throw records.damaged('edges are missing');
  }

  const names = records.query('SELECT key, data, crc FROM name').all();
  for (const { key, data, crc } of names) records.checked(`name/${key}`, data, crc);
  const sections = records.query('SELECT name, data, crc FROM section').all();
  for (const { name, data, crc } of sections) records.checked(`section/${name}`, data, crc);

  let count = 0;
  for (const _ of articleReader.all()) count++;
  if (count !== articles) throw records.damaged('articles are missing');

  records.guard(() => {
    const found = db.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[];
    const message = found[0]?.integrity_check;
    if (message !== 'ok') throw records.damaged(message ?? 'SQLite does not say that it is whole');
  });
}
