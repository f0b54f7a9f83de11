import type { Basis, EdgeKind } from '../../src/model/graph.ts';
import { basisOfEdge, kindOfEdge } from '../graph/edges.ts';
import type { GraphData } from '../graph/graph-data.ts';
import { degreeOf, type NeighbourGroup, neighbourGroups } from '../graph/neighbours.ts';
import { type Direction, EDGE_WORDS } from '../look/kinds.ts';
import { count } from '../page/dom.ts';
import type { FocusOptions } from './focus-options.ts';

/** One thing in a focus view: a node of the graph, the heading of a group, or what stands for the rest of one. */
export interface FocusItem {
  key: string;
  role: 'centre' | 'node' | 'heading' | 'rest';
  /** The node; of a heading and a rest, the node whose group it is. */
  rank: number;
  /** Index of the item that it hangs on; -1 for the centre. */
  parent: number;
  depth: number;
  side: 'in' | 'out';
  /** What a heading or a rest says. */
  words: string;
  /** The nodes that a rest stands for. */
  ranks: number[];
}

export interface FocusEdge {
  kind: EdgeKind;
  basis: Basis;
  /** Indexes into the items. */
  source: number;
  target: number;
}

/** A node with its neighbourhood, as a focus view shows it. */
export interface FocusSlice {
  items: FocusItem[];
  edges: FocusEdge[];
  /** Neighbours that are joined to so much that they stand beside the picture: 'Windows XP'. */
  badges: { rank: number; degree: number }[];
  /** All groups of the centre, whatever is hidden. */
  groups: NeighbourGroup[];
}

/** So many of a group are shown at once. */
export const SHOWN_OF_GROUP = 25;
/** So many neighbours of each node that is two, and three, steps away. */
const SHOWN_BEYOND = [0, 0, 6, 3];
const MOST_ITEMS = 2000;
/** Kinds whose hubs become badges: they hold for so much that they tell little. */
const BADGES = new Set(['product', 'family']);

/** Cuts the neighbourhood of a node out of the graph. Pure: what closing a group leaves is what was before it opened. */
export function focusSlice(graph: GraphData, centre: number, options: FocusOptions): FocusSlice {
  const items: FocusItem[] = [];
  const itemOf = new Map<number, number>();
  const badges: FocusSlice['badges'] = [];
  const badged = new Set<number>();
  const add = (item: Omit<FocusItem, 'key'>): number => {
    if (item.role === 'node' || item.role === 'centre') itemOf.set(item.rank, items.length);
    const key = item.role === 'node' || item.role === 'centre' ? graph.id(item.rank) : `${item.role} ${items.length}`;
    return items.push({ key, ...item }) - 1;
  };
  const isShown = (rank: number): boolean => !options.hiddenKinds.has(graph.kind(rank));
  const isAllowed = ({ kind, direction }: { kind: EdgeKind; direction: Direction }): boolean =>
    !options.hiddenEdges.has(kind) && (options.direction === 'both' || options.direction === direction);
  const wanted = (group: NeighbourGroup): number[] =>
    group.ranks.filter((rank) => !itemOf.has(rank) && !badged.has(rank) && isShown(rank));

  const addGroup = (parent: number, group: NeighbourGroup, side: Direction, hasHeading: boolean): void => {
    const { rank, depth } = items[parent]!;
    const isFirst = depth === 0;
    const ranks = wanted(group).filter((other) => {
      if (!isFirst || !BADGES.has(graph.kind(other))) return true;
      const degree = degreeOf(graph, other);
      if (degree <= options.hubs) return true;
      badges.push({ rank: other, degree });
      badged.add(other);
      return false;
    });
    if (ranks.length === 0 || items.length >= MOST_ITEMS) return;
    const words = `${EDGE_WORDS[group.kind][group.direction]} · ${count(ranks.length)}`;
    const common = { rank, parent, depth: depth + 1, side, ranks: [] };
    if (hasHeading) add({ ...common, role: 'heading', words });
    // One in place of 'and one more' takes no more room.
    const shown = ranks.length === SHOWN_OF_GROUP + 1 ? ranks.length : SHOWN_OF_GROUP;
    for (const other of ranks.slice(0, shown)) add({ ...common, role: 'node', rank: other, words: '' });
    addRest(parent, ranks.slice(shown), side);
  };
  const addRest = (parent: number, ranks: number[], side: Direction): void => {
    if (ranks.length === 0) return;
    const { rank, depth } = items[parent]!;
    add({ role: 'rest', rank, parent, depth: depth + 1, side, words: `+${count(ranks.length)}`, ranks });
  };

  add({ role: 'centre', rank: centre, parent: -1, depth: 0, side: 'out', words: '', ranks: [] });
  const groups = neighbourGroups(graph, centre);
  for (const group of groups) if (isAllowed(group)) addGroup(0, group, group.direction, true);
  for (let depth = 2; depth <= options.depth; depth++) {
    const most = SHOWN_BEYOND[depth]!;
    for (const [index, item] of [...items.entries()]) {
      if (item.role !== 'node' || item.depth !== depth - 1 || items.length >= MOST_ITEMS) continue;
      if (degreeOf(graph, item.rank) > options.hubs) continue;
      const ranks = [...new Set(neighbourGroups(graph, item.rank).filter(isAllowed).flatMap(wanted))];
      // A rest of one is the one itself.
      const shown = ranks.length === most + 1 ? ranks.length : most;
      for (const rank of ranks.slice(0, shown)) {
        add({ role: 'node', rank, parent: index, depth, side: item.side, words: '', ranks: [] });
      }
      addRest(index, ranks.slice(shown), item.side);
    }
  }
  for (const { id, kind, direction } of options.opened) {
    const rank = graph.rankOf(id);
    const parent = rank === null ? undefined : itemOf.get(rank);
    if (rank === null || parent === undefined || parent === 0) continue;
    const group = neighbourGroups(graph, rank).find((each) => each.kind === kind && each.direction === direction);
    if (group) addGroup(parent, group, items[parent]!.side, true);
  }
  return { items, edges: edgesAmong(graph, items, itemOf, options), badges, groups };
}

/** The edges between nodes that are shown. */
function edgesAmong(
  { from }: GraphData,
  items: readonly FocusItem[],
  itemOf: ReadonlyMap<number, number>,
  { hiddenEdges }: FocusOptions,
): FocusEdge[] {
  const edges: FocusEdge[] = [];
  for (const [source, item] of items.entries()) {
    if (item.role !== 'node' && item.role !== 'centre') continue;
    for (let edge = from.starts[item.rank]!; edge < from.starts[item.rank + 1]!; edge++) {
      const target = itemOf.get(from.ends[edge]!);
      const kind = kindOfEdge(from.kinds[edge]!);
      if (target === undefined || hiddenEdges.has(kind)) continue;
      edges.push({ kind, basis: basisOfEdge(from.kinds[edge]!), source, target });
    }
  }
  return edges;
}
