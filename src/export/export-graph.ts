import type { Basis, EdgeKind, NodeKind, ShippedFile } from '../model/graph.ts';
import type { Scope } from '../model/relation.ts';

/** A node on its way to another tool. */
export interface ExportNode {
  /** `kind:key`, as everywhere. */
  id: string;
  kind: NodeKind;
  label: string;
  status: 'present' | 'cited' | null;
  /** `YYYY-MM-DD` or null. */
  date: string | null;
  /** 0 to 1; null where nobody ranked it. */
  importance: number | null;
  /** Its place on the map or in a drawing; null where it has none. */
  position: { x: number; y: number } | null;
}

/** An edge on its way to another tool; its ends are ids of nodes that are exported with it. */
export interface ExportEdge {
  source: string;
  target: string;
  kind: EdgeKind;
  basis: Basis;
  rule: string;
  scope: Scope | null;
  /** The facts that an inferred edge rests on, in words. */
  because: string | null;
  group: number | null;
  orLater: boolean;
  file: ShippedFile | null;
  /** The sentences that state it; `quote` is null where only the place is known. */
  evidence: readonly { article: string; from: number; to: number; quote: string | null }[];
}

/** What is exported: a whole graph or the part of it that somebody looks at. Both lists are read once, in order. */
export interface ExportGraph {
  title: string;
  /** Where it comes from and of which date, as one line. */
  source: string;
  nodes: Iterable<ExportNode>;
  edges: Iterable<ExportEdge>;
}

/** Another tool's format. */
export interface ExportFormat {
  /** What it is called by on a command line: 'gexf'. */
  name: string;
  /** What a person reads: 'GEXF, for Gephi'. */
  label: string;
  /** Without the dot. */
  extension: string;
  mediaType: string;
  /** The file in pieces, so that a large graph is never one string. */
  write(graph: ExportGraph): Iterable<string>;
}
