import type { EdgeKind, NodeKind } from '../../src/model/graph.ts';
import { GROUND, INK, NODE_WORDS, SHAPES, type Theme } from './kinds.ts';
import { isNamed, keyOf } from './node-name.ts';

/** What the map knows of a node. */
export interface MapNode {
  id: string;
  kind: NodeKind;
  label: string;
  /** 0 to 1. */
  importance: number;
}

/** What the map knows of an edge: the kind, and its ends' identities. */
export interface MapEdge {
  kind: EdgeKind;
  source: string;
  target: string;
}

/** The part of the state that looks depend on. */
export interface Light {
  theme: Theme;
  selected: string | null;
  /** The selected node's neighbours; null while they are unknown or nothing is selected. */
  neighbours: ReadonlySet<string> | null;
  hiddenKinds: ReadonlySet<NodeKind>;
  /** Pixels from a node to the nearest other one, on the whole map: where there is room, marks are larger. */
  spacing: number;
  /** Whether so many lines are drawn that they would cover each other. */
  dense: boolean;
}

export interface NodeLook {
  hidden: boolean;
  color: string;
  /** Radius in pixels. */
  size: number;
  shape: number;
  label: string | null;
  forceLabel: boolean;
  /** Ringed, with its name on a plate. */
  highlighted: boolean;
  zIndex: number;
}

export interface EdgeLook {
  hidden: boolean;
  color: string;
  size: number;
  zIndex: number;
}

/** How far from the selection labels are forced: beyond this many neighbours they would cover each other. */
const LABELLED_NEIGHBOURS = 24;

/** A node's look; the graph itself is never changed for display. */
export function nodeLook(node: MapNode, light: Light): NodeLook {
  const words = NODE_WORDS[node.kind];
  const look: NodeLook = {
    hidden: light.hiddenKinds.has(node.kind),
    color: words.colour[light.theme],
    size: (2.2 + 9 * node.importance ** 1.5) * markScale(light.spacing),
    shape: SHAPES.indexOf(words.shape),
    label: shortLabel(node),
    forceLabel: false,
    highlighted: false,
    zIndex: 1,
  };
  if (light.selected === null) return look;
  if (node.id === light.selected) {
    return { ...look, hidden: false, size: Math.max(8, look.size + 2), highlighted: true, zIndex: 3 };
  }
  if (light.neighbours?.has(node.id)) {
    const forceLabel = light.neighbours.size <= LABELLED_NEIGHBOURS;
    return { ...look, size: Math.max(5, look.size), forceLabel, zIndex: 2 };
  }
  return { ...look, color: blend(look.color, GROUND[light.theme], 0.72), label: null, zIndex: 0 };
}

/** From 0.6 where nodes crowd to 1.35 where they have room. */
function markScale(spacing: number): number {
  return Math.min(1.35, Math.max(0.6, spacing / 13));
}

/** An edge of the overview: quiet lines, quieter still while something is selected. */
export function edgeLook(edge: MapEdge, light: Light, kinds: { source: NodeKind; target: NodeKind }): EdgeLook {
  const hidden = light.hiddenKinds.has(kinds.source) || light.hiddenKinds.has(kinds.target);
  const loud = edge.kind === 'supersedes' || edge.kind === 'requires' || edge.kind === 'broken-by';
  const share = light.selected !== null ? 0.92 : loud ? 0.5 : light.dense ? 0.91 : 0.68;
  return {
    hidden,
    color: blend(edgeColour(edge.kind, light.theme), GROUND[light.theme], share),
    size: 1,
    zIndex: loud ? 1 : 0,
  };
}

/** An arrow between the selected node and a neighbour. */
export function arrowLook(edge: MapEdge, light: Light, kinds: { source: NodeKind; target: NodeKind }): EdgeLook {
  const hidden = [[edge.source, kinds.source] as const, [edge.target, kinds.target] as const].some(
    ([id, kind]) => id !== light.selected && light.hiddenKinds.has(kind),
  );
  return { hidden, color: blend(edgeColour(edge.kind, light.theme), GROUND[light.theme], 0.15), size: 1.8, zIndex: 2 };
}

/** Kinds that decide what to install have a colour of their own; the rest share the ink's grey. */
export function edgeColour(kind: EdgeKind, theme: Theme): string {
  const light = theme === 'light';
  if (kind === 'supersedes') return light ? '#2b6cd4' : '#6ba6ff';
  if (kind === 'requires') return light ? '#b35900' : '#f5a95c';
  if (kind === 'broken-by') return light ? '#c22f3d' : '#ff7f8a';
  if (kind === 'fixed-in' || kind === 'includes') return light ? '#0b8268' : '#45c8a3';
  return blend(INK[theme], GROUND[theme], 0.35);
}

/** '260695 XADM: The information store…' for an article, the label for others; at most about 42 characters. */
export function shortLabel(node: MapNode): string {
  const key = keyOf(node.id);
  const named = isNamed(node);
  const whole = named ? (node.kind === 'article' ? `${key} ${node.label}` : node.label) : key;
  return whole.length > 42 ? `${whole.slice(0, 41).trimEnd()}…` : whole;
}

/** `share` of the second colour in the first; both as `#rrggbb`. The map's shaders take no honest transparency. */
export function blend(first: string, second: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const a = Number.parseInt(first.slice(at, at + 2), 16);
    const b = Number.parseInt(second.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}
