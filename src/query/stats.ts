import type { BuildReport } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { Query } from './query.ts';
import { COUNT, COUNTS, DATA_DATE, list, object, STRING, STRING_OR_NULL } from './schema-parts.ts';

/** What the graph holds, and what could not be read when it was built. */
export interface StatsAnswer extends BuildReport {
  nodes: number;
  edges: number;
  /** Copies of articles whose text is kept. */
  texts: number;
}

export const statsQuery: Query = {
  name: 'stats',
  summary: 'What the graph holds, and what could not be read when it was built.',
  schema: object({
    builtAt: STRING,
    dataDate: DATA_DATE,
    paths: list(STRING),
    filesRead: COUNT,
    articles: COUNT,
    lacking: object({ id: COUNT, title: COUNT, date: COUNT, category: COUNT, product: COUNT }),
    byDialect: COUNTS,
    diagnostics: {
      type: 'object',
      additionalProperties: object({ count: COUNT, examples: list(STRING) }),
    },
    danglingIds: COUNT,
    feeds: list(object({ feed: STRING, file: STRING, date: STRING_OR_NULL, records: COUNT, dirt: COUNTS })),
    nodesByKind: COUNTS,
    edgesByKind: COUNTS,
    edgesByBasis: COUNTS,
    inferredByRule: COUNTS,
    nodes: COUNT,
    edges: COUNT,
    texts: COUNT,
  }),
};

/** The build's report and the graph's size. */
export function stats(view: GraphView): StatsAnswer {
  return { ...view.report, nodes: view.nodeCount, edges: view.edgeCount, texts: view.articleCount };
}
