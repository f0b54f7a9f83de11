import { EDGE_KINDS, type EdgeKind } from '../../src/model/graph.ts';
import { BASIS_STEP } from '../../src/model/map-manifest.ts';
import type { EdgeRows } from '../graph/edges.ts';

/** Kinds that decide what to install; there are few, and they are drawn before all others. */
export const LOUD: ReadonlySet<EdgeKind> = new Set([
  'supersedes',
  'requires',
  'broken-by',
  'fixed-in',
  'includes',
  'publishes',
]);

/** The edges in the order in which they are drawn: the first n are what a budget of n shows. */
export interface EdgeOrder {
  length: number;
  /** Ranks of source and target, one pair an edge. */
  ends: Uint32Array;
  /** Indexes into `EDGE_KINDS`. */
  kinds: Uint8Array;
}

/** Loud kinds first, and then those whose less important end is the more important. */
export function orderEdges({ starts, ends, kinds }: EdgeRows): EdgeOrder {
  const count = starts.length - 1;
  const length = ends.length;
  const isLoud = Uint8Array.from(EDGE_KINDS, (kind) => (LOUD.has(kind) ? 1 : 0));
  const bucketOf = (source: number, edge: number): number =>
    Math.max(source, ends[edge]!) + (isLoud[kinds[edge]! % BASIS_STEP] ? 0 : count);
  const places = new Uint32Array(count * 2 + 1);
  for (let source = 0; source < count; source++) {
    for (let edge = starts[source]!; edge < starts[source + 1]!; edge++) places[bucketOf(source, edge) + 1]!++;
  }
  for (let at = 0; at < count * 2; at++) places[at + 1]! += places[at]!;
  const order: EdgeOrder = { length, ends: new Uint32Array(length * 2), kinds: new Uint8Array(length) };
  for (let source = 0; source < count; source++) {
    for (let edge = starts[source]!; edge < starts[source + 1]!; edge++) {
      const place = places[bucketOf(source, edge)]!++;
      order.ends[place * 2] = source;
      order.ends[place * 2 + 1] = ends[edge]!;
      order.kinds[place] = kinds[edge]! % BASIS_STEP;
    }
  }
  return order;
}
