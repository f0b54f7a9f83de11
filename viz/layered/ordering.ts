/** Nodes of each rank in their order from the top, and the edges between ranks that follow each other. */
export interface Ranking {
  layers: number[][];
  /** Neighbours one rank to the left and one to the right, by node. */
  before: readonly (readonly number[])[];
  after: readonly (readonly number[])[];
}

const SWEEPS = 8;

/**
 * Orders each rank so that few edges cross: by the mean place of the neighbours, from left to right and back, keeping
 * the best. Nodes without neighbours there keep their place; equal means keep the order in which they came.
 */
export function reduceCrossings({ layers, before, after }: Ranking): number[][] {
  const place = new Float64Array(before.length);
  const setPlaces = (layer: readonly number[]) => {
    layer.forEach((node, index) => {
      place[node] = index;
    });
  };
  let order = layers.map((layer) => [...layer]);
  for (const layer of order) setPlaces(layer);
  let best = order;
  let fewest = countCrossings(order, after, place);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const isForward = sweep % 2 === 0;
    const near = isForward ? before : after;
    order = order.map((layer) => [...layer]);
    for (let step = 1; step < order.length; step++) {
      const layer = order[isForward ? step : order.length - 1 - step]!;
      const mean = new Map(layer.map((node) => [node, meanOf(near[node]!, place) ?? place[node]!]));
      layer.sort((a, b) => mean.get(a)! - mean.get(b)!);
      setPlaces(layer);
    }
    const crossings = countCrossings(order, after, place);
    if (crossings < fewest) {
      fewest = crossings;
      best = order;
    }
  }
  return best;
}

function meanOf(nodes: readonly number[], place: Float64Array): number | null {
  if (nodes.length === 0) return null;
  let sum = 0;
  for (const node of nodes) sum += place[node]!;
  return sum / nodes.length;
}

/** How many pairs of edges cross, over all neighbouring ranks; each rank in the time of a sort. */
export function countCrossings(
  layers: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
  place: Float64Array,
): number {
  let crossings = 0;
  for (let rank = 0; rank + 1 < layers.length; rank++) {
    const ends = layers[rank]!.flatMap((node) => after[node]!.map((to) => place[to]!).sort((a, b) => a - b));
    const size = layers[rank + 1]!.length;
    // A Fenwick tree over the places of the right rank counts the ends that lie below each next one.
    const tree = new Int32Array(size + 1);
    ends.forEach((end, seen) => {
      let notBelow = 0;
      for (let at = end + 1; at > 0; at -= at & -at) notBelow += tree[at]!;
      crossings += seen - notBelow;
      for (let at = end + 1; at <= size; at += at & -at) tree[at]!++;
    });
  }
  return crossings;
}
