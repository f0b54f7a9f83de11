import { BASES, type Basis, EDGE_KINDS, type EdgeKind } from '../../src/model/graph.ts';
import { BASIS_STEP } from '../../src/model/map-manifest.ts';

/** The edges on one side of every node, in compressed rows: those of node n stand from `starts[n]` to `starts[n + 1]`. */
export interface EdgeRows {
  starts: Uint32Array;
  /** The node at the other end. */
  ends: Uint32Array;
  /** Kind and basis; `kindOfEdge` and `basisOfEdge` read them. */
  kinds: Uint8Array;
}

export function kindOfEdge(packed: number): EdgeKind {
  return EDGE_KINDS[packed % BASIS_STEP] ?? 'references';
}

export function basisOfEdge(packed: number): Basis {
  return BASES[Math.floor(packed / BASIS_STEP)] ?? 'stated';
}

/** The same edges by the node at their other end, in the order of the nodes that they come from. */
export function reverseRows({ starts, ends, kinds }: EdgeRows): EdgeRows {
  const count = starts.length - 1;
  const reversed: EdgeRows = {
    starts: new Uint32Array(count + 1),
    ends: new Uint32Array(ends.length),
    kinds: new Uint8Array(kinds.length),
  };
  for (const end of ends) reversed.starts[end + 1]!++;
  for (let node = 0; node < count; node++) reversed.starts[node + 1]! += reversed.starts[node]!;
  const next = reversed.starts.slice();
  for (let node = 0; node < count; node++) {
    for (let edge = starts[node]!; edge < starts[node + 1]!; edge++) {
      const place = next[ends[edge]!]!++;
      reversed.ends[place] = node;
      reversed.kinds[place] = kinds[edge]!;
    }
  }
  return reversed;
}
