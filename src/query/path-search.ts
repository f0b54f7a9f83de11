import { BASES, type Basis, EDGE_KINDS, type EdgeKind } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import { type FoundPaths, shortestPaths } from './shortest-paths.ts';
import type { PathDirection } from './walk-options.ts';

/** What a path may be made of. */
export interface PathConditions {
  kinds: readonly EdgeKind[];
  direction: PathDirection;
  /** Whether it may lead through hubs. */
  hubs: boolean;
  /** Whether inferred edges are left out. */
  stated: boolean;
}

/** What a search may spend. */
export interface PathLimits {
  longest: number;
  count: number;
  /** Of paths that are equally long, no more than so many are compared, if that is more than `count`. */
  alike: number;
  /** Edges that it looks at before it gives up. */
  budget: number;
}

/** A node with more edges joins nearly everything, and so tells nothing. */
export const HUB = 50;

/** The shortest paths between two nodes that the conditions allow. */
export function findPaths(
  view: GraphView,
  from: number,
  to: number,
  { conditions, limits }: { conditions: PathConditions; limits: PathLimits },
): FoundPaths {
  const { ahead, behind, isHub } = neighboursOf(view, conditions);
  const isPassable = conditions.hubs ? () => true : (node: number) => !isHub(node);
  return shortestPaths({ from, to, ahead, behind, isPassable, nodeCount: view.nodeCount, ...limits });
}

/** Whether a path may not lead through the node unless hubs are wanted. */
export function isHub(view: GraphView, conditions: PathConditions, node: number): boolean {
  return neighboursOf(view, conditions).isHub(node);
}

/** An edge of a path by its index, and whether it leads along the path. */
export interface Way {
  edge: number;
  source: number;
  kind: EdgeKind;
  basis: Basis;
  direction: 'out' | 'in';
}

/** Gives the edges that join two neighbours in a path under the conditions. */
export function openWays(view: GraphView, conditions: PathConditions): (from: number, to: number) => Way[] {
  const { direction } = conditions;
  const { out, into, sources, targets, kinds, bases } = columnsOf(view);
  const isTaken = takenBy(view, conditions);
  const way = (edge: number, along: 'out' | 'in'): Way => ({
    edge,
    source: sources[edge]!,
    kind: EDGE_KINDS[kinds[edge]!]!,
    basis: BASES[bases[edge]!]!,
    direction: along,
  });
  /** The edges from one node to another; the end with fewer edges is looked through: the other may be a hub. */
  const between = (source: number, target: number, along: 'out' | 'in', ways: Way[]) => {
    const [edges, first, last] =
      sizeAt(out, source) <= sizeAt(into, target)
        ? [out.order, out.first[source]!, out.first[source + 1]!]
        : [into.order, into.first[target]!, into.first[target + 1]!];
    for (let at = first; at < last; at++) {
      const edge = edges[at]!;
      if (sources[edge] === source && targets[edge] === target && isTaken(edge)) ways.push(way(edge, along));
    }
  };
  return (from, to) => {
    const ways: Way[] = [];
    if (direction !== 'in') between(from, to, 'out', ways);
    if (direction !== 'out') between(to, from, 'in', ways);
    return ways;
  };
}

/** Edges in the order of their nodes: those of node n are `order[first[n]] … order[first[n + 1] - 1]`. */
interface EdgesByNode {
  order: Uint32Array;
  first: Uint32Array;
}

interface Columns {
  sources: Uint32Array;
  targets: Uint32Array;
  kinds: Uint8Array;
  bases: Uint8Array;
  out: EdgesByNode;
  into: EdgesByNode;
  /** Who stands next to whom, by the conditions. */
  neighbours: Map<string, Neighbours>;
}

const remembered = new WeakMap<GraphView, Columns>();

function columnsOf(view: GraphView): Columns {
  let columns = remembered.get(view);
  if (columns === undefined) {
    const ends = view.ends();
    const out = byNode(ends.sources, view.nodeCount);
    const into = byNode(ends.targets, view.nodeCount);
    columns = { ...ends, out, into, neighbours: new Map() };
    remembered.set(view, columns);
  }
  return columns;
}

function byNode(nodes: Uint32Array, nodeCount: number): EdgesByNode {
  const first = new Uint32Array(nodeCount + 1);
  for (const node of nodes) first[node + 1]!++;
  for (let node = 0; node < nodeCount; node++) first[node + 1]! += first[node]!;
  const next = first.slice();
  const order = new Uint32Array(nodes.length);
  for (let edge = 0; edge < nodes.length; edge++) order[next[nodes[edge]!]!++] = edge;
  return { order, first };
}

const sizeAt = ({ first }: EdgesByNode, node: number): number => first[node + 1]! - first[node]!;

/** Tells, by an edge's index, whether the kinds hold it and inference is believed. */
function takenBy(view: GraphView, { kinds: wanted, stated }: PathConditions): (edge: number) => boolean {
  const { kinds, bases } = columnsOf(view);
  const isWanted = Uint8Array.from(EDGE_KINDS, (kind) => Number(wanted.includes(kind)));
  const inferred = stated ? BASES.indexOf('inferred') : -1;
  return (edge) => isWanted[kinds[edge]!] === 1 && bases[edge] !== inferred;
}

/** Who stands next to whom; remembered, for a server asks again and again. */
interface Neighbours {
  ahead(node: number): readonly number[];
  behind(node: number): readonly number[];
  isHub(node: number): boolean;
}

function neighboursOf(view: GraphView, conditions: PathConditions): Neighbours {
  const { neighbours } = columnsOf(view);
  const { direction, stated, kinds } = conditions;
  const key = [direction, stated, ...EDGE_KINDS.filter((kind) => kinds.includes(kind))].join(' ');
  let known = neighbours.get(key);
  if (known === undefined) {
    known = createNeighbours(view, conditions);
    // Each set of conditions that somebody asks for takes a few megabytes.
    if (neighbours.size >= MOST_CONDITIONS) neighbours.clear();
    neighbours.set(key, known);
  }
  return known;
}

const MOST_CONDITIONS = 20;

function createNeighbours(view: GraphView, conditions: PathConditions): Neighbours {
  const { direction, kinds: wanted } = conditions;
  const { out, into, sources, targets, kinds } = columnsOf(view);
  const isTaken = takenBy(view, conditions);
  const list = (isOut: boolean, isInto: boolean) =>
    memo(view.nodeCount, (node) => {
      const others: number[] = [];
      const gather = ({ order, first }: EdgesByNode, ends: Uint32Array) => {
        for (let at = first[node]!; at < first[node + 1]!; at++) {
          const edge = order[at]!;
          if (isTaken(edge) && ends[edge] !== node) others.push(ends[edge]!);
        }
      };
      if (isOut) gather(out, targets);
      if (isInto) gather(into, sources);
      return others.length > 1 ? [...new Set(others)] : others;
    });
  const ahead = list(direction !== 'in', direction !== 'out');
  const isWanted = Uint8Array.from(EDGE_KINDS, (kind) => Number(wanted.includes(kind)));
  return {
    ahead,
    behind: direction === 'any' ? ahead : list(direction === 'in', direction === 'out'),
    isHub: memo(view.nodeCount, (node) => {
      if (sizeAt(out, node) + sizeAt(into, node) <= HUB) return false;
      let edges = 0;
      for (const { order, first } of [out, into]) {
        for (let at = first[node]!; at < first[node + 1]!; at++) edges += isWanted[kinds[order[at]!]!]!;
      }
      return edges > HUB;
    }),
  };
}

/** Remembers what was computed for each node; an array of all is read faster than a map. */
function memo<Value>(nodeCount: number, compute: (node: number) => Value): (node: number) => Value {
  const known = new Array<Value | undefined>(nodeCount);
  return (node) => {
    let value = known[node];
    if (value === undefined) {
      value = compute(node);
      known[node] = value;
    }
    return value;
  };
}
