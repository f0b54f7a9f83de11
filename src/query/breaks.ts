import { UsageError } from '../model/diagnostic.ts';
import { BASES, type Basis } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import type { Scope } from '../model/relation.ts';
import { type NodeName, nameAt } from './answer-parts.ts';
import { earlierRungs, isAtOrBefore } from './ladder-rungs.ts';
import type { Query } from './query.ts';
import { createQuoter, type QuotedEvidence } from './quote-evidence.ts';
import { brokenReleases } from './releases.ts';
import { rememberNodes } from './remember-nodes.ts';
import { REPAIR_MEANS, type Repair, repairsOf } from './repairs.ts';
import { resolveNodes } from './resolve-node.ts';
import {
  BOOLEAN,
  COUNT_OR_NULL,
  DATA_DATE,
  list,
  nodeName,
  object,
  QUOTED_EVIDENCE,
  SCOPE_OR_NULL,
  STRING,
  STRING_OR_NULL,
} from './schema-parts.ts';
import { openSlice } from './slice.ts';

export interface BreaksOptions {
  /** Leaves out what is inferred. */
  stated?: boolean;
}

/** A problem that is known to appear after installing something. */
export interface Breakage {
  problem: NodeName;
  /** What brought it: the thing asked for, another name of its package, or an earlier service pack of its ladder. */
  culprit: NodeName;
  /** It came with an earlier service pack and nothing up to this one is known to correct it. */
  isInherited: boolean;
  /** Of a culprit with several releases, those that bring it; empty where nothing tells them apart. */
  releases: string[];
  basis: Basis;
  scope: Scope | null;
  evidence: QuotedEvidence[];
  /** The surest first; none where none is known. */
  repairs: Repair[];
}

export interface BreaksAnswer extends NodeName {
  dataDate: string | null;
  stated: boolean;
  /** What is known to go wrong after installing it. */
  causes: Breakage[];
  /** What it repairs of what others broke. */
  repairs: Breakage[];
  /** What its own problem is known to come from. */
  causedBy: Breakage[];
}

const BREAKAGE = object({
  problem: nodeName(),
  culprit: nodeName(),
  isInherited: BOOLEAN,
  releases: list(STRING),
  basis: { type: 'string', enum: BASES },
  scope: SCOPE_OR_NULL,
  evidence: list(QUOTED_EVIDENCE),
  repairs: list(
    object({
      by: nodeName(),
      means: { type: 'string', enum: REPAIR_MEANS },
      basis: { type: 'string', enum: BASES },
      release: STRING_OR_NULL,
      files: COUNT_OR_NULL,
      because: STRING,
    }),
  ),
});

export const breaksQuery: Query = {
  name: 'breaks',
  summary: 'What is known to go wrong after installing something, what repairs it, and what it repairs itself.',
  schema: nodeName({
    dataDate: DATA_DATE,
    stated: BOOLEAN,
    causes: list(BREAKAGE),
    repairs: list(BREAKAGE),
    causedBy: list(BREAKAGE),
  }),
};

const KINDS = ['article', 'fix', 'service-pack'];

/**
 * What `id` breaks and what it repairs; null when it is not in the graph.
 * Throws UsageError 'no-breakage' for what is nothing that is installed.
 */
export function breaks(graph: GraphView, id: string, { stated = false }: BreaksOptions = {}): BreaksAnswer | null {
  const view = rememberNodes(graph);
  const found = resolveNodes(view, id);
  const [first] = found;
  if (first === undefined) return null;
  const subject = found.find((index) => KINDS.includes(view.node(index).kind));
  if (subject === undefined) {
    const { kind, label } = view.node(first);
    throw new UsageError('no-breakage', `'${label}' is a ${kind}; what breaks is an article, a fix or a service pack.`);
  }
  const quote = createQuoter(view);
  const own = packageOf(view, subject);
  const isTaken = ({ basis }: EdgeView) => !stated || basis !== 'inferred';
  const breakage = (edge: EdgeView, isInherited: boolean): Breakage => ({
    problem: nameAt(view, edge.source),
    culprit: nameAt(view, edge.target),
    isInherited,
    releases: brokenReleases(view, edge).broken,
    basis: edge.basis,
    scope: edge.scope,
    evidence: quote(edge.evidence),
    repairs: repairsOf(view, edge, stated),
  });
  const broken = openSlice(view, ['broken-by']);
  const culprits = own.flatMap((index) => broken.in(index)).filter(isTaken);
  const inherited = earlierRungs(view, subject)
    .flatMap((rung) => broken.in(rung))
    .filter((edge) => isTaken(edge) && !isCorrectedBy(view, edge.source, subject));
  const repaired = repairedBy(view, own).filter(isTaken);
  return {
    ...nameAt(view, subject),
    dataDate: view.report.dataDate,
    stated,
    causes: [
      ...unique(culprits).map((edge) => breakage(edge, false)),
      ...unique(inherited).map((edge) => breakage(edge, true)),
    ],
    repairs: unique(repaired).map((edge) => breakage(edge, false)),
    causedBy: unique(own.flatMap((index) => broken.out(index)).filter(isTaken)).map((edge) => breakage(edge, false)),
  };
}

/** A node with the other names of its package: the fix that an article publishes, the articles of a fix. */
function packageOf(view: GraphView, subject: number): number[] {
  const slice = openSlice(view, ['supersedes', 'publishes']);
  const names = [
    ...slice.out(subject).flatMap(({ kind, target }) => (kind === 'publishes' ? target : [])),
    ...slice.in(subject).flatMap(({ kind, source }) => (kind === 'publishes' ? source : [])),
  ];
  return [...new Set([subject, ...names])];
}

/** Whether a problem is first corrected in a service pack or in an earlier one of its ladder. */
function isCorrectedBy(view: GraphView, problem: number, pack: number): boolean {
  return openSlice(view, ['fixed-in'])
    .out(problem)
    .some(({ target }) => isAtOrBefore(view, target, pack));
}

/** Breakage whose problem is corrected in it or that it includes: 254682's May release repairs what February's broke. */
function repairedBy(view: GraphView, own: readonly number[]): EdgeView[] {
  const problems = own.flatMap((index) => [
    ...openSlice(view, ['fixed-in'])
      .in(index)
      .map(({ source }) => source),
    ...openSlice(view, ['includes'])
      .out(index)
      .map(({ target }) => target),
  ]);
  const broken = openSlice(view, ['broken-by']);
  return [...new Set(problems)].flatMap((problem) => broken.out(problem));
}

/** One edge of each problem and culprit, in the order of the problems. */
function unique(edges: readonly EdgeView[]): EdgeView[] {
  const byEnds = new Map<string, EdgeView>();
  for (const edge of edges) {
    const key = `${edge.source} ${edge.target}`;
    if (!byEnds.has(key)) byEnds.set(key, edge);
  }
  return [...byEnds.values()].sort((a, b) => a.source - b.source);
}
