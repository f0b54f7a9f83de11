import { EDGE_KINDS, type EdgeKind, NODE_KINDS, type NodeKind } from '../../src/model/graph.ts';
import type { MapManifest, NamesSection } from '../../src/model/map-manifest.ts';
import { crc32 } from '../graph/crc32.ts';
import { extentOf, medianSpacing } from './spacing.ts';

/** The map's most important nodes and the edges among them, decoded. */
export interface MapData {
  manifest: MapManifest;
  /** How many nodes this page draws; the first `shown` ranks. */
  shown: number;
  positions: Float32Array;
  kinds: Uint8Array;
  importance: Float32Array;
  community: Uint32Array;
  /** Ranks of source and target, one pair an entry; only pairs among the shown nodes. */
  edges: Uint32Array;
  edgeKinds: Uint8Array;
  names: NamesSection;
  /** The median distance from a shown node to the nearest other one, in the units of positions. */
  spacing: number;
  /** The longer side of the box around them; never 0. */
  extent: number;
}

/** Fetches the unpacked bytes of a path. */
export type FetchBytes = (path: string) => Promise<ArrayBuffer>;

/** Loads what a map of at most `limit` nodes needs; throws with a sentence when a section came damaged. */
export async function loadMapData(manifest: MapManifest, limit: number, fetchBytes: FetchBytes): Promise<MapData> {
  const shown = Math.min(limit, manifest.nodes, manifest.namesPerSection);
  const load = (name: string): Promise<ArrayBuffer> => loadSection(manifest, name, fetchBytes);
  const [positions, kinds, importance, community, edges, edgeKinds, names] = await Promise.all([
    load('positions'),
    load('kinds'),
    load('importance'),
    load('community'),
    load('edges'),
    load('edge-kinds'),
    shown > 0 ? load('names-0') : new TextEncoder().encode('{"ids":[],"labels":[]}').buffer,
  ]);
  const pairs = new Uint32Array(edges);
  const among = pairsAmong(pairs, shown);
  const places = new Float32Array(positions).subarray(0, shown * 2);
  return {
    manifest,
    shown,
    positions: places,
    kinds: new Uint8Array(kinds).subarray(0, shown),
    importance: new Float32Array(importance).subarray(0, shown),
    community: new Uint32Array(community).subarray(0, shown),
    edges: pairs.subarray(0, among * 2),
    edgeKinds: new Uint8Array(edgeKinds).subarray(0, among),
    names: JSON.parse(new TextDecoder().decode(names)) as NamesSection,
    spacing: medianSpacing(places),
    extent: extentOf(places) || 1,
  };
}

export function kindOf(data: MapData, rank: number): NodeKind {
  return NODE_KINDS[data.kinds[rank] ?? 0] ?? 'article';
}

export function edgeKindOf(data: MapData, pair: number): EdgeKind {
  return EDGE_KINDS[data.edgeKinds[pair] ?? 0] ?? 'references';
}

/** Pairs are ordered by their larger rank, so those among the first `shown` nodes come first. */
function pairsAmong(pairs: Uint32Array, shown: number): number {
  let low = 0;
  let high = pairs.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Math.max(pairs[middle * 2]!, pairs[middle * 2 + 1]!) < shown) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function loadSection(manifest: MapManifest, name: string, fetchBytes: FetchBytes): Promise<ArrayBuffer> {
  const section = manifest.sections.find((candidate) => candidate.name === name);
  if (!section) throw new Error(`The server announces no section '${name}' of the map.`);
  const bytes = await fetchBytes(section.path);
  if (bytes.byteLength !== section.bytes || crc32(new Uint8Array(bytes)) !== section.checksum) {
    throw new Error(`The section '${name}' of the map came damaged. Reload the page; if it stays so, build again.`);
  }
  return bytes;
}
