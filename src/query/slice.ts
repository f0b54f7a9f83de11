import { MultiDirectedGraph } from 'graphology';
import { EDGE_KINDS, type EdgeKind } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';

/** Edges of some kinds, held in memory: a node's key is its index as a string, an edge's key its own index. */
export type SliceGraph = MultiDirectedGraph<Record<string, never>, EdgeView>;

/** Which way a slice is grown: along the edges' direction, against it, or both. */
export type Reach = 'out' | 'in' | 'both';

/** How far a slice is grown from its seeds. */
export interface SliceReach {
  /** 'both' unless told. */
  reach?: Reach;
  /** How many steps from the seeds; without end unless told. */
  depth?: number;
}

/** A slice that is still growing: what was read once stays in memory as long as its view does. */
export interface Slice {
  /** It may hold more than one question needs: what earlier ones read is kept. */
  readonly graph: SliceGraph;
  /** The edges that leave a node; read when they are first asked for. */
  out(index: number): readonly EdgeView[];
  /** The edges that arrive at a node; read when they are first asked for. */
  in(index: number): readonly EdgeView[];
  /** Reads everything within reach of the seeds. */
  grow(seeds: Iterable<number>, reach?: SliceReach): void;
}

/** Slices by the bits of their kinds. */
const slices = new WeakMap<GraphView, Map<number, Slice>>();
const BITS = new Map(EDGE_KINDS.map((kind, place) => [kind, 1 << place]));

/**
 * The edges of some kinds around the seeds as a graph to traverse: all that is connected with them, unless `reach`
 * says less; without seeds, all of the view. One graph a view and set of kinds, grown by what each call adds.
 */
export function sliceOf(
  view: GraphView,
  kinds: readonly EdgeKind[],
  seeds?: Iterable<number>,
  reach: SliceReach = {},
): SliceGraph {
  const slice = openSlice(view, kinds);
  slice.grow(seeds ?? Array.from({ length: view.nodeCount }, (_, index) => index), reach);
  return slice.graph;
}

/** The slice of a view for a set of kinds, as far as it was read before: for walks that choose their way as they go. */
export function openSlice(view: GraphView, kinds: readonly EdgeKind[]): Slice {
  let ofView = slices.get(view);
  if (ofView === undefined) {
    ofView = new Map();
    slices.set(view, ofView);
  }
  let key = 0;
  for (const kind of kinds) key |= BITS.get(kind) ?? 0;
  let slice = ofView.get(key);
  if (slice === undefined) {
    slice = createSlice(view, [...new Set(kinds)]);
    ofView.set(key, slice);
  }
  return slice;
}

function createSlice(view: GraphView, kinds: readonly EdgeKind[]): Slice {
  const graph: SliceGraph = new MultiDirectedGraph();
  const read = { out: new Map<number, readonly EdgeView[]>(), in: new Map<number, readonly EdgeView[]>() };
  const kept = new Map<number, EdgeView>();
  /** Nodes around which nothing within unlimited reach is left to read. */
  const closed: Record<Reach, Set<number>> = { out: new Set(), in: new Set(), both: new Set() };
  // Adding to the graph takes longer than reading: who walks without the graph need not wait for it.
  let newNodes: number[] = [];
  let newEdges: EdgeView[] = [];

  const keep = (edge: EdgeView): EdgeView => {
    const known = kept.get(edge.index);
    if (known !== undefined) return known;
    kept.set(edge.index, edge);
    newEdges.push(edge);
    return edge;
  };
  const edgesOf = (index: number, direction: 'out' | 'in'): readonly EdgeView[] => {
    let edges = read[direction].get(index);
    if (edges === undefined) {
      newNodes.push(index);
      edges = (direction === 'out' ? view.edgesFrom(index, kinds) : view.edgesTo(index, kinds)).map(keep);
      read[direction].set(index, edges);
    }
    return edges;
  };
  const catchUp = (): SliceGraph => {
    for (const index of newNodes) graph.mergeNode(String(index));
    for (const edge of newEdges) {
      const source = String(edge.source);
      const target = String(edge.target);
      graph.mergeNode(source);
      graph.mergeNode(target);
      graph.addDirectedEdgeWithKey(String(edge.index), source, target, edge);
    }
    newNodes = [];
    newEdges = [];
    return graph;
  };

  return {
    get graph() {
      return catchUp();
    },
    out: (index) => edgesOf(index, 'out'),
    in: (index) => edgesOf(index, 'in'),
    grow(seeds, { reach = 'both', depth = Number.POSITIVE_INFINITY } = {}) {
      const done = closed[reach];
      const seen = new Set(seeds);
      let ring = [...seen];
      for (let step = 0; ring.length > 0 && step < depth; step++) {
        const next: number[] = [];
        const meet = (index: number) => {
          if (seen.has(index)) return;
          seen.add(index);
          next.push(index);
        };
        for (const index of ring) {
          if (done.has(index)) continue;
          if (reach !== 'in') for (const { target } of edgesOf(index, 'out')) meet(target);
          if (reach !== 'out') for (const { source } of edgesOf(index, 'in')) meet(source);
        }
        ring = next;
      }
      // Only a walk that came to its end knows that nothing is left.
      if (depth === Number.POSITIVE_INFINITY) for (const index of seen) done.add(index);
    },
  };
}
