import type { Advisories } from './advisories.ts';
import type { BuildReport, EdgeKind, GraphEdge, GraphMap, GraphNode, NodeKind } from './graph.ts';

/** An edge together with its place in `KnowledgeGraph.edges`. */
export interface EdgeView extends GraphEdge {
  index: number;
}

/** Of every edge its ends, kind and basis, by the edge's index: enough to walk far without reading edges. */
export interface EdgeEnds {
  sources: Uint32Array;
  targets: Uint32Array;
  /** Indexes into `EDGE_KINDS`. */
  kinds: Uint8Array;
  /** Indexes into `BASES`. */
  bases: Uint8Array;
}

/** One copy of an article as it was read. */
export interface StoredArticle {
  id: string;
  /** The ordinal of the copy in reading order. */
  copy: number;
  dialect: string;
  title: string;
  modified: string | null;
  category: string | null;
  /** The file that it came from. */
  source: string;
  keywords: string[];
  /** Where `text` starts in that file's decoded text: evidence reads `text.slice(from - offset, to - offset)`. */
  offset: number;
  text: string;
}

/** One thing to look for: a word, or several words in a row. */
export interface SearchTerm {
  /** Plain words; whatever syntax they hold is taken literally. */
  text: string;
  /** The last word may go on ('exch' finds 'exchange'). */
  prefix?: boolean;
}

/** How to look: `limit` answers at most; `any` takes one matching term as enough (all are needed otherwise). */
export interface SearchOptions {
  limit: number;
  any?: boolean;
}

/** An article whose title or body matched; a higher score is a better match. */
export interface TextHit {
  article: string;
  copy: number;
  score: number;
}

/** A node whose label, key or alias matched; a higher score is a better match. */
export interface NameHit {
  index: number;
  score: number;
}

/** A word that the names of this graph hold, with the number of names that hold it. */
export interface KnownWord {
  word: string;
  count: number;
}

/**
 * A graph to ask: whatever holds it loads only what a question needs.
 * Nodes and edges are known by their indexes, which are dense from 0. An index out of range throws RangeError.
 */
export interface GraphView {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** How many copies of articles hold text. */
  readonly articleCount: number;
  readonly report: BuildReport;

  node(index: number): GraphNode;
  /** The index of the node with exactly this id ('article:260695'), or null. */
  indexOf(id: string): number | null;
  /** Nodes whose label, key or an alias reads like this, whatever its case, spacing and spelling of 'service pack'. */
  named(name: string): number[];
  /** Every node in order, or those of one kind. */
  nodes(kind?: NodeKind): Iterable<{ index: number; node: GraphNode }>;

  /** The edges that leave a node, ordered by kind; all kinds, or those named. */
  edgesFrom(index: number, kinds?: readonly EdgeKind[]): EdgeView[];
  /** The edges that arrive at a node, ordered by kind; all kinds, or those named. */
  edgesTo(index: number, kinds?: readonly EdgeKind[]): EdgeView[];
  /** How many edges of each kind leave and arrive, without reading them. */
  degrees(index: number): { from: Partial<Record<EdgeKind, number>>; to: Partial<Record<EdgeKind, number>> };

  /** The ends of all edges, in the order of their indexes. */
  ends(): EdgeEnds;

  /** How many copies of an article hold text; 0 for one that is only cited. */
  copies(article: string): number;
  /** One copy of an article, the current one by default; null when there is none. `article` is digits or a file's name. */
  article(article: string, copy?: number): StoredArticle | null;

  /** Articles by the words of their titles and bodies, best first; inflected forms match. */
  searchText(terms: readonly SearchTerm[], options: SearchOptions): TextHit[];
  /** Nodes of every kind by the words of their names, best first. */
  searchNames(terms: readonly SearchTerm[], options: SearchOptions & { kinds?: readonly NodeKind[] }): NameHit[];
  /** The word itself, if a name holds it, then those that are a slip or two of the hand away, the likeliest first. */
  similarWords(word: string, limit: number): KnownWord[];

  /** What structured feeds say of products; null where the graph was built without any. */
  advisories(): Advisories | null;

  map(): GraphMap;
  /** 0 (least) to 1 (most important). */
  importance(index: number): number;
}
