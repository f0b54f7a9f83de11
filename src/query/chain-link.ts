import type { Basis, EdgeEvidence, EdgeKind } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import type { Scope } from '../model/relation.ts';
import { nameAt } from './answer-parts.ts';
import { compareRungs } from './ladder-rungs.ts';
import type { Fit } from './product-scope.ts';
import type { QuotedEvidence } from './quote-evidence.ts';
import { requiredPacks } from './required-packs.ts';

/** The kinds of edges that chains tell of. */
export const CHAIN_LINKS = [
  'supersedes',
  'publishes',
  'contains-newer',
  'same-build',
] as const satisfies readonly EdgeKind[];

/** Why one thing replaces another, why two are one package, or what files they share. */
export interface ChainLink {
  /**
   * `supersedes`: newer replaces older; `publishes`: the older is the article of the fix that is named as newer;
   * `contains-newer`: newer has newer builds of some files of older; `same-build`: both ship the same builds.
   */
  kind: (typeof CHAIN_LINKS)[number];
  newer: string;
  older: string;
  basis: Basis;
  rule: string;
  /** The facts that an inferred link rests on, in words. */
  because: string | null;
  scope: Scope | null;
  /** How closely it fits the product; 'outside' leaves its scope, null where no product is known. */
  fit: Fit | null;
  /** Service packs that the newer needs and the older does not: the way to it leads through them. */
  through: string[];
  evidence: QuotedEvidence[];
}

/** Tells why an edge is there, and who says so. */
export function tellLink(
  view: GraphView,
  edge: EdgeView,
  { quote, fit }: { quote: (evidence: readonly EdgeEvidence[]) => QuotedEvidence[]; fit: Fit | null },
): ChainLink {
  const { basis, rule, scope, because = null, evidence } = edge;
  // The article of a fix stands below the fix, whichever way it was walked.
  const isReversed = edge.kind === 'publishes';
  const newer = nameAt(view, isReversed ? edge.target : edge.source).id;
  const older = nameAt(view, isReversed ? edge.source : edge.target).id;
  const kind = edge.kind as ChainLink['kind'];
  return {
    kind,
    newer,
    older,
    basis,
    rule,
    because,
    scope,
    fit,
    through: passedPacks(view, edge),
    evidence: quote(evidence),
  };
}

/** The service packs that a replacement needs and that what it replaces does without. */
function passedPacks(view: GraphView, { kind, source, target, scope }: EdgeView): string[] {
  if (kind !== 'supersedes' || nameAt(view, source).kind !== 'article' || nameAt(view, target).kind !== 'article')
    return [];
  const older = requiredPacks(view, target, scope);
  return requiredPacks(view, source, scope).flatMap(({ node, family, level }) => {
    const before = older.find((each) => each.family === family);
    const isMet = before !== undefined && (compareRungs(family, before.level, level) ?? 0) >= 0;
    return isMet ? [] : [nameAt(view, node).label];
  });
}
