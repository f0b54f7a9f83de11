import type { MapRegion, NodeKind } from './graph.ts';

/**
 * What the server announces of the map before it sends it in binary sections.
 * Nodes are numbered by rank: 0 is the most important one, so that the first n of every section are the n most
 * important nodes, and the edges among them are the first edges of theirs.
 */
export interface MapManifest {
  /** Names this graph's sections; they never change under it, so that a browser may keep them. */
  version: string;
  /** How many nodes the graph has. */
  nodes: number;
  nodesByKind: Partial<Record<NodeKind, number>>;
  /** How many pairs of nodes are joined, and how many of them the edge sections hold. */
  pairs: number;
  pairsSent: number;
  /** How many nodes one section of names holds. */
  namesPerSection: number;
  /** The largest first. */
  regions: MapRegion[];
  sections: MapSection[];
}

/**
 * One section. Little-endian, one entry a node in the order of ranks:
 *
 * - `positions`: x and y, float32 each
 * - `kinds`: index into `NODE_KINDS`, uint8
 * - `importance`: 0 to 1, float32
 * - `community`: uint32
 * - `edges`: one joined pair an entry: the ranks of source and target, uint32 each, ordered by the larger rank
 * - `edge-kinds`: the pair's most telling kind, index into `EDGE_KINDS`, uint8
 * - `names-0`, `names-1`, …: JSON of a `NamesSection`
 */
export interface MapSection {
  name: string;
  /** Where it is served. */
  path: string;
  /** Its length once it is unpacked. */
  bytes: number;
  /** CRC-32 of the unpacked bytes. */
  checksum: number;
}

/** Identities and labels of `namesPerSection` nodes, in the order of ranks. */
export interface NamesSection {
  ids: string[];
  labels: string[];
}
