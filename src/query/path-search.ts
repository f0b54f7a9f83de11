import type { EdgeKind } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import { type FoundPaths, shortestPaths } from './shortest-paths.ts';
import { openSlice, type Slice } from './slice.ts';
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

/** An edge of a path, and whether it leads along the path. */
export interface Way {
  edge: EdgeView;
  direction: 'out' | 'in';
}

/** Gives the edges that join two neighbours in a path under the conditions. */
export function openWays(
  view: GraphView,
  { kinds, direction, stated }: PathConditions,
): (from: number, to: number) => Way[] {
  const slice = openSlice(view, kinds);
  const isTaken = (edge: EdgeView) => !stated || edge.basis !== 'inferred';
  return (from, to) => {
    const ways: Way[] = [];
    // The end with fewer edges is looked through: the other may be a hub.
    const outside = direction === 'in' ? [] : fewer(slice.out(from), slice.in(to));
    const inside = direction === 'out' ? [] : fewer(slice.in(from), slice.out(to));
    for (const edge of outside) {
      if (edge.source === from && edge.target === to && isTaken(edge)) ways.push({ edge, direction: 'out' });
    }
    for (const edge of inside) {
      if (edge.target === from && edge.source === to && isTaken(edge)) ways.push({ edge, direction: 'in' });
    }
    return ways;
  };
}

const fewer = (a: readonly EdgeView[], b: readonly EdgeView[]) => (a.length <= b.length ? a : b);

/** Who stands next to whom; remembered, for a server asks again and again. */
interface Neighbours {
  ahead(node: number): readonly number[];
  behind(node: number): readonly number[];
  isHub(node: number): boolean;
}

const remembered = new WeakMap<Slice, Map<string, Neighbours>>();

function neighboursOf(view: GraphView, { kinds, direction, stated }: PathConditions): Neighbours {
  const slice = openSlice(view, kinds);
  let ofSlice = remembered.get(slice);
  if (ofSlice === undefined) {
    ofSlice = new Map();
    remembered.set(slice, ofSlice);
  }
  const key = `${direction} ${stated}`;
  let neighbours = ofSlice.get(key);
  if (neighbours === undefined) {
    neighbours = createNeighbours(view, slice, { kinds, direction, stated });
    ofSlice.set(key, neighbours);
  }
  return neighbours;
}

function createNeighbours(
  view: GraphView,
  slice: Slice,
  { kinds, direction, stated }: Omit<PathConditions, 'hubs'>,
): Neighbours {
  const list = (out: boolean, into: boolean) =>
    memo(view.nodeCount, (node) => {
      const others = new Set<number>();
      const isTaken = (edge: EdgeView) => !stated || edge.basis !== 'inferred';
      if (out) for (const edge of slice.out(node)) if (isTaken(edge)) others.add(edge.target);
      if (into) for (const edge of slice.in(node)) if (isTaken(edge)) others.add(edge.source);
      others.delete(node);
      return [...others];
    });
  const ahead = list(direction !== 'in', direction !== 'out');
  return {
    ahead,
    behind: direction === 'any' ? ahead : list(direction === 'in', direction === 'out'),
    isHub: memo(view.nodeCount, (node) => {
      const { from, to } = view.degrees(node);
      let edges = 0;
      for (const kind of kinds) edges += (from[kind] ?? 0) + (to[kind] ?? 0);
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
