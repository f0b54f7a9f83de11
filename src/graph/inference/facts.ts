import type { AdvisoryTable } from '../../model/advisories.ts';
import type { EdgeEvidence, EdgeKind, GraphEdge, GraphNode } from '../../model/graph.ts';
import { identifyProduct } from '../identity/identify-product.ts';
import { type Ladder, type LadderBreak, laddersOf } from './ladders.ts';

/** 'Fixes with a particular version number contain all of the fixes that have an earlier version number.' */
export interface CumulativeStatement {
  /** The node of the article that says so of the files that it ships. */
  article: number;
  evidence: EdgeEvidence;
}

/** What rules need besides nodes and edges: statements that are no relation. */
export interface ContainmentStatements {
  cumulative: readonly CumulativeStatement[];
  breaks: readonly LadderBreak[];
  /** Fixes that say of others that they do not replace them: the article's node, and the other's number. */
  kept: readonly { article: number; other: string }[];
}

/** A product that a scope names: its family, where its version is known, and the service pack named with it. */
export interface ScopedProduct {
  family: string;
  isVersioned: boolean;
  level: string | null;
}

/** What is stated, arranged for rules to ask. Nodes and edges are those of the graph that is being built. */
export interface InferenceFacts {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly statements: ContainmentStatements;
  /** What feeds say, row by row; null where none was read. */
  readonly advisories: AdvisoryTable | null;
  readonly ladders: ReadonlyMap<string, Ladder>;
  node(index: number): GraphNode;
  from(node: number, kind: EdgeKind): readonly GraphEdge[];
  ofKind(kind: EdgeKind): readonly GraphEdge[];
  /** The families of the products that an article applies to; empty where nothing is known. */
  families(article: number): ReadonlySet<string>;
  /** The levels of a family's service packs that an article applies to. */
  appliesToLevels(article: number, family: string): readonly string[];
  /** Whether an article applies to a product of a family without naming a service pack. */
  appliesToPlain(article: number, family: string): boolean;
  familyLabel(family: string): string;
  /** '5.5'; null where a family has none. */
  familyVersion(family: string): string | null;
  /** Reads a scope's product; every name is read once. */
  scopedProduct(name: string): ScopedProduct | null;
  /** Tells of something in the data that no rule could use. */
  report(rule: string, message: string): void;
}

const KINDS: readonly EdgeKind[] = [
  'applies-to',
  'fixed-in',
  'includes',
  'publishes',
  'requires',
  'ships',
  'supersedes',
];

/** Arranges a graph's nodes and stated edges. */
export function createFacts(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  statements: ContainmentStatements,
  { advisories, report }: Pick<InferenceFacts, 'advisories' | 'report'>,
): InferenceFacts {
  const byKind = new Map<EdgeKind, GraphEdge[]>(KINDS.map((kind) => [kind, []]));
  const bySource = new Map<EdgeKind, Map<number, GraphEdge[]>>(KINDS.map((kind) => [kind, new Map()]));
  for (const edge of edges) {
    const all = byKind.get(edge.kind);
    const of = bySource.get(edge.kind);
    if (all === undefined || of === undefined) continue;
    all.push(edge);
    const known = of.get(edge.source);
    if (known === undefined) of.set(edge.source, [edge]);
    else known.push(edge);
  }
  const labels = new Map<string, string>();
  const versions = new Map<string, string>();
  for (const { kind, label, attributes } of nodes) {
    const { family, version } = attributes;
    if (family === undefined) continue;
    // A product that is a family of its own has no node of that kind.
    if (kind === 'family' || (kind === 'product' && !labels.has(family))) labels.set(family, label);
    if (kind === 'family' && version !== undefined) versions.set(family, version);
  }
  const products = new Map<string, ScopedProduct | null>();
  const families = new Map<number, ReadonlySet<string>>();
  const node = (index: number): GraphNode => {
    const found = nodes[index];
    if (found === undefined) throw new RangeError(`There is no node ${index}.`);
    return found;
  };
  const from = (source: number, kind: EdgeKind) => bySource.get(kind)?.get(source) ?? [];

  return {
    nodes,
    edges,
    statements,
    advisories,
    ladders: laddersOf(nodes, statements.breaks),
    node,
    from,
    ofKind: (kind) => byKind.get(kind) ?? [],
    families(article) {
      const known = families.get(article);
      if (known !== undefined) return known;
      const found = from(article, 'applies-to').flatMap(({ target }) => node(target).attributes.family ?? []);
      const set = new Set(found);
      families.set(article, set);
      return set;
    },
    appliesToLevels: (article, family) =>
      from(article, 'applies-to').flatMap(({ target }) => {
        const { kind, attributes } = node(target);
        return kind === 'service-pack' && attributes.family === family ? (attributes.level ?? []) : [];
      }),
    appliesToPlain: (article, family) =>
      from(article, 'applies-to').some(({ target }) => {
        const { kind, attributes } = node(target);
        return kind === 'product' && attributes.family === family;
      }),
    familyLabel: (family) => labels.get(family) ?? family,
    familyVersion: (family) => versions.get(family) ?? null,
    scopedProduct(name) {
      const known = products.get(name);
      if (known !== undefined) return known;
      const { product, level } = identifyProduct(name);
      const read = product && {
        family: product.family.key,
        isVersioned: product.family.version !== null || !product.known,
        level,
      };
      products.set(name, read);
      return read;
    },
    report,
  };
}
