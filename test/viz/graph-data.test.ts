import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createMapSections } from '../../src/graph/map/map-sections.ts';
import type { GraphEdge, GraphNode, KnowledgeGraph } from '../../src/model/graph.ts';
import { crc32 } from '../../viz/graph/crc32.ts';
import { basisOfEdge, kindOfEdge } from '../../viz/graph/edges.ts';
import { type GraphData, loadGraphData, loadPlaces } from '../../viz/graph/graph-data.ts';
import { createGraphSource } from '../../viz/graph/graph-source.ts';
import { degreeOf, neighbourGroups } from '../../viz/graph/neighbours.ts';
import type { FetchBytes } from '../../viz/graph/sections.ts';

/** Five nodes, the least important first: a file, three articles in a chain, their product. */
const GRAPH = graphOf(
  ['file:a.dll', 'article:1', 'article:2', 'article:3', 'product:x'],
  [
    ['ships', 1, 0],
    ['references', 1, 2],
    ['supersedes', 2, 1],
    ['references', 3, 3],
    ['applies-to', 3, 4],
    ['supersedes', 3, 2],
  ],
);

function graphOf(
  ids: string[],
  edges: [GraphEdge['kind'], number, number][],
): Pick<KnowledgeGraph, 'nodes' | 'edges' | 'map'> {
  return {
    nodes: ids.map((id) => ({
      id,
      kind: id.slice(0, id.indexOf(':')) as GraphNode['kind'],
      label: `label of ${id}`,
      status: null,
      date: id === 'article:1' ? '1999-12-31' : null,
      attributes: {},
    })),
    edges: edges.map(([kind, source, target]) => ({
      kind,
      source,
      target,
      basis: 'stated',
      rule: 'test',
      scope: null,
      evidence: [],
      group: null,
      orLater: false,
      file: null,
    })),
    map: {
      x: Float32Array.from(ids, (_, index) => index),
      y: Float32Array.from(ids, (_, index) => -index),
      community: Uint32Array.from(ids, () => 0),
      importance: Float32Array.from(ids, (_, index) => index / ids.length),
      regions: [{ label: 'All', x: 0, y: 0, radius: 5, size: ids.length }],
    },
  };
}

function fetchFrom(bytes: ReadonlyMap<string, Uint8Array>): FetchBytes {
  return async (path) => Uint8Array.from(bytes.get(path.slice(path.lastIndexOf('/') + 1))!).buffer;
}

async function load(graph = GRAPH): Promise<GraphData> {
  const { manifest, bytes } = createMapSections(graph);
  return loadGraphData(await loadPlaces(manifest, fetchFrom(bytes)), fetchFrom(bytes));
}

describe('the graph from server to page', () => {
  test('arrives with the most important node first, and every edge between the same ends, from both sides', async () => {
    const data = await load();
    const ids = Array.from({ length: data.count }, (_, rank) => data.id(rank));
    expect(ids).toEqual(['product:x', 'article:3', 'article:2', 'article:1', 'file:a.dll']);
    expect(Array.from(data.positions)).toEqual([4, -4, 3, -3, 2, -2, 1, -1, 0, -0]);
    expect([data.kind(4), data.label(4), data.date(3), data.date(2)]).toEqual([
      'file',
      'label of file:a.dll',
      '1999-12-31',
      null,
    ]);
    const out = ids.flatMap((id, rank) =>
      neighbourGroups(data, rank).flatMap(({ kind, direction, ranks }) =>
        ranks.map((other) =>
          direction === 'out' ? `${id} ${kind} ${data.id(other)}` : `${data.id(other)} ${kind} ${id}`,
        ),
      ),
    );
    const wanted = [
      'article:3 applies-to product:x',
      'article:3 supersedes article:2',
      'article:2 supersedes article:1',
      'article:1 references article:2',
      'article:1 ships file:a.dll',
    ];
    expect(out.toSorted()).toEqual([...wanted, ...wanted].toSorted());
    expect(ids.map((_, rank) => degreeOf(data, rank))).toEqual([1, 2, 3, 3, 1]);
  });

  test('holds one edge of a kind between two nodes, of the best basis, and none for a loop', async () => {
    const [first] = GRAPH.edges;
    const twice = { ...GRAPH, edges: [{ ...first!, basis: 'inferred' as const }, ...GRAPH.edges, { ...first! }] };
    const data = await load(twice);
    expect([data.manifest.nodes, data.manifest.edges, data.from.ends.length]).toEqual([5, 5, 5]);
    const ships = Array.from(data.from.kinds).filter((packed) => kindOfEdge(packed) === 'ships');
    expect(ships.map(basisOfEdge)).toEqual(['stated']);
    expect(data.manifest.nodesByKind).toEqual({ file: 1, article: 3, product: 1 });
  });

  test('finds every node by its id, and none by another', async () => {
    const data = await load();
    for (let rank = 0; rank < data.count; rank++) expect(data.rankOf(data.id(rank))).toBe(rank);
    for (const id of ['', 'article:0', 'article:4', 'zzz:1', 'article:']) expect(data.rankOf(id)).toBeNull();
  });

  test('refuses a damaged or shortened section with its name', async () => {
    const { manifest, bytes } = createMapSections(GRAPH);
    const flipped = new Map<string, Uint8Array>(bytes);
    flipped.set(
      'positions',
      Uint8Array.from(bytes.get('positions')!, (byte, at) => (at === 3 ? byte ^ 1 : byte)),
    );
    await expect(loadPlaces(manifest, fetchFrom(flipped))).rejects.toThrow(
      "The section 'positions' of the graph came damaged",
    );
    const short = new Map<string, Uint8Array>(bytes);
    short.set('names', bytes.get('names')!.slice(1));
    const places = await loadPlaces(manifest, fetchFrom(bytes));
    await expect(loadGraphData(places, fetchFrom(short))).rejects.toThrow("'names'");
  });

  test('of an empty graph is an empty one', async () => {
    const data = await load(graphOf([], []));
    expect([data.count, data.from.ends.length, data.rankOf('article:1')]).toEqual([0, 0, null]);
  });

  test('has a version that changes with what it shows', () => {
    const other = { ...GRAPH, edges: GRAPH.edges.slice(1) };
    expect(createMapSections(other).manifest.version).not.toBe(createMapSections(GRAPH).manifest.version);
    expect(createMapSections(GRAPH).manifest.version).toBe(createMapSections(GRAPH).manifest.version);
  });

  test('is asked for once, and again after it could not be had', async () => {
    const { manifest, bytes } = createMapSections(GRAPH);
    let asked = 0;
    const source = createGraphSource(async () => {
      asked++;
      if (asked === 1) throw new Error('The server is gone.');
      return manifest;
    }, fetchFrom(bytes));
    await expect(source.graph()).rejects.toThrow('gone');
    expect((await source.graph()).count).toBe(5);
    expect(await source.graph()).toBe(await source.graph());
    expect(asked).toBe(2);
  });
});

test('the checksum of the page is the one of the server', () => {
  for (const text of ['', 'a', '123456789', 'x'.repeat(10_000)]) {
    const bytes = new TextEncoder().encode(text);
    expect(crc32(bytes)).toBe(zlibCrc32(bytes));
  }
});
