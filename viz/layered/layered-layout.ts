import { placeApart } from './coordinates.ts';
import { closingEdges, longestPathRanks, withoutCycles } from './layers.ts';
import { reduceCrossings } from './ordering.ts';

/** What is laid out. Sizes are in pixels. */
export interface LayeredInput {
  /** In the order in which equals stand from the top; edges meet a box `port` below its top, or at its middle. */
  boxes: readonly { width: number; height: number; port?: number }[];
  /** Places of boxes, each edge from left to right. */
  edges: readonly (readonly [from: number, to: number])[];
  gap: { between: number; ranks: number };
}

/** Where everything stands. The drawing starts at 0, 0. */
export interface LayeredDrawing {
  width: number;
  height: number;
  ranks: number;
  /** By box: its rank from the left, and its top left corner. */
  boxes: { rank: number; x: number; y: number }[];
  /** By edge: the points that it passes, from its first end's side to the other's. */
  edges: { points: { x: number; y: number }[]; closesCycle: boolean }[];
}

/** Beyond so many bends the longest edges go straight: they would cost more than they tell. */
const MOST_BENDS = 6000;
const BEND_HEIGHT = 10;
const ALIGNMENTS = 6;

/** Lays a graph out from left to right by its longest paths; edges that close a cycle run back. */
export function layOut({ boxes, edges, gap }: LayeredInput): LayeredDrawing {
  const graph = { size: boxes.length, edges };
  const closing = closingEdges(graph);
  const ranks = longestPathRanks(withoutCycles(graph));
  const least = ranks.reduce((low, rank) => Math.min(low, rank), 0);
  for (let node = 0; node < ranks.length; node++) ranks[node]! -= least;
  const count = ranks.reduce((most, rank) => Math.max(most, rank + 1), 0);

  const bends = bendsOf(ranks, edges);
  const size = boxes.length + bends.total;
  const rankOf = (node: number) => (node < boxes.length ? ranks[node]! : bends.rank[node - boxes.length]!);
  const before: number[][] = Array.from({ length: size }, () => []);
  const after: number[][] = Array.from({ length: size }, () => []);
  for (const way of bends.ways) {
    for (let step = 1; step < way.length; step++) {
      const [left, right] = [way[step - 1]!, way[step]!];
      if (Math.abs(rankOf(left) - rankOf(right)) !== 1) continue;
      after[left]!.push(right);
      before[right]!.push(left);
    }
  }
  const layers: number[][] = Array.from({ length: count }, () => []);
  for (let node = 0; node < size; node++) layers[rankOf(node)]!.push(node);
  const order = reduceCrossings({ layers, before, after });

  const above = (node: number) => {
    const box = boxes[node];
    return box === undefined ? BEND_HEIGHT / 2 : (box.port ?? box.height / 2);
  };
  const below = (node: number) => (boxes[node]?.height ?? BEND_HEIGHT) - above(node);
  const ports = alignPorts(order, { before, after, above, below, between: gap.between });
  const top = minimum(order.flat().map((node) => ports[node]! - above(node)));
  const bottom = maximum(order.flat().map((node) => ports[node]! + below(node)));

  const columns: { x: number; width: number }[] = [];
  let x = 0;
  for (const layer of order) {
    const width = maximum(layer.map((node) => (node < boxes.length ? boxes[node]!.width : 0)));
    columns.push({ x, width });
    x += width + gap.ranks;
  }
  const portAt = (node: number) => ports[node]! - top;
  return {
    width: Math.max(0, x - gap.ranks),
    height: boxes.length === 0 ? 0 : bottom - top,
    ranks: count,
    boxes: boxes.map((box, node) => ({
      rank: ranks[node]!,
      x: columns[ranks[node]!]!.x + (columns[ranks[node]!]!.width - box.width) / 2,
      y: portAt(node) - above(node),
    })),
    edges: edges.map(([from, to], place) => {
      const way = bends.ways[place]!;
      const points = way.flatMap((node) => {
        const column = columns[rankOf(node)]!;
        const y = portAt(node);
        if (node >= boxes.length)
          return [
            { x: column.x, y },
            { x: column.x + column.width, y },
          ];
        const left = column.x + (column.width - boxes[node]!.width) / 2;
        return [{ x: node === way[0] ? left + boxes[node]!.width : left, y }];
      });
      const runsLeft = ranks[from]! > ranks[to]!;
      return { points: runsLeft ? points.reverse() : points, closesCycle: closing.has(place) };
    }),
  };
}

interface Bends {
  total: number;
  /** The rank of each bend. */
  rank: number[];
  /** By edge, from its left end to its right one: box, bends, box. */
  ways: number[][];
}

/** Puts a bend into every rank that an edge passes, as long as there are not too many: the shortest edges first. */
function bendsOf(ranks: Int32Array, edges: LayeredInput['edges']): Bends {
  const bends: Bends = { total: 0, rank: [], ways: new Array(edges.length) };
  const span = ([from, to]: readonly [number, number]) => Math.abs(ranks[to]! - ranks[from]!);
  const byLength = edges.map((_, place) => place).sort((a, b) => span(edges[a]!) - span(edges[b]!) || a - b);
  for (const place of byLength) {
    const [from, to] = edges[place]!;
    const [left, right] = ranks[from]! <= ranks[to]! ? [from, to] : [to, from];
    const way = [left];
    const passed = span(edges[place]!) - 1;
    if (bends.total + passed <= MOST_BENDS) {
      for (let rank = ranks[left]! + 1; rank < ranks[right]!; rank++) {
        way.push(ranks.length + bends.total++);
        bends.rank.push(rank);
      }
    }
    way.push(right);
    bends.ways[place] = way;
  }
  return bends;
}

/** Draws the port of each box towards those of its neighbours, from the left, from the right and again. */
function alignPorts(
  order: readonly (readonly number[])[],
  { before, after, above, below, between }: Sides,
): Float64Array {
  const ports = new Float64Array(before.length);
  const apart = order.map((layer) =>
    layer.map((node, index) => (index === 0 ? 0 : below(layer[index - 1]!) + above(node) + between)),
  );
  order.forEach((layer, rank) => {
    let y = 0;
    layer.forEach((node, index) => {
      y += apart[rank]![index]!;
      ports[node] = y;
    });
    for (const node of layer) ports[node]! -= y / 2;
  });
  for (let round = 0; round < ALIGNMENTS; round++) {
    const isForward = round % 2 === 0;
    for (let step = 0; step < order.length; step++) {
      const rank = isForward ? step : order.length - 1 - step;
      const layer = order[rank]!;
      const wanted = layer.map((node) => {
        const near = isForward ? before[node]! : after[node]!;
        const all = round >= ALIGNMENTS - 2 ? [...before[node]!, ...after[node]!] : near;
        if (all.length === 0) return ports[node]!;
        return all.reduce((sum, other) => sum + ports[other]!, 0) / all.length;
      });
      placeApart(wanted, apart[rank]!).forEach((port, index) => {
        ports[layer[index]!] = port;
      });
    }
  }
  return ports;
}

interface Sides {
  before: readonly (readonly number[])[];
  after: readonly (readonly number[])[];
  /** How far a box reaches from its port, upwards and downwards. */
  above(node: number): number;
  below(node: number): number;
  between: number;
}

// Spreading thousands of numbers as arguments may overflow the stack.
const minimum = (numbers: readonly number[]) => numbers.reduce((low, number) => Math.min(low, number), Infinity);
const maximum = (numbers: readonly number[]) => numbers.reduce((high, number) => Math.max(high, number), -Infinity);
