import { UsageError } from '../model/diagnostic.ts';
import type { GraphView } from '../model/graph-view.ts';
import { type NodeName, nameOf } from './answer-parts.ts';
import type { Query } from './query.ts';
import { rankCandidates } from './related/rank.ts';
import { REASON_KINDS, type Reason, reasonsOf } from './related/reasons.ts';
import { readingOf, readSubject } from './related/subject.ts';
import { resolveNodes } from './resolve-node.ts';
import { BOOLEAN, COUNT, DATA_DATE, list, nodeName, object, STRING, STRING_OR_NULL } from './schema-parts.ts';

export interface RelatedOptions {
  /** At most so many; 10 unless told. */
  limit?: number;
  /** Leaves out the articles that an edge joins it with already. */
  unlinked?: boolean;
}

/** An article that has to do with the one asked for. */
export interface RelatedArticle extends NodeName {
  date: string | null;
  /** From 1 for the first on. */
  rank: number;
  /** Whether an edge joins the two already. */
  isLinked: boolean;
  /** The strongest first. */
  reasons: Reason[];
}

export interface RelatedAnswer extends NodeName {
  dataDate: string | null;
  unlinked: boolean;
  related: RelatedArticle[];
}

export const relatedQuery: Query = {
  name: 'related',
  summary: 'Articles that have to do with one, the likeliest first, each with the reasons in words.',
  schema: nodeName({
    dataDate: DATA_DATE,
    unlinked: BOOLEAN,
    related: list(
      nodeName({
        date: STRING_OR_NULL,
        rank: COUNT,
        isLinked: BOOLEAN,
        reasons: list(
          object({ kind: { type: 'string', enum: REASON_KINDS }, words: STRING, shared: list(nodeName()) }),
        ),
      }),
    ),
  }),
};

/**
 * Articles that have to do with `id`, ranked; null when it is not in the graph.
 * A fix stands for the article that describes it; anything else is UsageError 'no-related'.
 */
export function related(
  view: GraphView,
  id: string,
  { limit = 10, unlinked = false }: RelatedOptions = {},
): RelatedAnswer | null {
  const found = resolveNodes(view, id);
  const [first] = found;
  if (first === undefined) return null;
  const article = articleOf(view, found);
  if (article === null) {
    const { kind, label } = view.node(first);
    throw new UsageError('no-related', `'${label}' is a ${kind}; related are articles, or fixes that one describes.`);
  }
  const reading = readingOf(view);
  const subject = readSubject(reading, article);
  const ranked = rankCandidates(reading, subject, (index) => unlinked && subject.linked.has(index));
  return {
    ...nameOf(view.node(article)),
    dataDate: view.report.dataDate,
    unlinked,
    related: ranked.slice(0, limit).map(({ index }, place) => {
      const node = view.node(index);
      return {
        ...nameOf(node),
        date: node.date,
        rank: place + 1,
        isLinked: subject.linked.has(index),
        reasons: reasonsOf(reading, subject, index),
      };
    }),
  };
}

function articleOf(view: GraphView, found: readonly number[]): number | null {
  const article = found.find((index) => view.node(index).kind === 'article');
  if (article !== undefined) return article;
  const fix = found.find((index) => view.node(index).kind === 'fix');
  return fix === undefined ? null : (view.edgesTo(fix, ['publishes'])[0]?.source ?? null);
}
