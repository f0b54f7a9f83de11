import { EDGE_KINDS, type EdgeKind, type GraphEdge } from '../../model/graph.ts';

/** What the map needs of the edges, in columns: walking half a million objects again and again is what takes time. */
export interface EdgeColumns {
  length: number;
  /** Indexes into `EDGE_KINDS`. */
  kinds: Uint8Array;
  sources: Uint32Array;
  targets: Uint32Array;
}

/** Reads the columns. */
export function edgeColumns(edges: readonly GraphEdge[]): EdgeColumns {
  const kinds = new Uint8Array(edges.length);
  const sources = new Uint32Array(edges.length);
  const targets = new Uint32Array(edges.length);
  const numbers = new Map(EDGE_KINDS.map((kind, index) => [kind, index]));
  for (let at = 0; at < edges.length; at++) {
    const edge = edges[at];
    if (edge === undefined) continue;
    kinds[at] = numbers.get(edge.kind) ?? 0;
    sources[at] = edge.source;
    targets[at] = edge.target;
  }
  return { length: edges.length, kinds, sources, targets };
}

/** A value for each kind, by the kind's index; 0 where the table has none. */
export function byKind(table: Partial<Record<EdgeKind, number>>): Float64Array {
  return Float64Array.from(EDGE_KINDS, (kind) => table[kind] ?? 0);
}

/** The index of a kind in the `kinds` column. */
export function kindNumber(kind: EdgeKind): number {
  return EDGE_KINDS.indexOf(kind);
}
