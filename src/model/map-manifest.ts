import type { MapRegion, NodeKind } from './graph.ts';

/**
 * What the server announces of the graph before it sends it in binary sections.
 * Nodes are numbered by rank: 0 is the most important one, so that the first n of every section are the n most
 * important nodes.
 */
export interface MapManifest {
  /** Names this graph's sections; they never change under it, so that a browser may keep them. */
  version: string;
  /** How many nodes the graph has. */
  nodes: number;
  nodesByKind: Partial<Record<NodeKind, number>>;
  /** How many edges the sections hold: one for each kind between the same two nodes, none from a node to itself. */
  edges: number;
  /** The largest first. */
  regions: MapRegion[];
  sections: MapSection[];
}

/** The sections by name. */
export const SECTION_NAMES = [
  'positions',
  'kinds',
  'importance',
  'days',
  'edge-starts',
  'edge-targets',
  'edge-kinds',
  'name-starts',
  'names',
  'by-id',
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/**
 * One section. Little-endian, one entry a node in the order of ranks, unless said otherwise:
 *
 * - `positions`: x and y, float32 each
 * - `kinds`: index into `NODE_KINDS`, uint8; 128 more for an article that others only cite
 * - `importance`: 0 to 255, uint8
 * - `days`: days from 1970-01-01 to the node's date, uint16; 0 where there is none
 * - `edge-starts`: where the edges that leave a node begin in the next two, uint32; one more entry ends the last
 * - `edge-targets`: the rank of an edge's target, uint32, one entry an edge
 * - `edge-kinds`: index into `EDGE_KINDS`, uint8; 16 times the index into `BASES` more
 * - `name-starts`: where a node's key and then its label begin in `names`, uint32 each; one more entry ends the last
 * - `names`: UTF-8
 * - `by-id`: the ranks in the order of the nodes' ids, uint32
 */
export interface MapSection {
  name: SectionName;
  /** Where it is served. */
  path: string;
  /** Its length once it is unpacked. */
  bytes: number;
  /** CRC-32 of the unpacked bytes. */
  checksum: number;
}

/** Added to a node's kind where others only cite it. */
export const CITED = 128;
/** What an edge's basis is multiplied with. */
export const BASIS_STEP = 16;
