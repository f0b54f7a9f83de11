import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { BASES, EDGE_KINDS, type GraphNode, type KnowledgeGraph, NODE_KINDS } from '../../model/graph.ts';
import {
  BASIS_STEP,
  CITED,
  type MapManifest,
  type MapSection,
  SECTION_NAMES,
  type SectionName,
} from '../../model/map-manifest.ts';

const DAY = 86_400_000;

/** The whole graph as the explorer reads it. */
export interface MapSections {
  manifest: MapManifest;
  bytes: ReadonlyMap<SectionName, Uint8Array>;
}

/** Cuts a graph into the sections of `MapManifest`. */
export function createMapSections(graph: Pick<KnowledgeGraph, 'nodes' | 'edges' | 'map'>): MapSections {
  const { nodes, map } = graph;
  const order = rankNodes(map.importance, nodes.length);
  const rankOf = new Uint32Array(nodes.length);
  order.forEach((node, rank) => {
    rankOf[node] = rank;
  });
  const arrays: Record<SectionName, Uint8Array> = {
    ...nodeColumns(graph, order),
    ...edgeSections(graph.edges, rankOf),
    ...nameSections(nodes, order),
  };
  const bytes = new Map(SECTION_NAMES.map((name) => [name, arrays[name]]));

  const hash = createHash('sha256').update(JSON.stringify(map.regions));
  for (const section of bytes.values()) hash.update(section);
  const version = hash.digest('hex').slice(0, 12);
  const nodesByKind: MapManifest['nodesByKind'] = {};
  for (const { kind } of nodes) nodesByKind[kind] = (nodesByKind[kind] ?? 0) + 1;
  const sections = [...bytes].map(
    ([name, section]): MapSection => ({
      name,
      path: `/api/map/${version}/${name}`,
      bytes: section.byteLength,
      checksum: crc32(section),
    }),
  );
  const edges = arrays['edge-kinds'].length;
  return { manifest: { version, nodes: nodes.length, nodesByKind, edges, regions: map.regions, sections }, bytes };
}

function rankNodes(importance: Float32Array, count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  return order.sort((a, b) => (importance[b] ?? 0) - (importance[a] ?? 0) || a - b);
}

function nodeColumns({ nodes, map }: Pick<KnowledgeGraph, 'nodes' | 'map'>, order: Uint32Array) {
  const positions = new Float32Array(order.length * 2);
  const kinds = new Uint8Array(order.length);
  const importance = new Uint8Array(order.length);
  const days = new Uint16Array(order.length);
  order.forEach((index, rank) => {
    const node = nodes[index]!;
    positions[rank * 2] = map.x[index] ?? 0;
    positions[rank * 2 + 1] = map.y[index] ?? 0;
    kinds[rank] = NODE_KINDS.indexOf(node.kind) + (node.status === 'cited' ? CITED : 0);
    importance[rank] = Math.round((map.importance[index] ?? 0) * 255);
    const day = node.date === null ? 0 : Date.parse(node.date) / DAY;
    days[rank] = day > 0 && day < 65_536 ? day : 0;
  });
  return { positions: bytesOf(positions), kinds, importance, days: bytesOf(days) };
}

/** The edges by source, then target, then kind; of several of one kind the one that is stated best. */
function edgeSections(edges: KnowledgeGraph['edges'], rankOf: Uint32Array) {
  const count = rankOf.length;
  // What an article says comes before a feed, and that before a rule.
  const strength = [BASES.indexOf('stated'), BASES.indexOf('feed'), BASES.indexOf('inferred')];
  const numbers = new Map(EDGE_KINDS.map((kind, index) => [kind, index]));
  const keys = new Float64Array(edges.length);
  let length = 0;
  for (const { source, target, kind, basis } of edges) {
    if (source === target) continue;
    const ends = rankOf[source]! * count + rankOf[target]!;
    keys[length++] = (ends * 16 + numbers.get(kind)!) * 4 + strength.indexOf(BASES.indexOf(basis));
  }
  const sorted = keys.subarray(0, length).sort();
  const starts = new Uint32Array(count + 1);
  const targets = new Uint32Array(length);
  const kinds = new Uint8Array(length);
  let kept = 0;
  let last = -1;
  for (const key of sorted) {
    const named = Math.floor(key / 4);
    if (named === last) continue;
    last = named;
    const ends = Math.floor(named / 16);
    const source = Math.floor(ends / count);
    targets[kept] = ends - source * count;
    kinds[kept] = named - ends * 16 + BASIS_STEP * (strength[key - named * 4] ?? 0);
    starts[source + 1] = ++kept;
  }
  for (let node = 0; node < count; node++) starts[node + 1] = Math.max(starts[node + 1]!, starts[node]!);
  return {
    'edge-starts': bytesOf(starts),
    'edge-targets': bytesOf(targets.slice(0, kept)),
    'edge-kinds': kinds.slice(0, kept),
  };
}

function nameSections(nodes: readonly GraphNode[], order: Uint32Array) {
  const starts = new Uint32Array(order.length * 2 + 1);
  const parts: Buffer[] = [];
  let at = 0;
  order.forEach((index, rank) => {
    const { id, kind, label } = nodes[index]!;
    for (const [place, text] of [id.slice(kind.length + 1), label].entries()) {
      starts[rank * 2 + place] = at;
      const part = Buffer.from(text);
      parts.push(part);
      at += part.length;
    }
  });
  starts[order.length * 2] = at;
  const ids = Array.from(order, (index) => nodes[index]!.id);
  const byId = Uint32Array.from(ids, (_, rank) => rank).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  return { 'name-starts': bytesOf(starts), names: Buffer.concat(parts), 'by-id': bytesOf(byId) };
}

function bytesOf(array: Float32Array | Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
