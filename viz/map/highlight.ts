import type { EdgeKind } from '../../src/model/graph.ts';
import { type EdgeRows, kindOfEdge } from '../graph/edges.ts';
import type { GraphData } from '../graph/graph-data.ts';

/** A node with its neighbourhood as the map marks it. */
export interface Highlight {
  node: number;
  /** The most important neighbours that are shown, each once. */
  neighbours: number[];
  edges: { kind: EdgeKind; other: number }[];
  /** How many neighbours are shown on the map in all. */
  total: number;
}

/** The neighbourhood of a node without what is hidden; `most` neighbours are named, all are counted. */
export function highlightOf(
  graph: Pick<GraphData, 'from' | 'to'>,
  node: number,
  hidden: { mask: Uint8Array; edges: ReadonlySet<EdgeKind> },
  most: number,
): Highlight {
  const seen = new Set<number>();
  const edges: Highlight['edges'] = [];
  const collect = ({ starts, ends, kinds }: EdgeRows): void => {
    for (let edge = starts[node]!; edge < starts[node + 1]!; edge++) {
      const other = ends[edge]!;
      const kind = kindOfEdge(kinds[edge]!);
      if (hidden.mask[other] || hidden.edges.has(kind)) continue;
      seen.add(other);
      edges.push({ kind, other });
    }
  };
  collect(graph.from);
  collect(graph.to);
  const neighbours = [...seen].sort((a, b) => a - b).slice(0, most);
  const kept = new Set(neighbours);
  return { node, neighbours, edges: edges.filter(({ other }) => kept.has(other)), total: seen.size };
}
