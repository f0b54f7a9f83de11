import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EDGE_KINDS, NODE_KINDS } from '../../src/model/graph.ts';
import { type EdgeRows, reverseRows } from '../../viz/graph/edges.ts';
import {
  boundsOf,
  type Camera,
  cameraAround,
  cameraFor,
  pan,
  readCamera,
  toMap,
  toScreen,
  writeCamera,
  zoomAt,
} from '../../viz/map/camera.ts';
import { daysOf } from '../../viz/map/days.ts';
import { createEdgeBudget } from '../../viz/map/edge-budget.ts';
import { LOUD, orderEdges } from '../../viz/map/edge-order.ts';
import { highlightOf } from '../../viz/map/highlight.ts';
import { createNamePlacer } from '../../viz/map/name-placement.ts';
import { maskNodes } from '../../viz/map/node-mask.ts';
import { createSpatialGrid } from '../../viz/map/spatial-grid.ts';

const VIEW = { width: 800, height: 600 };
const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const scale = fc.double({ min: 0.5, max: 60, noNaN: true });
const camera: fc.Arbitrary<Camera> = fc.record({ x: coordinate, y: coordinate, scale });
const place = fc.record({ x: coordinate, y: coordinate });

describe('the camera', () => {
  test('goes from the map to the screen and back', () => {
    fc.assert(
      fc.property(camera, place, (from, at) => {
        const back = toMap(from, VIEW, toScreen(from, VIEW, at));
        expect(back.x).toBeCloseTo(at.x, 6);
        expect(back.y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  test('keeps what lies under the pointer where it is while it zooms', () => {
    const whole: Camera = { x: 0, y: 0, scale: 1 };
    fc.assert(
      fc.property(camera, fc.double({ min: 0.2, max: 5, noNaN: true }), (from, factor) => {
        const at = { x: 120, y: 430 };
        const under = toMap(from, VIEW, at);
        const there = toScreen(zoomAt(from, VIEW, at, factor, whole), VIEW, under);
        expect(there.x).toBeCloseTo(at.x, 5);
        expect(there.y).toBeCloseTo(at.y, 5);
      }),
    );
  });

  test('puts what was chosen in the middle', () => {
    const others = [
      { x: 3, y: 4 },
      { x: -30, y: 10 },
    ];
    const at = { x: 7, y: -5 };
    const chosen = cameraAround(at, others, VIEW, { x: 0, y: 0, scale: 1 });
    expect(toScreen(chosen, VIEW, at)).toEqual({ x: VIEW.width / 2, y: VIEW.height / 2 });
  });

  test('shows every node at first, also where there is one or none', () => {
    const positions = Float32Array.from([-50, 10, 300, -20, 7, 400]);
    const first = cameraFor(boundsOf(positions), VIEW);
    for (let at = 0; at < positions.length; at += 2) {
      const { x, y } = toScreen(first, VIEW, { x: positions[at]!, y: positions[at + 1]! });
      expect([x >= 0, x <= VIEW.width, y >= 0, y <= VIEW.height]).toEqual([true, true, true, true]);
    }
    for (const few of [[], [3, 4]]) {
      expect(Number.isFinite(cameraFor(boundsOf(Float32Array.from(few)), VIEW).scale)).toBe(true);
    }
    expect(Number.isFinite(cameraFor(boundsOf(positions), { width: 0, height: 0 }).scale)).toBe(true);
  });

  test('moves by pixels: to the right, what is seen comes from the left', () => {
    const moved = pan({ x: 0, y: 0, scale: 2 }, 10, 10);
    expect(moved).toEqual({ x: -5, y: 5, scale: 2 });
  });

  test('is the same place on another screen when a link carries it', () => {
    const [here, there] = [cameraFor(boundsOf(Float32Array.from([0, 0, 100, 100])), VIEW), { x: 1, y: 1, scale: 9 }];
    const read = readCamera(writeCamera({ x: 12.5, y: -7, scale: here.scale * 3 }, here), there);
    expect(read?.x).toBeCloseTo(12.5, 3);
    expect(read?.scale).toBeCloseTo(27, 3);
    for (const text of [undefined, '', '1,2', '1,2,x', '1,2,-3', '1,2,3,4', '1,,3']) {
      expect(readCamera(text, here)).toBeNull();
    }
  });
});

describe('finding the node under the pointer', () => {
  test('gives the nearest one that is taken, as looking at every node does', () => {
    const cases = fc.tuple(
      fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })), { maxLength: 60 }),
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: -50, max: 50 }),
      fc.double({ min: 0.1, max: 30, noNaN: true }),
    );
    fc.assert(
      fc.property(cases, ([nodes, x, y, radius]) => {
        const grid = createSpatialGrid(Float32Array.from(nodes.flat()));
        const takes = (node: number): boolean => node % 3 !== 0;
        const distances = nodes
          .map(([nx, ny], node) => ({ node, distance: Math.hypot(nx - x, ny - y) }))
          .filter(({ node, distance }) => takes(node) && distance < radius - 1e-6)
          .sort((a, b) => a.distance - b.distance);
        const found = grid.nearest(x, y, radius, takes);
        const least = distances[0]?.distance;
        if (least !== undefined) {
          const [nx, ny] = nodes[found!]!;
          expect(Math.hypot(nx - x, ny - y)).toBeCloseTo(least, 6);
        }
      }),
    );
  });
});

/** Rows from `[source, target, kind]`, sorted as the server sends them. */
function rowsOf(count: number, edges: [number, number, number][]): EdgeRows {
  const sorted = edges.toSorted(([a, b, c], [d, e, f]) => a - d || b - e || c - f);
  const starts = Uint32Array.from({ length: count + 1 }, (_, node) => sorted.filter(([from]) => from < node).length);
  return {
    starts,
    ends: Uint32Array.from(sorted, ([, to]) => to),
    kinds: Uint8Array.from(sorted, ([, , kind]) => kind),
  };
}

const someEdges = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 11 }),
    fc.integer({ min: 0, max: 11 }),
    fc.integer({ min: 0, max: EDGE_KINDS.length - 1 }),
  ),
  { maxLength: 60 },
);

describe('edges', () => {
  test('turned around twice are what they were', () => {
    fc.assert(
      fc.property(someEdges, (edges) => {
        const rows = rowsOf(12, edges as [number, number, number][]);
        const list = ({ starts, ends, kinds }: EdgeRows): string[] =>
          Array.from(ends, (end, edge) => `${starts.findLastIndex((start) => start <= edge)} ${end} ${kinds[edge]}`);
        expect(list(reverseRows(reverseRows(rows))).toSorted()).toEqual(list(rows).toSorted());
      }),
    );
  });

  test('are drawn the loud ones first, then by their less important end, each once', () => {
    fc.assert(
      fc.property(someEdges, (edges) => {
        const rows = rowsOf(12, edges as [number, number, number][]);
        const order = orderEdges(rows);
        expect(order.length).toBe(edges.length);
        const keys = Array.from(order.kinds, (kind, at) => [
          LOUD.has(EDGE_KINDS[kind]!) ? 0 : 1,
          Math.max(order.ends[at * 2]!, order.ends[at * 2 + 1]!),
        ]);
        expect(keys).toEqual(keys.toSorted(([a, b], [c, d]) => a! - c! || b! - d!));
        const named = Array.from(order.kinds, (kind, at) => [order.ends[at * 2], order.ends[at * 2 + 1], kind].join());
        expect(named.toSorted()).toEqual(edges.map((edge) => edge.join()).toSorted());
      }),
    );
  });

  test('beyond what the machine draws in time are left out, and it is known how many are drawn', () => {
    const slow = createEdgeBudget(1_000_000);
    for (let slice = slow.next(); slice > 0; slice = slow.next()) slow.measured(slice, slice * 0.01);
    expect(slow.drawn()).toBeGreaterThan(3000);
    expect(slow.drawn()).toBeLessThan(100_000);
    const fast = createEdgeBudget(200_000);
    for (let slice = fast.next(); slice > 0; slice = fast.next()) fast.measured(slice, slice * 1e-6);
    expect(fast.drawn()).toBe(200_000);
    fast.restart();
    expect([fast.drawn(), fast.next() > 0]).toEqual([0, true]);
  });
});

describe('filters', () => {
  const places = {
    count: 3,
    kinds: Uint8Array.from(['article', 'file', 'article'], (kind) => NODE_KINDS.indexOf(kind as 'file')),
  };

  test('flip one byte for each node that they hide, and count the others', () => {
    const mask = new Uint8Array(3);
    const filter = { hiddenKinds: new Set(['file'] as const), days: null };
    expect(maskNodes(mask, places as never, null, filter)).toBe(2);
    expect([...mask]).toEqual([0, 1, 0]);
  });

  test('of dates leave nodes without a date', () => {
    const mask = new Uint8Array(3);
    const days = Uint16Array.from([100, 0, 300]);
    expect(maskNodes(mask, places as never, days, { hiddenKinds: new Set(), days: { from: 200, to: 400 } })).toBe(2);
    expect([...mask]).toEqual([1, 0, 0]);
    expect(daysOf('1970-01-11', undefined)).toEqual({ from: 10, to: Number.POSITIVE_INFINITY });
    for (const text of [undefined, '', 'soon', '1970-13-45']) expect(daysOf(text, undefined)).toBeNull();
  });
});

describe('a neighbourhood on the map', () => {
  const from = rowsOf(6, [
    [1, 0, 1],
    [1, 2, 0],
    [1, 2, 1],
    [3, 1, 0],
    [1, 4, 7],
  ]);
  const graph = { from, to: reverseRows(from) };

  test('names the most important neighbours once each, and counts all', () => {
    const shown = highlightOf(graph, 1, { mask: new Uint8Array(6), edges: new Set() }, 2);
    expect([shown.neighbours, shown.total, shown.edges.length]).toEqual([[0, 2], 4, 3]);
  });

  test('leaves out what is hidden', () => {
    const mask = Uint8Array.from([0, 0, 1, 0, 0, 0]);
    const shown = highlightOf(graph, 1, { mask, edges: new Set([EDGE_KINDS[7]!]) }, 9);
    expect(shown.neighbours).toEqual([0, 3]);
  });
});

describe('names on the map', () => {
  const wish = fc.record({
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 600 }),
    radius: fc.integer({ min: 1, max: 12 }),
    width: fc.integer({ min: 10, max: 260 }),
    height: fc.constant(15),
  });

  test('never cover each other and stay within the view', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 80 }), (wishes) => {
        const placer = createNamePlacer(VIEW);
        const boxes = wishes.flatMap((each) => {
          const found = placer.beside(each);
          return found ? [{ left: found.left, right: found.left + each.width, middle: found.middle }] : [];
        });
        for (const [index, a] of boxes.entries()) {
          expect(a.left >= 0 && a.right <= VIEW.width).toBe(true);
          for (const b of boxes.slice(index + 1)) {
            const apart = Math.abs(a.middle - b.middle) >= 15 || a.left >= b.right || b.left >= a.right;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});
