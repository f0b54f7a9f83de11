/** What there is to search, with nodes as numbers. */
export interface PathSearch {
  from: number;
  to: number;
  /** Nodes are whole numbers below it. */
  nodeCount: number;
  /** The nodes one step on, each once. */
  ahead(node: number): readonly number[];
  /** The nodes one step back, each once. */
  behind(node: number): readonly number[];
  /** Whether a path may lead through the node; not asked for its ends. */
  isPassable(node: number): boolean;
  /** Steps that a path may have at most. */
  longest: number;
  /** How many paths are wanted. */
  count: number;
  /** Of paths that are equally long, no more than so many are found, if that is more than `count`. */
  alike: number;
  /** How many edges may be looked at. */
  budget: number;
}

/** The paths that were found. */
export interface FoundPaths {
  /** All of the least length, then of the next, until there are as many as wanted, or as are compared; ends included. */
  paths: number[][];
  /** Whether the budget sufficed: else there may be more, or shorter, ones. */
  isComplete: boolean;
}

/** One end's view of the graph: how far everything near it is. */
interface Front {
  /** Steps from the end plus one; 0 where they are not known. */
  distance: Int32Array;
  /** Every node whose distance is known, to be forgotten in the end. */
  seen: number[];
  /** The farthest of them: `seen` from here on. */
  ring: number;
  radius: number;
  edges(node: number): readonly number[];
}

// A search follows another, and none holds on to its distances: two arrays serve them all.
let distances: [Int32Array, Int32Array] = [new Int32Array(0), new Int32Array(0)];

/** The shortest simple paths between two nodes, searched from both ends; nothing recurses. */
export function shortestPaths(search: PathSearch): FoundPaths {
  const { from, to, nodeCount } = search;
  if (from === to) return { paths: [[from]], isComplete: true };
  if (distances[0].length < nodeCount) distances = [new Int32Array(nodeCount), new Int32Array(nodeCount)];
  const start: Front = { distance: distances[0], seen: [from], ring: 0, radius: 0, edges: search.ahead };
  const end: Front = { distance: distances[1], seen: [to], ring: 0, radius: 0, edges: search.behind };
  try {
    return searchFrom(start, end, search);
  } finally {
    for (const { distance, seen } of [start, end]) for (const node of seen) distance[node] = 0;
  }
}

function searchFrom(start: Front, end: Front, search: PathSearch): FoundPaths {
  const { from, to, longest, count, alike } = search;
  start.distance[from] = 1;
  end.distance[to] = 1;
  const spent = { edges: 0 };
  const isSpent = () => spent.edges > search.budget;
  const paths: number[][] = [];
  /** What both ends see: each path has just one node as far from its start as the start sees. */
  const meetings: number[] = [];
  for (let length = 1; length <= longest && paths.length < count; length++) {
    // An end from which all is seen, and the other not among it, never meets the other.
    if (ringSize(start) === 0 && start.distance[to] === 0) break;
    if (ringSize(end) === 0 && end.distance[from] === 0) break;
    const isStart = ringSize(start) <= ringSize(end);
    for (const node of grow(isStart ? start : end, isStart ? end : start, search, spent)) meetings.push(node);
    if (isSpent()) return { paths, isComplete: false };
    for (const middle of meetings) {
      if (middle !== from && middle !== to && !search.isPassable(middle)) continue;
      const firsts = halves(middle, start, search.behind, search, spent).map((half) => half.reverse());
      if (firsts.length === 0) continue;
      for (const second of halves(middle, end, search.ahead, search, spent)) {
        for (const first of firsts) {
          const path = [...first, ...second.slice(1)];
          spent.edges += path.length;
          if (new Set(path).size === path.length) paths.push(path);
          if (paths.length >= Math.max(count, alike)) return { paths, isComplete: true };
          if (isSpent()) return { paths, isComplete: false };
        }
      }
    }
  }
  return { paths, isComplete: true };
}

const ringSize = ({ seen, ring }: Front): number => seen.length - ring;

/** Sees one step further from one end, and gives the nodes that the other end sees too. */
function grow(front: Front, other: Front, { isPassable }: PathSearch, spent: { edges: number }): number[] {
  const { distance, seen, ring, radius } = front;
  const met: number[] = [];
  const end = seen.length;
  for (let at = ring; at < end; at++) {
    const node = seen[at]!;
    if (radius > 0 && !isPassable(node)) continue;
    const nodes = front.edges(node);
    spent.edges += nodes.length;
    for (const neighbour of nodes) {
      if (distance[neighbour] !== 0) continue;
      distance[neighbour] = radius + 2;
      seen.push(neighbour);
      if (other.distance[neighbour] !== 0) met.push(neighbour);
    }
  }
  front.ring = end;
  front.radius++;
  return met;
}

/** The simple paths of just a front's radius from the middle to its end. */
function halves(
  middle: number,
  { distance, radius, seen }: Front,
  towards: (node: number) => readonly number[],
  { isPassable, budget }: PathSearch,
  spent: { edges: number },
): number[][] {
  const end = seen[0]!;
  if (radius === 0) return middle === end ? [[end]] : [];
  // What is one step from the end is known: a hub's neighbours need not be looked through for it.
  if (radius === 1) return distance[middle] === 2 ? [[middle, end]] : [];
  const found: number[][] = [];
  const path = [middle];
  const onPath = new Set(path);
  const frames = [{ nodes: towards(middle), next: 0 }];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (node === undefined || spent.edges > budget) {
      frames.pop();
      onPath.delete(path.pop()!);
      continue;
    }
    spent.edges++;
    const left = radius - path.length;
    const far = distance[node]! - 1;
    if (far <= 0 || far > left || onPath.has(node)) continue;
    if (!isPassable(node)) continue;
    if (left === 1) {
      if (middle !== end) found.push([...path, node, end]);
      continue;
    }
    path.push(node);
    onPath.add(node);
    frames.push({ nodes: towards(node), next: 0 });
  }
  return found;
}
