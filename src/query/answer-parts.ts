import type { GraphNode, NodeKind } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';

/** A node as answers name it. */
export interface NodeName {
  /** `kind:key`. */
  id: string;
  kind: NodeKind;
  label: string;
  /** For articles: whether its text was read, or others only cite it. */
  status: 'present' | 'cited' | null;
}

/** A node's name for an answer. */
export function nameOf({ id, kind, label, status }: GraphNode): NodeName {
  return { id, kind, label, status };
}

const names = new WeakMap<GraphView, Map<number, NodeName>>();

/** The name of the node at an index; read once, however often it is told. */
export function nameAt(view: GraphView, index: number): NodeName {
  let ofView = names.get(view);
  if (ofView === undefined) {
    ofView = new Map();
    names.set(view, ofView);
  }
  let name = ofView.get(index);
  if (name === undefined) {
    name = nameOf(view.node(index));
    ofView.set(index, name);
  }
  return name;
}
