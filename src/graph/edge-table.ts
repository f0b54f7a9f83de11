import { type Basis, EDGE_KINDS, type EdgeEvidence, type FeedRecord, type GraphEdge } from '../model/graph.ts';
import type { Scope } from '../model/relation.ts';
import { compare } from './node-table.ts';

/** What makes an edge: all but its evidence. */
export type EdgeStatement = Omit<GraphEdge, 'evidence'>;

/** Edges while a graph is being built: two sources of one edge are one edge with two pieces of evidence. */
export interface EdgeTable {
  readonly edges: GraphEdge[];
  merge(statement: EdgeStatement, evidence: readonly EdgeEvidence[]): void;
  /** Renumbers the ends (`newByOld`) and orders the edges by source, kind and target. */
  finish(newByOld: Uint32Array): GraphEdge[];
}

/** Of two sources of one edge the first of these is named: an article's words, a feed's record, a conclusion. */
const STRONGEST: readonly Basis[] = ['stated', 'feed', 'inferred'];

/** No graph in memory has more nodes than this; two numbers below it and a kind fit a double. */
const NODE_LIMIT = 2 ** 22;

/** Makes an empty table. */
export function createEdgeTable(): EdgeTable {
  const edges: GraphEdge[] = [];
  // Edges of one kind between the same nodes are a chain: they differ in scope, group or file.
  const newest = new Map<number, number>();
  const next: number[] = [];
  const kindNumbers = new Map(EDGE_KINDS.map((kind, index) => [kind, index]));
  const scopes = new Map<string, Scope>();
  // Feeds give thousands of edges one and the same scope.
  const sameScope = new WeakMap<Scope, Scope>();

  function keepScope(scope: Scope | null): Scope | null {
    if (scope === null) return null;
    let known = sameScope.get(scope);
    if (known !== undefined) return known;
    const key = scopeKey(scope);
    known = scopes.get(key) ?? scope;
    scopes.set(key, known);
    sameScope.set(scope, known);
    return known;
  }

  return {
    edges,
    merge(statement, evidence) {
      const ends = statement.source * NODE_LIMIT + statement.target;
      const key = ends * 16 + (kindNumbers.get(statement.kind) ?? 0);
      const scope = keepScope(statement.scope);
      const first = newest.get(key) ?? -1;
      for (let at = first; at >= 0; at = next[at] ?? -1) {
        const edge = edges[at];
        if (edge === undefined || edge.scope !== scope || edge.group !== statement.group) continue;
        if (!sameFile(edge, statement)) continue;
        addTo(edge, statement, evidence);
        return;
      }
      newest.set(key, edges.length);
      next.push(first);
      const { kind, source, target, basis, rule, group, orLater, file, because } = statement;
      // Every field by name: half a million objects made by spreading take twice the memory.
      const edge: GraphEdge = {
        kind,
        source,
        target,
        basis,
        rule,
        scope,
        evidence: [...evidence],
        group,
        orLater,
        file,
      };
      if (because !== undefined) edge.because = because;
      edges.push(edge);
    },
    finish(newByOld) {
      newest.clear();
      next.length = 0;
      const position = new Map<Scope | null, number>([[null, -1]]);
      for (const [index, [, scope]] of [...scopes].sort((a, b) => compare(a[0], b[0])).entries())
        position.set(scope, index);
      for (const edge of edges) {
        edge.source = newByOld[edge.source] ?? 0;
        edge.target = newByOld[edge.target] ?? 0;
        if (edge.evidence.length > 1) edge.evidence.sort(compareEvidence);
      }
      return edges.sort(
        (a, b) =>
          a.source - b.source ||
          (kindNumbers.get(a.kind) ?? 0) - (kindNumbers.get(b.kind) ?? 0) ||
          a.target - b.target ||
          (a.group ?? 0) - (b.group ?? 0) ||
          (position.get(a.scope) ?? 0) - (position.get(b.scope) ?? 0) ||
          compare(fileKey(a), fileKey(b)),
      );
    },
  };
}

function sameFile(edge: GraphEdge, { file }: EdgeStatement): boolean {
  if (edge.file === null || file === null) return edge.file === file;
  return (
    edge.file.version === file.version &&
    edge.file.platform === file.platform &&
    edge.file.date === file.date &&
    edge.file.size === file.size
  );
}

function addTo(edge: GraphEdge, statement: EdgeStatement, evidence: readonly EdgeEvidence[]): void {
  const stronger =
    STRONGEST.indexOf(statement.basis) - STRONGEST.indexOf(edge.basis) || compare(statement.rule, edge.rule);
  if (stronger < 0) {
    edge.basis = statement.basis;
    edge.rule = statement.rule;
    if (statement.because === undefined) delete edge.because;
    else edge.because = statement.because;
  }
  edge.orLater ||= statement.orLater;
  for (const piece of evidence) {
    if (!edge.evidence.some((known) => compareEvidence(known, piece) === 0)) edge.evidence.push(piece);
  }
}

function compareEvidence(a: EdgeEvidence, b: EdgeEvidence): number {
  return (
    compareRecords(a.record, b.record) ||
    compare(a.article, b.article) ||
    a.copy - b.copy ||
    a.from - b.from ||
    a.to - b.to
  );
}

/** What an article says stands before what feeds say. */
function compareRecords(a: FeedRecord | undefined, b: FeedRecord | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
  return a.source - b.source || a.record - b.record || a.product - b.product;
}

/** The same for two scopes that say the same. */
export function scopeKey(scope: Scope): string {
  const entries = Object.entries(scope).filter(([, value]) => value !== undefined);
  return JSON.stringify(entries.sort((a, b) => compare(a[0], b[0])));
}

function fileKey({ file }: GraphEdge): string {
  return file === null ? '' : JSON.stringify([file.version, file.platform, file.date, file.size]);
}
