import type { EdgeKind } from '../../model/graph.ts';
import { byKind, type EdgeColumns } from './edge-columns.ts';

/** What an edge hands on from its source to its target. */
const ESTEEM: Partial<Record<EdgeKind, number>> = {
  references: 1,
  supersedes: 1.5,
  requires: 2,
  includes: 1,
  'broken-by': 1,
  'fixed-in': 0.5,
  publishes: 1,
  'applies-to': 0.3,
  'service-pack-of': 0.5,
  'part-of': 0.5,
  ships: 0.1,
  mentions: 0.2,
};

const DAMPING = 0.85;
const ROUNDS = 25;

/** How much each node matters, 0 to 1: what is cited, required and replaced by what matters, and what has many edges. */
export function measureImportance(size: number, edges: EdgeColumns): Float32Array {
  const rank = pageRank(size, edges);
  const degree = new Float64Array(size);
  for (let at = 0; at < edges.length; at++) {
    const [source, target] = [edges.sources[at] ?? 0, edges.targets[at] ?? 0];
    degree[source] = (degree[source] ?? 0) + 1;
    degree[target] = (degree[target] ?? 0) + 1;
  }
  const importance = new Float32Array(size);
  const [lowRank, highRank] = bounds(rank, Math.log);
  const [, highDegree] = bounds(degree, Math.log1p);
  for (let node = 0; node < size; node++) {
    const byRank = highRank > lowRank ? (Math.log(rank[node] ?? 1) - lowRank) / (highRank - lowRank) : 0;
    const byDegree = highDegree > 0 ? Math.log1p(degree[node] ?? 0) / highDegree : 0;
    importance[node] = 0.7 * byRank + 0.3 * byDegree;
  }
  const [, highest] = bounds(importance, (value) => value);
  if (highest > 0) for (let node = 0; node < size; node++) importance[node] = (importance[node] ?? 0) / highest;
  return importance;
}

function pageRank(size: number, { length, kinds, sources, targets }: EdgeColumns): Float64Array {
  const esteem = byKind(ESTEEM);
  const given = new Float64Array(size);
  for (let at = 0; at < length; at++) {
    const source = sources[at] ?? 0;
    given[source] = (given[source] ?? 0) + (esteem[kinds[at] ?? 0] ?? 0);
  }
  const shares = new Float64Array(length);
  for (let at = 0; at < length; at++) shares[at] = (esteem[kinds[at] ?? 0] ?? 0) / (given[sources[at] ?? 0] || 1);
  let rank = new Float64Array(size).fill(1 / Math.max(1, size));
  let next = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    let idle = 0;
    for (let node = 0; node < size; node++) if (given[node] === 0) idle += rank[node] ?? 0;
    next.fill((1 - DAMPING + DAMPING * idle) / Math.max(1, size));
    for (let at = 0; at < length; at++) {
      const target = targets[at] ?? 0;
      next[target] = (next[target] ?? 0) + DAMPING * (shares[at] ?? 0) * (rank[sources[at] ?? 0] ?? 0);
    }
    [rank, next] = [next, rank];
  }
  return rank;
}

/** The least and the greatest of the scaled values. */
function bounds(values: Float64Array | Float32Array, scale: (value: number) => number): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    const scaled = scale(value);
    if (scaled < low) low = scaled;
    if (scaled > high) high = scaled;
  }
  return values.length === 0 ? [0, 0] : [low, high];
}
