import type { WeightedGraph } from './weighted-graph.ts';

/** Rounds over all nodes within one level; the first few do nearly all of the work. */
const ROUNDS = 12;
const LEVELS = 8;
/** A move must gain at least this, or rounding could move nodes to and fro. */
const LEAST_GAIN = 1e-9;

/** Finds communities by the Louvain method; nodes are visited in order, so that the same graph gives the same answer. */
export function detectCommunities(graph: WeightedGraph): Uint32Array {
  const size = graph.offsets.length - 1;
  const membership = Uint32Array.from({ length: size }, (_, node) => node);
  let level: WeightedGraph = graph;
  let loops = new Float64Array(size);
  for (let round = 0; round < LEVELS; round++) {
    const { community, moved } = moveNodes(level, loops);
    const count = renumber(community);
    for (let node = 0; node < size; node++) membership[node] = community[membership[node] ?? 0] ?? 0;
    if (!moved || count === community.length) break;
    ({ graph: level, loops } = gather(level, loops, community, count));
  }
  return membership;
}

/** Moves each node to the neighbouring community that gains most, until none moves. */
function moveNodes(graph: WeightedGraph, loops: Float64Array): { community: Uint32Array; moved: boolean } {
  const { offsets, targets, weights } = graph;
  const size = offsets.length - 1;
  const community = Uint32Array.from({ length: size }, (_, node) => node);
  const strength = new Float64Array(size);
  let total = 0;
  for (let node = 0; node < size; node++) {
    let sum = 2 * (loops[node] ?? 0);
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) sum += weights[at] ?? 0;
    strength[node] = sum;
    total += sum;
  }
  const communityStrength = strength.slice();
  const ties = new Float64Array(size);
  const touched: number[] = [];
  let movedAtAll = false;
  for (let round = 0; round < ROUNDS && total > 0; round++) {
    let moves = 0;
    for (let node = 0; node < size; node++) {
      const home = community[node] ?? 0;
      const own = strength[node] ?? 0;
      if (own === 0) continue;
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
        const other = community[targets[at] ?? 0] ?? 0;
        if (ties[other] === 0) touched.push(other);
        ties[other] = (ties[other] ?? 0) + (weights[at] ?? 0);
      }
      communityStrength[home] = (communityStrength[home] ?? 0) - own;
      let best = home;
      let bestGain = (ties[home] ?? 0) - ((communityStrength[home] ?? 0) * own) / total;
      for (const other of touched) {
        const gain = (ties[other] ?? 0) - ((communityStrength[other] ?? 0) * own) / total;
        if (gain > bestGain + LEAST_GAIN) {
          best = other;
          bestGain = gain;
        }
        ties[other] = 0;
      }
      touched.length = 0;
      communityStrength[best] = (communityStrength[best] ?? 0) + own;
      if (best !== home) {
        community[node] = best;
        moves++;
      }
    }
    movedAtAll ||= moves > 0;
    if (moves * 200 < size) break;
  }
  return { community, moved: movedAtAll };
}

/** Numbers communities densely in the order of their first node; returns how many there are. */
export function renumber(community: Uint32Array): number {
  const numbers = new Map<number, number>();
  for (let node = 0; node < community.length; node++) {
    const old = community[node] ?? 0;
    let number = numbers.get(old);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(old, number);
    }
    community[node] = number;
  }
  return numbers.size;
}

/** The nodes of each group, in order: group g's are `members[starts[g]]` up to `members[starts[g + 1]]`. */
export function membersByGroup(group: Uint32Array, count: number): { starts: Uint32Array; members: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const number of group) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let index = 0; index < count; index++) starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0);
  const cursor = starts.slice(0, count);
  const members = new Uint32Array(group.length);
  for (let node = 0; node < group.length; node++) {
    const number = group[node] ?? 0;
    const at = cursor[number] ?? 0;
    members[at] = node;
    cursor[number] = at + 1;
  }
  return { starts, members };
}

/** The graph whose nodes are communities; what ties a community within itself becomes its loop. */
function gather(graph: WeightedGraph, loops: Float64Array, community: Uint32Array, count: number) {
  const { starts, members } = membersByGroup(community, count);
  const offsets = new Uint32Array(count + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  const gatheredLoops = new Float64Array(count);
  const ties = new Float64Array(count);
  const touched: number[] = [];
  for (let number = 0; number < count; number++) {
    for (let index = starts[number] ?? 0; index < (starts[number + 1] ?? 0); index++) {
      const node = members[index] ?? 0;
      gatheredLoops[number] = (gatheredLoops[number] ?? 0) + (loops[node] ?? 0);
      for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at++) {
        const other = community[graph.targets[at] ?? 0] ?? 0;
        if (ties[other] === 0) touched.push(other);
        ties[other] = (ties[other] ?? 0) + (graph.weights[at] ?? 0);
      }
    }
    for (const other of touched) {
      // Within a community each tie is met from both of its ends.
      if (other === number) gatheredLoops[number] = (gatheredLoops[number] ?? 0) + (ties[other] ?? 0) / 2;
      else {
        targets.push(other);
        weights.push(ties[other] ?? 0);
      }
      ties[other] = 0;
    }
    touched.length = 0;
    offsets[number + 1] = targets.length;
  }
  const gathered = { offsets, targets: Uint32Array.from(targets), weights: Float32Array.from(weights) };
  return { graph: gathered, loops: gatheredLoops };
}
