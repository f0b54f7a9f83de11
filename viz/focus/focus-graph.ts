import { MultiDirectedGraph } from 'graphology';
import type { NodeKind } from '../../src/model/graph.ts';
import type { GraphData } from '../graph/graph-data.ts';
import { shortLabel } from '../look/looks.ts';
import { isNamed, keyOf } from '../look/node-name.ts';
import { type FocusLayout, focusLayout, type Room } from './focus-layout.ts';
import type { FocusEdge, FocusItem, FocusSlice } from './focus-slice.ts';

/** A node's attributes in sigma's graph; sigma owns `type`, so ours is `kind`. */
export interface FocusNode {
  x: number;
  y: number;
  size: number;
  label: string;
  kind: NodeKind;
  role: FocusItem['role'];
  side: FocusItem['side'];
  /** Its item in the slice. */
  item: number;
  cited: boolean;
  /** Whether the centre's name stands beside it rather than below. */
  isBeside: boolean;
}
export type FocusGraph = MultiDirectedGraph<FocusNode, FocusEdge, Pick<FocusLayout, 'box' | 'isNarrow'>>;

/** The mean width of a letter of a name, in pixels; of the centre's, which is larger. */
const LETTER = 6.9;
const CENTRE_LETTER = 8.4;
const SIZES = { centre: 15, node: 5, heading: 0.1, rest: 0.1 } as const;

/** The slice as a graph with places in a room; small enough for graphology to make in a few milliseconds. */
export function focusGraph(graph: GraphData, { items, edges }: FocusSlice, room: Room): FocusGraph {
  const { x, y, names, box, isNarrow } = focusLayout(items, room);
  const made: FocusGraph = new MultiDirectedGraph();
  made.updateAttributes(() => ({ box, isNarrow }));
  for (const [item, { key, role, rank, side, words }] of items.entries()) {
    const isNode = role === 'node' || role === 'centre';
    const letters = Math.floor(names[item]! / (role === 'centre' ? CENTRE_LETTER : LETTER));
    made.addNode(key, {
      x: x[item]!,
      y: y[item]!,
      size: SIZES[role] + (role === 'node' ? (graph.importance[rank]! / 255) * 5 : 0),
      label: isNode ? nameOf(graph, rank, letters) : words,
      kind: graph.kind(rank),
      role,
      // In the one column of a narrow view every name stands right of its node.
      side: isNarrow ? 'out' : side,
      item,
      cited: graph.cited[rank] === 1,
      isBeside: isNarrow,
    });
  }
  for (const edge of edges) made.addEdge(items[edge.source]!.key, items[edge.target]!.key, edge);
  return made;
}

export function nameOf(graph: GraphData, rank: number, most: number): string {
  return shortLabel({ id: graph.id(rank), kind: graph.kind(rank), label: graph.label(rank) }, most);
}

/** '260695', 'ese.dll', 'Windows NT 4.0': the shortest that names a node. */
export function shortName(graph: GraphData, rank: number): string {
  const node = { id: graph.id(rank), label: graph.label(rank) };
  return graph.kind(rank) !== 'article' && isNamed(node) ? node.label : keyOf(node.id);
}
