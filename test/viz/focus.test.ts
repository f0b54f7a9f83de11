import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMapSections } from '../../src/graph/map/map-sections.ts';
import { EDGE_KINDS, type EdgeKind, type GraphNode, NODE_KINDS } from '../../src/model/graph.ts';
import { type EdgeName, placeEdgeNames, wordsOf } from '../../viz/focus/edge-names.ts';
import { distanceTo, edgeShape, numberParallel, pointAt } from '../../viz/focus/edge-shape.ts';
import { focusGraph } from '../../viz/focus/focus-graph.ts';
import { focusLayout } from '../../viz/focus/focus-layout.ts';
import {
  type FocusOptions,
  focusOptions,
  parameterFor,
  readOpened,
  toggleOpened,
  writeOpened,
} from '../../viz/focus/focus-options.ts';
import { type FocusEdge, focusSlice } from '../../viz/focus/focus-slice.ts';
import { nextInDirection } from '../../viz/focus/next-in-direction.ts';
import { type GraphData, loadGraphData, loadPlaces } from '../../viz/graph/graph-data.ts';
import { overlap } from '../../viz/map/box.ts';

type Edge = [string, EdgeKind, string];

/** A graph whose nodes are the less important the later an edge names them. */
async function graphOf(edges: readonly Edge[]): Promise<GraphData> {
  const ids = [...new Set(edges.flatMap(([source, , target]) => [source, target]))];
  const nodes = ids.map(
    (id): GraphNode => ({
      id,
      kind: NODE_KINDS.find((kind) => id.startsWith(`${kind}:`))!,
      label: `label of ${id}`,
      status: null,
      date: null,
      attributes: {},
    }),
  );
  const { manifest, bytes } = createMapSections({
    nodes,
    edges: edges.map(([source, kind, target]) => ({
      kind,
      source: ids.indexOf(source),
      target: ids.indexOf(target),
      basis: 'stated',
      rule: 'test',
      scope: null,
      evidence: [],
      group: null,
      orLater: false,
      file: null,
    })),
    map: {
      x: new Float32Array(ids.length),
      y: new Float32Array(ids.length),
      community: new Uint32Array(ids.length),
      importance: Float32Array.from(ids, (_, index) => 1 - index / ids.length),
      regions: [],
    },
  });
  const fetchBytes = async (path: string): Promise<ArrayBuffer> =>
    Uint8Array.from(bytes.get(path.slice(path.lastIndexOf('/') + 1) as 'names')!).buffer;
  return loadGraphData(await loadPlaces(manifest, fetchBytes), fetchBytes);
}

const CENTRE = 'article:1';
const USUAL: FocusOptions = {
  depth: 1,
  direction: 'both',
  hubs: 200,
  hiddenKinds: new Set(),
  hiddenEdges: new Set(),
  opened: [],
};
const many = (count: number, make: (index: number) => Edge): Edge[] => Array.from({ length: count }, (_, n) => make(n));
const EDGES: Edge[] = [
  ['article:2', 'supersedes', CENTRE],
  ['article:2', 'broken-by', CENTRE],
  [CENTRE, 'supersedes', 'article:0'],
  [CENTRE, 'applies-to', 'product:big'],
  ...many(60, (n) => [CENTRE, 'ships', `file:${n}.dll`]),
  ...many(26, (n) => [`article:9${n}`, 'references', CENTRE]),
  ...many(300, (n) => [`article:7${n}`, 'applies-to', 'product:big']),
  ['article:2', 'ships', 'file:0.dll'],
  ['article:2', 'requires', 'service-pack:sp4'],
  ['article:3', 'requires', 'service-pack:sp4'],
];
const graph = await graphOf(EDGES);
const centre = graph.rankOf(CENTRE)!;
const [WIDE, NARROW] = [
  { width: 980, height: 660 },
  { width: 360, height: 560 },
];
const named = (options: Partial<FocusOptions> = {}) => {
  const slice = focusSlice(graph, centre, { ...USUAL, ...options });
  const keys = slice.items.map(({ key, role, words }) => (role === 'node' || role === 'centre' ? key : words));
  return { ...slice, keys };
};

describe('the neighbourhood of a node', () => {
  test('shows at most 25 of a group, by importance, and how many more there are', () => {
    const { items, keys } = named();
    const files = keys.filter((key) => key.startsWith('file:'));
    expect(files).toEqual(many(25, (n) => [CENTRE, 'ships', `file:${n}.dll`]).map(([, , file]) => file));
    const rest = items.find(({ role }) => role === 'rest')!;
    expect([rest.words, rest.ranks.length, keys.includes('Ships files · 60')]).toEqual(['+35', 35, true]);
    // '+1' would take the room of the one that it stands for.
    expect(keys.filter((key) => key.startsWith('article:9')).length).toBe(26);
  });

  test('names a neighbour once, under what matters most, with every edge to it', () => {
    const { items, edges, keys } = named();
    expect(keys.filter((key) => key === 'article:2').length).toBe(1);
    const kinds = edges.filter(({ source }) => items[source]?.key === 'article:2').map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['broken-by', 'ships', 'supersedes']);
  });

  test('makes a badge of a product that is joined to much, with how much', () => {
    const { badges, keys } = named();
    expect(badges).toEqual([{ rank: graph.rankOf('product:big'), degree: 301 }]);
    expect(keys).not.toContain('product:big');
    expect(named({ hubs: 1000 }).keys).toContain('product:big');
  });

  test('goes two steps, but not through a hub', () => {
    const { keys } = named({ depth: 2, hubs: 100 });
    expect(keys).toContain('service-pack:sp4');
    expect(keys).not.toContain('article:3');
    expect(named({ depth: 3, hubs: 100 }).keys).toContain('article:3');
    expect(keys.some((key) => key.startsWith('article:7'))).toBe(false);
  });

  test('leaves out what the legend hides, and counts it all the same', () => {
    const hidden = named({ hiddenEdges: new Set(['ships']), hiddenKinds: new Set(['product']) });
    expect(hidden.keys.some((key) => key.startsWith('file:'))).toBe(false);
    expect(hidden.badges).toEqual([]);
    expect(hidden.groups.find(({ kind }) => kind === 'ships')?.ranks.length).toBe(60);
    expect(named({ direction: 'in' }).items.every(({ side, role }) => role === 'centre' || side === 'in')).toBe(true);
  });

  test('opening a group adds its nodes, and closing it leaves exactly what was before', () => {
    const group = { id: 'article:2', kind: 'requires', direction: 'out' } as const;
    const before = named();
    const opened = toggleOpened([], group);
    const open = named({ opened });
    expect(open.keys).toContain('service-pack:sp4');
    expect(open.keys.slice(0, before.keys.length)).toEqual(before.keys);
    expect(named({ opened: toggleOpened(opened, group) })).toEqual(before);
    expect(named({ opened: [{ ...group, id: 'article:404' }] })).toEqual(before);
  });
});

describe('what an address says of a focus view', () => {
  test('falls back to the usual where it says nothing, or nothing sensible', () => {
    const read = (parameters: Record<string, string>) =>
      focusOptions({ parameters, hiddenKinds: new Set(), hiddenEdges: new Set() });
    expect(read({})).toEqual(USUAL);
    expect(read({ depth: '9', direction: 'up', hubs: '-1', open: 'x' })).toEqual(USUAL);
    expect(read({ depth: '3', direction: 'in', hubs: '50' })).toMatchObject({ depth: 3, direction: 'in', hubs: 50 });
    expect([parameterFor('depth', '1'), parameterFor('depth', '2')]).toEqual([null, '2']);
  });

  test('keeps every opened group', () => {
    const group = fc.record({
      id: fc
        .tuple(fc.constantFrom(...NODE_KINDS), fc.stringMatching(/^[^%\n\r]+$/))
        .map(([kind, key]) => `${kind}:${key}`),
      kind: fc.constantFrom(...EDGE_KINDS),
      direction: fc.constantFrom('in' as const, 'out' as const),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 5 }), (opened) => {
        expect(readOpened(writeOpened(opened) ?? undefined)).toEqual(opened);
      }),
    );
    expect(readOpened('nonsense;article:1~what.in;article:1~ships.up')).toEqual([]);
  });
});

describe('the layout of a focus view', () => {
  test.each([
    ['one step', {}],
    ['three steps', { depth: 3, hubs: 1000 }],
  ] as const)('of %s puts no two items on each other, arriving left and leaving right', (_name, options) => {
    const { items } = named(options);
    for (const room of [WIDE, NARROW]) {
      const { x, y, isNarrow } = focusLayout(items, room);
      expect(isNarrow).toBe(room === NARROW);
      const places = new Set(items.map((_item, index) => `${Math.round(x[index]! / 20)} ${Math.round(y[index]! / 9)}`));
      expect(places.size).toBe(items.length);
      for (const [index, { role, side }] of items.entries()) {
        if (role === 'centre') continue;
        expect(Number.isFinite(x[index]!) && Number.isFinite(y[index]!)).toBe(true);
        expect(x[index]! > 0).toBe(isNarrow || side === 'out');
      }
    }
  });

  test.each([
    ['one step', {}, WIDE],
    ['one step in a room between', {}, { width: 640, height: 500 }],
    ['one side', { direction: 'in' }, WIDE],
    ['three steps', { depth: 3, hubs: 1000 }, WIDE],
  ] as const)(
    'of %s fits the room, with names that reach neither its border nor the next column',
    (_, options, room) => {
      const { items } = named(options);
      const { x, y, names, box } = focusLayout(items, room);
      expect([box.x[1] - box.x[0], box.y[1] - box.y[0]]).toEqual([room.width, room.height]);
      for (const [index, { role, side }] of items.entries()) {
        if (role === 'centre') continue;
        const end = x[index]! + (side === 'in' ? -1 : 1) * names[index]!;
        expect(end).toBeGreaterThanOrEqual(box.x[0]);
        expect(end).toBeLessThanOrEqual(box.x[1]);
        expect(y[index]).toBeGreaterThan(box.y[0]);
        expect(y[index]).toBeLessThan(box.y[1]);
        const beyond = items.filter(
          (other, at) =>
            other.side === side && Math.abs(y[at]! - y[index]!) < 8 && Math.abs(x[at]!) > Math.abs(x[index]!),
        );
        for (const other of beyond) expect(Math.abs(x[items.indexOf(other)]!)).toBeGreaterThan(Math.abs(end));
      }
    },
  );

  test('lets the arrow keys reach every node', () => {
    const drawn = focusGraph(graph, named(), WIDE);
    const reached = new Set([CENTRE]);
    for (const key of reached) {
      for (const arrow of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const next = nextInDirection(drawn, key, arrow);
        if (next !== null) reached.add(next);
      }
    }
    const nodes = drawn.filterNodes((_key, { role }) => role !== 'heading');
    expect(reached.size).toBe(nodes.length);
  });
});

describe('the names of edges', () => {
  const within = { left: 0, top: 0, right: 800, bottom: 600 };
  const measure = (words: string) => words.length * 6;
  const edge = (kind: EdgeKind, source: number, target: number): FocusEdge => ({
    kind,
    basis: 'stated',
    source,
    target,
  });
  const curved = (each: FocusEdge, from: { x: number; y: number }, to: { x: number; y: number }) => ({
    edge: each,
    shape: edgeShape({ ...from, radius: 8 }, { ...to, radius: 8 }, { place: 0, of: 1, arrow: 8 }),
  });
  const centre = { x: 400, y: 300 };
  const fan = Array.from({ length: 12 }, (_, n) =>
    curved(edge(n < 6 ? 'references' : 'supersedes', 0, n + 1), centre, { x: 700, y: 30 + n * 45 }),
  );
  const boxOf = ({ words, x, y }: EdgeName) => {
    const half = measure(words) / 2;
    return { left: x - half, right: x + half, top: y - 6, bottom: y + 6 };
  };

  test('stand once on edges that say the same side by side, what decides first', () => {
    const names = placeEdgeNames(fan, { taken: [], within, measure, which: 'one-of-bundle' });
    expect(names.map(({ words }) => words)).toEqual(['replaces', 'refers to']);
    expect(placeEdgeNames(fan, { taken: [], within, measure, which: 'none' })).toEqual([]);
    const inferred = { ...edge('supersedes', 2, 0), basis: 'inferred' as const };
    expect(wordsOf(inferred)).toBe('replaces (inferred)');
  });

  test('cover neither each other, nor what is there, nor the border', () => {
    const taken = [{ left: 450, right: 700, top: 100, bottom: 260 }];
    const names = placeEdgeNames(fan, { taken, within, measure, which: 'every' });
    expect(names.length).toBeGreaterThan(4);
    const boxes = names.map(boxOf);
    for (const [at, box] of boxes.entries()) {
      for (const other of [...taken, ...boxes.slice(at + 1)]) expect(overlap(box, other, 0)).toBe(false);
    }
    const covered = [{ left: 0, right: 800, top: 0, bottom: 600 }];
    expect(placeEdgeNames(fan, { taken: covered, within, measure, which: 'every' })).toEqual([]);
    const small = { left: 0, top: 0, right: 420, bottom: 320 };
    expect(placeEdgeNames(fan, { taken: [], within: small, measure, which: 'every' })).toEqual([]);
  });
});

describe('edges', () => {
  const at = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });

  test('between the same two nodes are apart, whichever way they point', () => {
    const pair = [
      { source: 0, target: 1 },
      { source: 1, target: 0 },
      { source: 0, target: 1 },
    ];
    const ends = [
      { x: 0, y: 0, radius: 5 },
      { x: 300, y: 40, radius: 5 },
    ];
    const shapes = numberParallel(pair).map((number, index) =>
      edgeShape(ends[pair[index]!.source]!, ends[pair[index]!.target]!, { ...number, arrow: 8 }),
    );
    const middles = shapes.map(({ middle }) => middle.y).toSorted((a, b) => a - b);
    expect(middles[1]! - middles[0]!).toBeGreaterThan(6);
    expect(middles[2]! - middles[1]!).toBeGreaterThan(6);
  });

  test('are finite curves that a pointer on them finds', () => {
    fc.assert(
      fc.property(at, at, fc.double({ min: 0, max: 1, noNaN: true }), (source, target, t) => {
        const shape = edgeShape({ ...source, radius: 4 }, { ...target, radius: 4 }, { place: 0, of: 2, arrow: 8 });
        const on = pointAt(shape, t);
        expect(Number.isFinite(on.x) && Number.isFinite(on.y)).toBe(true);
        expect(distanceTo(shape, on)).toBeLessThan(4);
      }),
    );
  });
});
