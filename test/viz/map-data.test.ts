import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { GraphEdge, GraphNode, KnowledgeGraph } from '../../src/model/graph.ts';
import { createMapSections } from '../../src/serve/map-sections.ts';
import { crc32 } from '../../viz/graph/crc32.ts';
import { edgeKindOf, type FetchBytes, kindOf, loadMapData } from '../../viz/map/map-data.ts';
import { createMapGraph } from '../../viz/map/map-graph.ts';

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
      date: null,
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

describe('the map from server to page', () => {
  test('arrives with the most important node first, every edge between the same ends', async () => {
    const { manifest, bytes } = createMapSections(GRAPH);
    const data = await loadMapData(manifest, 100, fetchFrom(bytes));
    expect(data.names.ids).toEqual(['product:x', 'article:3', 'article:2', 'article:1', 'file:a.dll']);
    expect(Array.from(data.positions)).toEqual([4, -4, 3, -3, 2, -2, 1, -1, 0, -0]);
    expect(kindOf(data, 4)).toBe('file');
    const pairs = Array.from(data.edgeKinds, (_, pair) => {
      const [source, target] = [data.edges[pair * 2]!, data.edges[pair * 2 + 1]!];
      return `${data.names.ids[source]} ${edgeKindOf(data, pair)} ${data.names.ids[target]}`;
    });
    expect(pairs).toEqual([
      'article:3 applies-to product:x',
      'article:3 supersedes article:2',
      'article:2 supersedes article:1',
      'article:1 ships file:a.dll',
    ]);
  });

  test('holds one line for each pair of joined nodes, of the kind that tells most, and none for a loop', () => {
    const { manifest } = createMapSections(GRAPH);
    expect([manifest.nodes, manifest.pairs, manifest.pairsSent]).toEqual([5, 4, 4]);
    expect(manifest.nodesByKind).toEqual({ file: 1, article: 3, product: 1 });
  });

  test('cut to the most important nodes keeps exactly the edges among them', async () => {
    const { manifest, bytes } = createMapSections(GRAPH);
    const data = await loadMapData(manifest, 3, fetchFrom(bytes));
    expect(data.shown).toBe(3);
    expect(data.edgeKinds.length).toBe(2);
    const graph = createMapGraph(data);
    expect([graph.order, graph.size]).toEqual([3, 2]);
  });

  test('refuses a damaged or shortened section with its name', async () => {
    const { manifest, bytes } = createMapSections(GRAPH);
    const flipped = new Map(bytes);
    flipped.set(
      'positions',
      Uint8Array.from(bytes.get('positions')!, (byte, at) => (at === 3 ? byte ^ 1 : byte)),
    );
    await expect(loadMapData(manifest, 9, fetchFrom(flipped))).rejects.toThrow(
      "The section 'positions' of the map came damaged",
    );
    const short = new Map(bytes);
    short.set('kinds', bytes.get('kinds')!.slice(1));
    await expect(loadMapData(manifest, 9, fetchFrom(short))).rejects.toThrow("'kinds'");
  });

  test('of an empty graph is an empty map', async () => {
    const { manifest, bytes } = createMapSections(graphOf([], []));
    const data = await loadMapData(manifest, 100, fetchFrom(bytes));
    expect([data.shown, data.edgeKinds.length]).toEqual([0, 0]);
  });

  test('has a version that changes with what it shows', () => {
    const other = { ...GRAPH, edges: GRAPH.edges.slice(1) };
    expect(createMapSections(other).manifest.version).not.toBe(createMapSections(GRAPH).manifest.version);
    expect(createMapSections(GRAPH).manifest.version).toBe(createMapSections(GRAPH).manifest.version);
  });
});

test('the checksum of the page is the one of the server', () => {
  for (const text of ['', 'a', '123456789', 'x'.repeat(10_000)]) {
    const bytes = new TextEncoder().encode(text);
    expect(crc32(bytes)).toBe(zlibCrc32(bytes));
  }
});
