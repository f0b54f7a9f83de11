import type { ExtractedArticle } from '../model/extracted.ts';
import type { BuildReport, GraphEdge, GraphNode } from '../model/graph.ts';

/** What a build knows of its reading and the graph does not: when, from where, and what could not be read. */
export type ReadingReport = Pick<BuildReport, 'builtAt' | 'paths' | 'filesRead' | 'diagnostics' | 'feeds'>;

/** Counts what comes in, for the report. */
export interface BuildTally {
  count(article: ExtractedArticle, hasProduct: boolean): void;
  /** Adds what the graph itself could not use to what could not be read. */
  diagnose(diagnostics: readonly { rule: string; message: string }[]): void;
  report(reading: ReadingReport, nodes: readonly GraphNode[], edges: readonly GraphEdge[]): BuildReport;
}

/** How many sentences of each rule are kept. */
const EXAMPLES = 5;

/** Starts from zero. */
export function createBuildTally(): BuildTally {
  const lacking = { id: 0, title: 0, date: 0, category: 0, product: 0 };
  const byDialect: Record<string, number> = {};
  const diagnosed: BuildReport['diagnostics'] = {};
  let articles = 0;
  return {
    count(article, hasProduct) {
      articles++;
      byDialect[article.dialect] = (byDialect[article.dialect] ?? 0) + 1;
      if (!/^\d+$/.test(article.id)) lacking.id++;
      if (article.title.trim() === '') lacking.title++;
      if (article.modified === null) lacking.date++;
      if (article.category === null) lacking.category++;
      if (!hasProduct) lacking.product++;
    },
    diagnose(diagnostics) {
      for (const { rule, message } of diagnostics) {
        const known = diagnosed[rule] ?? { count: 0, examples: [] };
        diagnosed[rule] = known;
        known.count++;
        if (known.examples.length < EXAMPLES) known.examples.push(message);
      }
    },
    report(reading, nodes, edges) {
      let dataDate: string | null = null;
      let danglingIds = 0;
      for (const { kind, status, date } of nodes) {
        if (kind !== 'article') continue;
        if (status === 'cited') danglingIds++;
        if (date !== null && (dataDate === null || date > dataDate)) dataDate = date;
      }
      return {
        builtAt: reading.builtAt,
        dataDate,
        paths: reading.paths,
        filesRead: reading.filesRead,
        articles,
        lacking,
        byDialect,
        diagnostics: { ...reading.diagnostics, ...diagnosed },
        danglingIds,
        feeds: reading.feeds,
        nodesByKind: countKinds(nodes),
        edgesByKind: countKinds(edges),
        edgesByBasis: countBy(edges, ({ basis }) => basis),
        inferredByRule: countBy(
          edges.filter(({ basis }) => basis === 'inferred'),
          ({ rule }) => rule,
        ),
      };
    },
  };
}

const countKinds = (things: readonly { kind: string }[]) => countBy(things, ({ kind }) => kind);

function countBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[keyOf(thing)] = (counts[keyOf(thing)] ?? 0) + 1;
  return counts;
}
