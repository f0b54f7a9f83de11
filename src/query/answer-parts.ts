import type { GraphNode, NodeKind } from '../model/graph.ts';

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
