/** A graph to be drawn from left to right: nodes by their places in a list, edges as pairs of places. */
export interface Digraph {
  size: number;
  edges: readonly (readonly [from: number, to: number])[];
}

/** The neighbours of each node, as places. */
interface Neighbours {
  next: number[][];
  previous: number[][];
}

/**
 * The edges that close a cycle, as places in `edges`: without them, or turned round, nothing runs in a circle.
 * Loops of a node with itself are among them.
 */
export function closingEdges({ size, edges }: Digraph): Set<number> {
  const out: number[][] = Array.from({ length: size }, () => []);
  edges.forEach(([from], place) => {
    out[from]!.push(place);
  });
  const closing = new Set<number>();
  // 0 not seen, 1 on the way that is walked, 2 left behind.
  const seen = new Uint8Array(size);
  for (let root = 0; root < size; root++) {
    if (seen[root] !== 0) continue;
    seen[root] = 1;
    const way: { node: number; taken: number }[] = [{ node: root, taken: 0 }];
    while (way.length > 0) {
      const at = way[way.length - 1]!;
      const place = out[at.node]![at.taken++];
      if (place === undefined) {
        seen[at.node] = 2;
        way.pop();
        continue;
      }
      const to = edges[place]![1];
      if (seen[to] === 1) closing.add(place);
      else if (seen[to] === 0) {
        seen[to] = 1;
        way.push({ node: to, taken: 0 });
      }
    }
  }
  return closing;
}

/** Turns the edges that close a cycle round and drops loops of a node with itself. */
export function withoutCycles({ size, edges }: Digraph): Digraph {
  const closing = closingEdges({ size, edges });
  return {
    size,
    edges: edges.flatMap(([from, to], place): [number, number][] =>
      from === to ? [] : [closing.has(place) ? [to, from] : [from, to]],
    ),
  };
}

/**
 * The rank of each node of a graph without cycles, from 0: one more than the highest before it, so that the longest
 * path sets the number of ranks. What nothing leads to stands just before the first that it leads to.
 */
export function longestPathRanks(graph: Digraph): Int32Array {
  const { next, previous } = neighbours(graph);
  const ranks = new Int32Array(graph.size);
  const open = Int32Array.from(previous, (before) => before.length);
  const ready: number[] = [];
  for (let node = 0; node < graph.size; node++) if (open[node] === 0) ready.push(node);
  for (const node of ready) {
    for (const to of next[node]!) {
      ranks[to] = Math.max(ranks[to]!, ranks[node]! + 1);
      open[to]!--;
      if (open[to] === 0) ready.push(to);
    }
  }
  for (let place = ready.length - 1; place >= 0; place--) {
    const node = ready[place]!;
    if (previous[node]!.length > 0 || next[node]!.length === 0) continue;
    ranks[node] = Math.min(...next[node]!.map((to) => ranks[to]!)) - 1;
  }
  return ranks;
}

function neighbours({ size, edges }: Digraph): Neighbours {
  const next: number[][] = Array.from({ length: size }, () => []);
  const previous: number[][] = Array.from({ length: size }, () => []);
  for (const [from, to] of edges) {
    next[from]!.push(to);
    previous[to]!.push(from);
  }
  return { next, previous };
}
