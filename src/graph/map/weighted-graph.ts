import type { EdgeKind } from '../../model/graph.ts';
import { byKind, type EdgeColumns } from './edge-columns.ts';

/** An undirected graph in typed arrays: node n's neighbours are `targets[offsets[n]]` up to `targets[offsets[n + 1]]`. */
export interface WeightedGraph {
  offsets: Uint32Array;
  targets: Uint32Array;
  weights: Float32Array;
}

/** How closely an edge of a kind ties two nodes; kinds with 0 lead to hubs that belong to everyone. */
const CLOSENESS: Record<EdgeKind, number> = {
  references: 1,
  supersedes: 3,
  requires: 1,
  'fixed-in': 0.05,
  includes: 1,
  'broken-by': 1,
  'applies-to': 0,
  ships: 1,
  publishes: 3,
  addresses: 1,
  mentions: 0.5,
  'service-pack-of': 0,
  'part-of': 0,
  'contains-newer': 1,
  'same-build': 1,
};

/** Above this many edges into it, a node ties its neighbours less and less. */
const CROWDED = 20;

/** The ties among `size` nodes; those that `keeps` refuses are left out. */
export function weightedGraph(
  size: number,
  { length, kinds, sources, targets }: EdgeColumns,
  keeps: (source: number, target: number) => boolean,
): WeightedGraph {
  const closeness = byKind(CLOSENESS);
  const incoming = new Uint32Array(size);
  const offsets = new Uint32Array(size + 1);
  const kept = new Uint32Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) {
    const [source, target] = [sources[at] ?? 0, targets[at] ?? 0];
    incoming[target] = (incoming[target] ?? 0) + 1;
    if (source === target || closeness[kinds[at] ?? 0] === 0 || !keeps(source, target)) continue;
    kept[count++] = at;
    offsets[source + 1] = (offsets[source + 1] ?? 0) + 1;
    offsets[target + 1] = (offsets[target + 1] ?? 0) + 1;
  }
  for (let node = 0; node < size; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const cursor = offsets.slice(0, size);
  const neighbours = new Uint32Array(count * 2);
  const weights = new Float32Array(count * 2);
  const put = (from: number, to: number, weight: number) => {
    const at = cursor[from] ?? 0;
    cursor[from] = at + 1;
    neighbours[at] = to;
    weights[at] = weight;
  };
  for (let index = 0; index < count; index++) {
    const at = kept[index] ?? 0;
    const [source, target] = [sources[at] ?? 0, targets[at] ?? 0];
    const weight = (closeness[kinds[at] ?? 0] ?? 0) * Math.min(1, CROWDED / (incoming[target] || 1));
    put(source, target, weight);
    put(target, source, weight);
  }
  return { offsets, targets: neighbours, weights };
}
