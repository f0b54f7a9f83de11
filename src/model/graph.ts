import type { AdvisoryTable, FeedSource } from './advisories.ts';
import type { InstallationSaying } from './installation.ts';
import type { RelationType, Scope } from './relation.ts';

/** Node kinds; a node's identity is `kind:key`. Order is stable: the store writes the index. */
export const NODE_KINDS = ['article', 'fix', 'file', 'product', 'family', 'service-pack', 'cve'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** Edge kinds, each directed. Order is stable: the store writes the index. */
export const EDGE_KINDS = [
  'references',
  'supersedes',
  'requires',
  'fixed-in',
  'includes',
  'broken-by',
  'applies-to',
  'ships',
  'publishes',
  'addresses',
  'mentions',
  'service-pack-of',
  'part-of',
  'contains-newer',
  'same-build',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** Where an edge comes from: an article's words, a rule over other edges, or a structured feed. */
export const BASES = ['stated', 'inferred', 'feed'] as const;
export type Basis = (typeof BASES)[number];

/** How a relation of an article becomes an edge; `reversed` swaps its ends. */
export const RELATION_EDGES: Record<RelationType, { kind: EdgeKind; reversed: boolean }> = {
  references: { kind: 'references', reversed: false },
  supersedes: { kind: 'supersedes', reversed: false },
  supersededBy: { kind: 'supersedes', reversed: true },
  requires: { kind: 'requires', reversed: false },
  fixedIn: { kind: 'fixed-in', reversed: false },
  includes: { kind: 'includes', reversed: false },
  brokenBy: { kind: 'broken-by', reversed: false },
  appliesTo: { kind: 'applies-to', reversed: false },
  ships: { kind: 'ships', reversed: false },
};

/** A node. `attributes` holds what its kind adds: an article's date, a product's edition, a service pack's level. */
export interface GraphNode {
  /** `kind:key`, such as `article:260695`. */
  id: string;
  kind: NodeKind;
  /** What a person reads: an article's title, a product's full name. */
  label: string;
  /** For articles: whether its text was read, or others only cite it. Null for other kinds. */
  status: 'present' | 'cited' | null;
  /** `YYYY-MM-DD` or null. */
  date: string | null;
  attributes: NodeAttributes;
}

export interface NodeAttributes {
  dialect?: string;
  category?: string;
  source?: string;
  keywords?: string[];
  /** Of several copies of one id, the ordinal of the newest revision, whose text is shown; absent where there is one. */
  copy?: number;
  /** The family's key that a product or service pack belongs to ('windows-nt-4.0'). */
  family?: string;
  /** The line of products that the family belongs to, over all versions ('Windows NT'). */
  line?: string;
  edition?: string;
  version?: string;
  /** A service pack's level as printed: '4', '6a'. */
  level?: string;
  /** Spellings that were folded into this node, most frequent first. */
  aliases?: string[];
  /** For a CVE: what a feed calls it, the worst severity that it gives it, and addresses of known exploits. */
  title?: string;
  severity?: string;
  exploits?: string[];
  /** What an article, and feeds after it, say of installing its fix. */
  installation?: InstallationFact[];
}

/** One thing that an article says of installing its fix, or a feed of its restart. */
export interface InstallationFact {
  says: InstallationSaying;
  scope: Scope | null;
  /** With `excludes`: the article that the package leaves out; null elsewhere. */
  article: string | null;
  evidence: EdgeEvidence[];
}

/** Where a stated edge stands: the article's id, which copy of it, and the span of that copy's text. */
export interface EdgeEvidence {
  article: string;
  /** The ordinal of the copy in reading order; `NodeAttributes.copy` says which one is current. */
  copy: number;
  from: number;
  to: number;
  /** Where a feed says it: the record that is the evidence; no text holds it, so `from` and `to` are 0. */
  record?: FeedRecord;
}

/** One record of a structured feed. */
export interface FeedRecord {
  /** The place of its source in the list of sources. */
  source: number;
  /** The place of its product in the list of products, where its row is found. */
  product: number;
  /** Its number in the source, from 1. */
  record: number;
  /** What is said where the row does not hold it: 'RestartRequired: Yes'. */
  said?: string;
}

/** An edge, with ends as indexes into `KnowledgeGraph.nodes`. */
export interface GraphEdge {
  kind: EdgeKind;
  source: number;
  target: number;
  basis: Basis;
  /** What made it: `extract/supersedes`, `graph/service-pack-ladder`, a feed's name. */
  rule: string;
  scope: Scope | null;
  evidence: EdgeEvidence[];
  /** Alternatives of one requirement share it; null when the requirement stands alone. */
  group: number | null;
  orLater: boolean;
  /** On `ships` only, null elsewhere. */
  file: ShippedFile | null;
  /** On inferred edges: the facts that the rule rests on, in words ('Ese.dll 5.5.2652.31 against 5.5.2651.81'). */
  because?: string;
}

export interface ShippedFile {
  version: string | null;
  platform: string | null;
  date: string | null;
  size: number | null;
}

/** The map: what the explorer draws without laying anything out. One entry a node, in the order of `nodes`. */
export interface GraphMap {
  x: Float32Array;
  y: Float32Array;
  /** The community's number, dense from 0. */
  community: Uint32Array;
  /** 0 (least) to 1 (most important). */
  importance: Float32Array;
  /** Regions with names for the map, the largest first: lines of products, and within them the families of each. */
  regions: MapRegion[];
}

export interface MapRegion {
  label: string;
  x: number;
  y: number;
  /** In the units of x and y. */
  radius: number;
  /** How many nodes lie in it. */
  size: number;
}

/** Counts over all feeds of a build. */
export interface FeedTotals {
  /** How many names of products they print, and how many products those are. */
  names: number;
  products: number;
  /** Names for which no row names an update: they make no node, and nothing is to be folded. */
  withoutUpdates: number;
  /** Names with updates that no line of products accounts for: each is a product by its own words. */
  unknown: string[];
  /** Updates that are said to be replaced, and that no row is about. */
  replacedOnly: number;
  /** Updates of one product whose rows name different replaced ones: all of them are taken. */
  disagreeing: number;
}

/** What a build read and could not read. */
export interface BuildReport {
  /** When the graph was built, ISO 8601. */
  builtAt: string;
  /** The latest revision among the articles, or the day of the latest feed, `YYYY-MM-DD` or null: the date of the data. */
  dataDate: string | null;
  paths: string[];
  filesRead: number;
  articles: number;
  /** How many articles lack an id, a title, a date, a category, a product. */
  lacking: { id: number; title: number; date: number; category: number; product: number };
  byDialect: Record<string, number>;
  /** How many diagnostics each rule gave; `examples` holds the first few sentences of each. */
  diagnostics: Record<string, { count: number; examples: string[] }>;
  /** Articles cited but never read. */
  danglingIds: number;
  nodesByKind: Record<string, number>;
  edgesByKind: Record<string, number>;
  edgesByBasis: Record<string, number>;
  /** The structured feeds that were read, with what each counted of its dirt. */
  feeds: FeedSource[];
  /** Absent where no feed was read. */
  feedTotals?: FeedTotals;
  /** How many inferred edges each rule made. */
  inferredByRule: Record<string, number>;
}

/** The graph as plain arrays: what `src/graph` makes, `src/store` keeps and queries load slices of. */
export interface KnowledgeGraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  map: GraphMap;
  report: BuildReport;
  /** What feeds say, row by row; absent where none was read, and where a store loads the graph alone. */
  advisories?: AdvisoryTable;
}
