/** Nodes of each rank in their order from the top, and the edges between ranks that follow each other. */
export interface Ranking {
  layers: number[][];
  /** Neighbours one rank to the left and one to the right, by node. */
  before: readonly (readonly number[])[];
  after: readonly (readonly number[])[];
}

const SWEEPS = 8;
/** So many sweeps without a better order end the search. */
const PATIENCE = 3;

/**
 * Orders each rank so that few edges cross: by the mean place of the neighbours, from left to right and back, keeping
 * the best. Nodes without neighbours there keep their place; equal means keep the order in which they came.
 */
export function reduceCrossings({ layers, before, after }: Ranking): number[][] {
  const place = new Float64Array(before.length);
  const mean = new Float64Array(before.length);
  const setPlaces = (layer: readonly number[]) => {
    for (let index = 0; index < layer.length; index++) place[layer[index]!] = index;
  };
  const byMean = (a: number, b: number) => mean[a]! - mean[b]!;
  const order = layers.map((layer) => [...layer]);
  for (const layer of order) setPlaces(layer);
  let best = order.map((layer) => [...layer]);
  let fewest = countCrossings(order, after, place);
  let waited = 0;
  for (let sweep = 0; sweep < SWEEPS && fewest > 0 && waited < PATIENCE; sweep++) {
    const isForward = sweep % 2 === 0;
    const near = isForward ? before : after;
    for (let step = 1; step < order.length; step++) {
      const layer = order[isForward ? step : order.length - 1 - step]!;
      for (const node of layer) mean[node] = meanOf(near[node]!, place, place[node]!);
      layer.sort(byMean);
      setPlaces(layer);
    }
    const crossings = countCrossings(order, after, place);
    waited++;
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = order.map((layer) => [...layer]);
    waited = 0;
  }
  return best;
}

function meanOf(nodes: readonly number[], place: Float64Array, otherwise: number): number {
  if (nodes.length === 0) return otherwise;
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
  const widest = layers.reduce((most, layer) => Math.max(most, layer.length), 0);
  // A Fenwick tree over the places of the right rank counts the ends that lie below each next one.
  const tree = new Int32Array(widest + 1);
  let crossings = 0;
  for (let rank = 0; rank + 1 < layers.length; rank++) {
    const size = layers[rank + 1]!.length;
    tree.fill(0, 0, size + 1);
    let seen = 0;
    for (const node of layers[rank]!) {
      const next = after[node]!;
      // Edges of one node do not cross each other: all of them look before any of them counts.
      for (const to of next) {
        let notBelow = 0;
        for (let at = place[to]! + 1; at > 0; at -= at & -at) notBelow += tree[at]!;
        crossings += seen - notBelow;
      }
      for (const to of next) for (let at = place[to]! + 1; at <= size; at += at & -at) tree[at]!++;
      seen += next.length;
    }
  }
  return crossings;
}
