import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeApart } from '../../../viz/layered/coordinates.ts';
import { layOut } from '../../../viz/layered/layered-layout.ts';
import { closingEdges, longestPathRanks, withoutCycles } from '../../../viz/layered/layers.ts';
import { countCrossings, reduceCrossings } from '../../../viz/layered/ordering.ts';

const BOX = { width: 100, height: 40 };
const GAP = { between: 12, ranks: 60 };
const lay = (size: number, edges: [number, number][]) =>
  layOut({ boxes: Array.from({ length: size }, () => BOX), edges, gap: GAP });

const anyGraph = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 }),
  }),
);

/** The longest path that ends at each node, tried out. */
function longestEndingAt(size: number, edges: readonly (readonly [number, number])[]): number[] {
  const walk = (node: number): number =>
    edges.reduce((most, [from, to]) => (to === node ? Math.max(most, walk(from) + 1) : most), 0);
  return Array.from({ length: size }, (_, node) => walk(node));
}

describe('ranks', () => {
  test('stand as far right as the longest path to them, and no edge of an acyclic graph runs back', () => {
    fc.assert(
      fc.property(anyGraph, ({ size, edges }) => {
        const graph = withoutCycles({ size, edges });
        const ranks = longestPathRanks(graph);
        const longest = longestEndingAt(size, graph.edges);
        const led = new Set(graph.edges.map(([, to]) => to));
        for (const [from, to] of graph.edges) expect(ranks[to]!).toBeGreaterThan(ranks[from]!);
        for (let node = 0; node < size; node++) if (led.has(node)) expect(ranks[node]).toBe(longest[node]);
      }),
    );
  });

  test('have no cycle once the closing edges are gone', () => {
    fc.assert(
      fc.property(anyGraph, ({ size, edges }) => {
        const closing = closingEdges({ size, edges });
        const rest = edges.filter((_, place) => !closing.has(place));
        expect(closingEdges({ size, edges: rest }).size).toBe(0);
      }),
    );
  });

  test('put what nothing leads to just before the first that it leads to', () => {
    expect([
      ...longestPathRanks({
        size: 4,
        edges: [
          [0, 1],
          [1, 2],
          [3, 2],
        ],
      }),
    ]).toEqual([0, 1, 2, 1]);
  });

  test('of a chain of 100,000 are found', () => {
    const edges = Array.from({ length: 99_999 }, (_, node): [number, number] => [node, node + 1]);
    expect(longestPathRanks(withoutCycles({ size: 100_000, edges })).at(-1)).toBe(99_999);
  });
});

describe('the order within ranks', () => {
  test('crosses no more than the order that it came with, and counts as trying all pairs does', () => {
    const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, (between) => {
        const after: number[][] = Array.from({ length: 12 }, () => []);
        const before: number[][] = Array.from({ length: 12 }, () => []);
        for (const [left, right] of between) {
          after[left]!.push(6 + right);
          before[6 + right]!.push(left);
        }
        const layers = [
          [0, 1, 2, 3, 4, 5],
          [6, 7, 8, 9, 10, 11],
        ];
        const crossings = (order: number[][]) => {
          const place = new Float64Array(12);
          for (const layer of order) {
            layer.forEach((node, index) => {
              place[node] = index;
            });
          }
          const slow = between.flatMap(([a, b], first) =>
            between.slice(first + 1).filter(([c, d]) => (place[a]! - place[c]!) * (place[6 + b]! - place[6 + d]!) < 0),
          ).length;
          expect(countCrossings(order, after, place)).toBe(slow);
          return slow;
        };
        expect(crossings(reduceCrossings({ layers, before, after }))).toBeLessThanOrEqual(crossings(layers));
      }),
    );
  });

  test('untangles a ladder that came in the wrong order', () => {
    const { boxes } = lay(6, [
      [0, 5],
      [1, 4],
      [2, 3],
    ]);
    expect([3, 4, 5].map((box) => boxes[box]!.y).reverse()).toEqual([0, 1, 2].map((box) => boxes[box]!.y));
  });
});

describe('places', () => {
  test('keep the least distances and the order, and go no further than they must', () => {
    expect(placeApart([0, 0, 0], [0, 10, 10])).toEqual([-10, 0, 10]);
    expect(placeApart([0, 50], [0, 10])).toEqual([0, 50]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.nat(20)), { minLength: 1 }), (boxes) => {
        const places = placeApart(
          boxes.map(([wanted]) => wanted),
          boxes.map(([, apart]) => apart),
        );
        for (let index = 1; index < places.length; index++) {
          expect(places[index]! - places[index - 1]!).toBeGreaterThanOrEqual(boxes[index]![1] - 1e-6);
        }
      }),
    );
  });
});

describe('a drawing', () => {
  test('lays no box over another, and runs every edge from its own box to its other', () => {
    fc.assert(
      fc.property(anyGraph, ({ size, edges }) => {
        const { boxes, width, height, edges: drawn } = lay(size, edges);
        for (const [index, box] of boxes.entries()) {
          expect(box.x >= 0 && box.y >= -1e-6).toBe(true);
          expect(box.x + BOX.width <= width + 1e-6 && box.y + BOX.height <= height + 1e-6).toBe(true);
          for (const other of boxes.slice(index + 1)) {
            const apart = Math.abs(box.y - other.y) >= BOX.height + GAP.between - 1e-6;
            expect(apart || Math.abs(box.x - other.x) >= BOX.width).toBe(true);
          }
        }
        drawn.forEach(({ points, closesCycle }, place) => {
          const [from, to] = edges[place]!;
          expect(points[0]!.y).toBeCloseTo(boxes[from]!.y + BOX.height / 2);
          expect(points.at(-1)!.y).toBeCloseTo(boxes[to]!.y + BOX.height / 2);
          if (!closesCycle) expect(points[0]!.x).toBeLessThan(points.at(-1)!.x);
        });
      }),
    );
  });

  test('is the same each time', () => {
    fc.assert(
      fc.property(anyGraph, ({ size, edges }) => {
        expect(lay(size, edges)).toEqual(lay(size, edges));
      }),
    );
  });

  test('of a straight chain is a straight line', () => {
    const { boxes, ranks } = lay(4, [
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(ranks).toBe(4);
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
  });

  test('of nothing is empty', () => {
    expect(lay(0, [])).toMatchObject({ width: 0, height: 0, ranks: 0 });
  });

  test('marks the edge that closes a cycle', () => {
    const { edges } = lay(3, [
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
    expect(edges.map(({ closesCycle }) => closesCycle)).toEqual([false, false, true]);
  });
});
