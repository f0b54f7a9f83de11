import type { EdgeKind, NodeKind } from '../../src/model/graph.ts';
import type { Scope } from '../../src/model/relation.ts';
import type { Explorer } from '../state/explorer.ts';
import type { State } from '../state/state.ts';

/** One view of the graph, as `registry.ts` lists it. Its drawing code is loaded when it is first opened. */
export interface View {
  /** Its part of the address: `#/chain/article/260695`. No kind of node, and no other view, goes by it. */
  name: string;
  /** What its tab says. */
  title: string;
  /** The kinds of nodes that it is about; 'none' when it shows the graph whatever is selected. */
  of: readonly NodeKind[] | 'any' | 'none';
  load(): Promise<{ mount: Mount }>;
}

/**
 * Fills an empty element of the page with a view. Parameters of its own live in `state.parameters` and change by
 * `setParameters`; a list of those that outlast the view stands in `state/state.ts`.
 */
export type Mount = (root: HTMLElement, explorer: Explorer) => MountedView;

/** A view on the page. */
export interface MountedView {
  /** Called once after mounting and after every change of the state; `previous` is null the first time. */
  update(state: State, previous: State | null): void;
  /** What is seen now, for the list and the exports; absent where there is nothing of the kind. */
  shown?(): ShownGraph | null;
  /** The drawing itself, where the view is one that stands in the page as SVG; the exports save it as it is. */
  picture?(): SVGSVGElement | null;
  /** What the lines of its picture say; absent where their dashes tell what they rest on. */
  lines?(): readonly LineSample[];
  /** Ends listeners, timers and graphics contexts; the element is emptied afterwards. */
  close(): void;
}

/** A line of a picture's legend. */
export interface LineSample {
  words: string;
  colour: string;
  /** As SVG's `stroke-dasharray`; null for a line without gaps. */
  dash: string | null;
  /** Whether it ends in an open arrowhead. */
  isOpen?: boolean;
}

/** Nodes and edges as a view shows them, ready to be listed and exported. */
export interface ShownGraph {
  title: string;
  /** `x` to the right and `y` downwards, in pixels of the view at rest. */
  nodes: { id: string; kind: NodeKind; label: string; date: string | null; x: number; y: number }[];
  edges: ShownEdge[];
}

/** An edge as a view shows it; what the view knows of its reasons goes into exports. */
export interface ShownEdge {
  kind: EdgeKind;
  source: string;
  target: string;
  basis: string;
  rule?: string;
  because?: string | null;
  scope?: Scope | null;
  evidence?: readonly { article: string; from: number; to: number; quote: string }[];
}
