import type { EdgeEvidence } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { ExportEdge, ExportGraph, ExportNode } from './export-graph.ts';

/** The sentences of one node's edges; asked for in the order of the nodes, so that texts need not be kept. */
export type Quote = (evidence: readonly EdgeEvidence[]) => readonly { quote: string }[];

/** Everything that a graph holds, read as it is written; `quoteOf` gives what quotes for one node, null leaves sentences out. */
export function wholeGraph(
  view: GraphView,
  { title, source, quoteOf }: { title: string; source: string; quoteOf: (() => Quote) | null },
): ExportGraph {
  return { title, source, nodes: nodesOf(view), edges: edgesOf(view, quoteOf) };
}

function* nodesOf(view: GraphView): Generator<ExportNode> {
  const { x, y } = view.map();
  for (const { index, node } of view.nodes()) {
    const { id, kind, label, status, date } = node;
    const position = { x: x[index]!, y: y[index]! };
    yield { id, kind, label, status, date, importance: view.importance(index), position };
  }
}

function* edgesOf(view: GraphView, quoteOf: (() => Quote) | null): Generator<ExportEdge> {
  const ids = Array.from(view.nodes(), ({ node }) => node.id);
  for (const [index, id] of ids.entries()) {
    const quote = quoteOf?.();
    for (const edge of view.edgesFrom(index)) {
      const { kind, basis, rule, scope, group, orLater, file, evidence } = edge;
      const quotes = quote?.(evidence);
      yield {
        source: id,
        target: ids[edge.target]!,
        kind,
        basis,
        rule,
        scope,
        because: edge.because ?? null,
        group,
        orLater,
        file,
        evidence: evidence.map(({ article, from, to }, at) => ({
          article,
          from,
          to,
          quote: quotes?.[at]?.quote ?? null,
        })),
      };
    }
  }
}
