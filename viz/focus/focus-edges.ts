import { type EdgeShape, edgeShape, type Point } from './edge-shape.ts';
import type { FocusGraph } from './focus-graph.ts';
import type { FocusEdge } from './focus-slice.ts';

/** An edge with its curve on the screen. */
export interface DrawnEdge {
  edge: FocusEdge;
  shape: EdgeShape;
}

export type EdgeNumbers = readonly { place: number; of: number }[];

const ARROW = 8;

/** The curves of a graph's edges between nodes that have a place; `numbers` are those of `numberParallel`. */
export function curveEdges(
  graph: FocusGraph,
  numbers: EdgeNumbers,
  places: ReadonlyMap<string, Point & { radius: number }>,
): DrawnEdge[] {
  const isNarrow = graph.getAttribute('isNarrow');
  // In a narrow view the edges of the centre run down beside the column.
  const trunkOf = ({ source, target }: FocusEdge): 'source' | 'target' | null =>
    !isNarrow ? null : source === 0 ? 'source' : target === 0 ? 'target' : null;
  const drawn: DrawnEdge[] = [];
  let index = 0;
  graph.forEachEdge((_key, edge, source, target) => {
    const [a, b] = [places.get(source), places.get(target)];
    const number = numbers[index++];
    if (a && b && number)
      drawn.push({ edge, shape: edgeShape(a, b, { ...number, arrow: ARROW, trunk: trunkOf(edge) }) });
  });
  return drawn;
}

/** Whether an edge is one of the centre's, which is the first item. */
export function isOfCentre({ edge }: DrawnEdge): boolean {
  return edge.source === 0 || edge.target === 0;
}

/** How much of an edge between two neighbours is seen among so many: the more there are, the less each of them tells. */
export function quietOpacity(edges: number): number {
  return Math.max(0.1, Math.min(0.26, 24 / edges));
}
