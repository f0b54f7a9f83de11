import { NODE_KINDS } from '../model/graph.ts';
import type { GraphView, NameHit, TextHit } from '../model/graph-view.ts';
import type { ArticleReader } from './article-reader.ts';
import { similarWords } from './known-words.ts';
import { matchExpression, ofKinds } from './match-expression.ts';
import type { RecordReader } from './record-reader.ts';

/** A word in the title weighs as many in the body. */
const TITLE_WEIGHT = 10;

/** Searches over the full-text indexes. SQLite's bm25 is better the lower it is; scores are turned around. */
export function createSearcher(
  records: RecordReader,
  articles: Pick<ArticleReader, 'nameOf'>,
  requireWhole: () => void,
): Pick<GraphView, 'searchText' | 'searchNames' | 'similarWords'> {
  const texts = records.query(
    `SELECT rowid, bm25(text_search, ${TITLE_WEIGHT}, 1) AS rank FROM text_search WHERE text_search MATCH ? ORDER BY rank LIMIT ?`,
  );
  const names = records.query(
    'SELECT rowid, bm25(name_search, 1, 0) AS rank FROM name_search WHERE name_search MATCH ? ORDER BY rank LIMIT ?',
  );
  let words: [string, number][] | undefined;

  return {
    searchText(terms, { limit, any = false }): TextHit[] {
      const match = matchExpression(terms, any);
      if (match === null) return [];
      requireWhole();
      const hits = new Map<string, TextHit>();
      // Copies of one article are one hit: the best of them.
      for (const row of texts.all(match, limit * 2)) {
        const { id, copy } = articles.nameOf(row.rowid as number);
        if (!hits.has(id)) hits.set(id, { article: id, copy, score: -(row.rank as number) });
      }
      return [...hits.values()].slice(0, limit);
    },
    searchNames(terms, { limit, any = false, kinds }): NameHit[] {
      const match = matchExpression(terms, any);
      if (match === null || kinds?.length === 0) return [];
      requireWhole();
      const rows = names.all(ofKinds(match, kinds ?? NODE_KINDS), limit);
      return rows.map(({ rowid, rank }) => ({ index: rowid as number, score: -(rank as number) }));
    },
    similarWords(word, limit) {
      words ??= records.json<[string, number][]>('words');
      return similarWords(words, word, limit);
    },
  };
}
