import type { GraphView, StoredArticle } from '../model/graph-view.ts';
import type { GraphReader } from './graph-reader.ts';
import type { RecordReader, Row } from './record-reader.ts';
import { type ArticleHeader, articleKey } from './records.ts';
import { inflateBlock, textAt } from './text-blocks.ts';

/** Blocks that are kept unpacked: neighbours in the archive often cite each other. */
const KEPT_BLOCKS = 128;

/** Which article an entry of the search index is. */
export interface ArticleName {
  id: string;
  copy: number;
}

/** The articles' texts. */
export interface ArticleReader extends Pick<GraphView, 'copies' | 'article'> {
  /** Reads an article by its number in the search index. */
  nameOf(number: number): ArticleName;
}

/** Reads the block that holds a text, and keeps the last ones. */
export function createArticleReader(
  records: RecordReader,
  graph: Pick<GraphReader, 'copiesOf' | 'indexOf' | 'node'>,
): ArticleReader {
  const copyOf = records.query('SELECT number, id, copy, data, crc FROM article WHERE id = ? AND copy = ?');
  const countOf = records.query('SELECT count(*) AS copies FROM article WHERE id = ?');
  const byNumber = records.query('SELECT number, id, copy, data, crc FROM article WHERE number = ?');
  const blockOf = records.query('SELECT data, crc FROM block WHERE number = ?');
  const blocks = new Map<number, Buffer>();

  const blockAt = (number: number): Buffer => {
    const kept = blocks.get(number);
    if (kept) return kept;
    const row = blockOf.get(number);
    if (!row) throw records.damaged(`block ${number} is missing`);
    const block = inflateBlock(records.checked(`block/${number}`, row.data, row.crc));
    if (blocks.size >= KEPT_BLOCKS) blocks.delete(blocks.keys().next().value!);
    blocks.set(number, block);
    return block;
  };
  const currentCopy = (id: string): number => {
    const index = graph.indexOf(`article:${id}`);
    return index === null ? 0 : (graph.node(index).attributes.copy ?? 0);
  };
  const headerOf = (row: Row): ArticleHeader =>
    JSON.parse(
      records
        .checked(`article/${row.number}/${articleKey(row.id as string, row.copy as number)}`, row.data, row.crc)
        .toString(),
    );

  const read = (row: Row): StoredArticle => {
    const { place, ...header } = headerOf(row);
    const text = textAt(blockAt(place.block), place);
    return { id: row.id as string, copy: row.copy as number, ...header, text };
  };

  return {
    copies: (id) => graph.copiesOf(id) ?? (countOf.get(id)?.copies as number),
    article(id, copy = currentCopy(id)) {
      if (!Number.isInteger(copy)) return null;
      const row = copyOf.get(id, copy);
      if (row) return read(row);
      records.requireAbsent('article', articleKey(id, copy));
      return null;
    },
    nameOf(number) {
      const row = byNumber.get(number);
      if (!row) throw records.damaged(`article ${number} is missing`);
      headerOf(row);
      return { id: row.id as string, copy: row.copy as number };
    },
  };
}
