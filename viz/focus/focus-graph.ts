import { MultiDirectedGraph } from 'graphology';
import type { NodeKind } from '../../src/model/graph.ts';
import type { GraphData } from '../graph/graph-data.ts';
import { shortLabel } from '../look/looks.ts';
import { isNamed, keyOf } from '../look/node-name.ts';
import { focusLayout } from './focus-layout.ts';
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
export type FocusGraph = MultiDirectedGraph<FocusNode, FocusEdge>;

const NAME_LENGTH = 33;
const NARROW_LENGTH = 36;
/** Where columns stand behind each other, names are shorter. */
const TREE_LENGTH = 23;
const SIZES = { centre: 15, node: 5, heading: 0.1, rest: 0.1 } as const;

/** The slice as a graph with places; small enough for graphology to make in a few milliseconds. */
export function focusGraph(graph: GraphData, { items, edges }: FocusSlice, isNarrow = false): FocusGraph {
  const layout = focusLayout(items, isNarrow);
  const isTree = items.some(({ depth }) => depth > 1);
  const most = isNarrow ? NARROW_LENGTH : isTree ? TREE_LENGTH : NAME_LENGTH;
  const made: FocusGraph = new MultiDirectedGraph();
  for (const [item, { key, role, rank, side, words }] of items.entries()) {
    const isNode = role === 'node' || role === 'centre';
    made.addNode(key, {
      x: layout.x[item]!,
      y: layout.y[item]!,
      size: SIZES[role] + (role === 'node' ? (graph.importance[rank]! / 255) * 5 : 0),
      label: isNode ? nameOf(graph, rank, role === 'centre' && !isNarrow ? most * 1.6 : most) : words,
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
