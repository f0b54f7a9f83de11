import type { EdgeEvidence } from '../model/graph.ts';
import type { GraphView, StoredArticle } from '../model/graph-view.ts';

/** The sentence that states an edge: `text.slice(from, to)` of that copy of the article. */
export interface QuotedEvidence extends EdgeEvidence {
  quote: string;
}

/** Reads the sentences that edges rest on; each article once. */
export function createQuoter(view: GraphView): (evidence: readonly EdgeEvidence[]) => QuotedEvidence[] {
  const read = new Map<string, StoredArticle | null>();
  return (evidence) =>
    evidence.map((piece) => {
      const key = `${piece.copy}/${piece.article}`;
      let article = read.get(key);
      if (article === undefined) {
        article = view.article(piece.article, piece.copy);
        read.set(key, article);
      }
      const offset = article?.offset ?? 0;
      return { ...piece, quote: article?.text.slice(piece.from - offset, piece.to - offset) ?? '' };
    });
}
