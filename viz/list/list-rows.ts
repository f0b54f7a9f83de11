import { EDGE_WORDS } from '../../src/model/edge-words.ts';
import type { EdgeKind, NodeKind } from '../../src/model/graph.ts';
import { type EdgeRows, kindOfEdge } from '../graph/edges.ts';
import type { GraphData } from '../graph/graph-data.ts';
import { degreeOf } from '../graph/neighbours.ts';
import type { Direction } from '../look/kinds.ts';
import { daysOf } from '../map/days.ts';

/** What is listed: the whole graph, or what is joined to a node. */
export const LISTED = ['graph', 'around'] as const;
export type Listed = (typeof LISTED)[number];

export interface ListFilter {
  hiddenKinds: ReadonlySet<NodeKind>;
  hiddenEdges: ReadonlySet<EdgeKind>;
  /** Dates of an address, both ends within; nodes without a date stay. */
  from: string | undefined;
  to: string | undefined;
}

/** The nodes of a list, in one order. Nodes are known by their rank in the graph. */
export interface ListRows {
  ranks: Uint32Array;
  /** How a node is joined to the one in the middle, 'replaced by, refers to'; null in a list of the whole graph. */
  joined: ReadonlyMap<number, string> | null;
  /** How many steps a node is away; null in a list of the whole graph. */
  steps: ReadonlyMap<number, number> | null;
}

/** Every node that the filter leaves, the most important first. */
export function graphRows(graph: GraphData, filter: ListFilter): ListRows {
  const passes = filterOf(graph, filter);
  const ranks = new Uint32Array(graph.count);
  let size = 0;
  for (let rank = 0; rank < graph.count; rank++) if (passes(rank)) ranks[size++] = rank;
  return { ranks: ranks.slice(0, size), joined: null, steps: null };
}

/** What is at most `depth` steps away from a node along the edges that are not hidden, the nearest first. */
export function aroundRows(graph: GraphData, middle: number, depth: number, filter: ListFilter): ListRows {
  const passes = filterOf(graph, filter);
  const steps = new Map([[middle, 0]]);
  const words = new Map<number, Set<string>>();
  let ring = [middle];
  for (let step = 1; step <= depth; step++) {
    const next: number[] = [];
    for (const node of ring) {
      const collect = (rows: EdgeRows, direction: Direction): void => {
        for (let edge = rows.starts[node]!; edge < rows.starts[node + 1]!; edge++) {
          const kind = kindOfEdge(rows.kinds[edge]!);
          const other = rows.ends[edge]!;
          if (filter.hiddenEdges.has(kind) || !passes(other)) continue;
          const known = steps.get(other);
          if (known === undefined) {
            steps.set(other, step);
            next.push(other);
          } else if (known !== step) continue;
          const own = words.get(other) ?? new Set<string>();
          own.add(EDGE_WORDS[kind][direction].toLowerCase());
          words.set(other, own);
        }
      };
      collect(graph.from, 'out');
      collect(graph.to, 'in');
    }
    ring = next.sort((a, b) => a - b);
  }
  return {
    ranks: Uint32Array.from(steps.keys()),
    joined: new Map([...words].map(([node, own]) => [node, [...own].join(', ')])),
    steps,
  };
}

function filterOf(graph: GraphData, { hiddenKinds, from, to }: ListFilter): (rank: number) => boolean {
  const days = daysOf(from, to);
  return (rank) => {
    if (hiddenKinds.has(graph.kind(rank))) return false;
    const day = graph.days[rank]!;
    return days === null || day === 0 || (day >= days.from && day <= days.to);
  };
}

export const SORTS = ['rank', 'name', 'kind', 'date', 'edges', 'steps'] as const;
export type SortKey = (typeof SORTS)[number];

/** Reads 'date' and '-date'; anything else is the order in which the rows came. */
export function parseSort(text: string | undefined): { key: SortKey; isDown: boolean } {
  const isDown = text?.startsWith('-') ?? false;
  const key = SORTS.find((known) => known === text?.replace('-', ''));
  return key === undefined ? { key: 'rank', isDown: false } : { key, isDown };
}

/** The rows in another order; equal ones keep theirs. What has no date stands last both ways. */
export function sortRows(graph: GraphData, rows: ListRows, { key, isDown }: ReturnType<typeof parseSort>): ListRows {
  if (key === 'rank') return isDown ? { ...rows, ranks: rows.ranks.slice().reverse() } : rows;
  const { ranks, steps } = rows;
  const sign = isDown ? -1 : 1;
  const places = Array.from(ranks, (_, place) => place);
  if (key === 'name') {
    const names = Array.from(ranks, (rank) => sortName(graph, rank));
    places.sort((a, b) => (names[a]! < names[b]! ? -sign : names[a]! > names[b]! ? sign : a - b));
  } else {
    const value = (rank: number): number => {
      if (key === 'kind') return NODE_ORDER.indexOf(graph.kind(rank));
      if (key === 'edges') return degreeOf(graph, rank);
      if (key === 'steps') return steps?.get(rank) ?? 0;
      return graph.days[rank] || (isDown ? -1 : 1e9);
    };
    const values = Float64Array.from(ranks, value);
    places.sort((a, b) => sign * (values[a]! - values[b]!) || a - b);
  }
  return { ...rows, ranks: Uint32Array.from(places, (place) => ranks[place]!) };
}

const NODE_ORDER: readonly NodeKind[] = ['article', 'fix', 'service-pack', 'product', 'family', 'file', 'cve'];

function sortName(graph: GraphData, rank: number): string {
  const label = graph.label(rank);
  return (label === '' ? graph.id(rank) : label).toLowerCase();
}
