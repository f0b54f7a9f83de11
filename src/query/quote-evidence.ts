import { detach } from '../graph/string-pool.ts';
import type { EdgeEvidence } from '../model/graph.ts';
import type { GraphView, StoredArticle } from '../model/graph-view.ts';

/** The sentence that states an edge: `text.slice(from, to)` of that copy of the article. */
export interface QuotedEvidence extends EdgeEvidence {
  quote: string;
}

/** A server quotes the same sentences again and again; so many of them stay in memory. */
const MOST_REMEMBERED = 50_000;
const remembered = new WeakMap<GraphView, Map<string, string>>();

/** Reads the sentences that edges rest on; each article once. */
export function createQuoter(view: GraphView): (evidence: readonly EdgeEvidence[]) => QuotedEvidence[] {
  let quotes = remembered.get(view);
  if (quotes === undefined || quotes.size > MOST_REMEMBERED) {
    quotes = new Map();
    remembered.set(view, quotes);
  }
  const known = quotes;
  const read = new Map<string, StoredArticle | null>();
  const articleOf = ({ article, copy }: EdgeEvidence): StoredArticle | null => {
    const key = `${copy}/${article}`;
    let text = read.get(key);
    if (text === undefined) {
      text = view.article(article, copy);
      read.set(key, text);
    }
    return text;
  };
  return (evidence) =>
    evidence.map((piece) => {
      const key = `${piece.copy}/${piece.article}/${piece.from}/${piece.to}`;
      let quote = known.get(key);
      if (quote === undefined) {
        const article = articleOf(piece);
        const offset = article?.offset ?? 0;
        quote = detach(article?.text.slice(piece.from - offset, piece.to - offset) ?? '');
        known.set(key, quote);
      }
      return { ...piece, quote };
    });
}
