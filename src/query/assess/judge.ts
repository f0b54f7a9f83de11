import { type Closure, pathTo, type Replacements } from './closure.ts';
import { type Finding, updateName } from './finding.ts';
import type { Tracks } from './tracks.ts';

/** How a finding stands; `no-update` where the feeds name none. */
export const FINDING_STATES = ['exposed', 'partly-covered', 'covered', 'no-update'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** Why an update counts as there; `build` is inferred from the machine's own. */
export const COVER_MEANS = ['installed', 'superseded', 'inferred', 'build', 'alternative'] as const;
export type CoverMeans = (typeof COVER_MEANS)[number];

/** An update that a finding names and that is there, or is not needed. */
export interface Cover {
  update: string;
  means: CoverMeans;
  /** With `alternative`: the update of the other track that is there; else the update itself. */
  by: string;
}

export interface Judgement {
  finding: Finding;
  state: FindingState;
  covered: Cover[];
  /** What is to be installed for it, or replaced by something that is. */
  open: string[];
}

/** What tells which updates are alternatives of each other. */
export interface TrackSetting {
  tracks: Tracks;
  replacements: Replacements;
}

/** What is there by the feeds' own statements, and by these with what is inferred; the same where only statements count. */
export interface Closures {
  stated: Closure;
  all: Closure;
}

/**
 * How a finding stands. Every update that it names must be there, since they may be packages for different parts of one
 * component; but of a rollup and what it holds, either is enough. Without `tracks` nothing is an alternative.
 */
export function judge(finding: Finding, closures: Closures, tracks: TrackSetting | null): Judgement {
  if (finding.updates.length === 0) return { finding, state: 'no-update', covered: [], open: [] };
  const covered: Cover[] = [];
  const missing: string[] = [];
  for (const update of finding.updates) {
    const means = meansOf(update, closures);
    if (means === null) missing.push(update);
    else covered.push({ update, means, by: update });
  }
  const alternatives = tracks === null ? new Map<string, string>() : alternativesTo(finding, missing, covered, tracks);
  const open = missing.filter((update) => !alternatives.has(update));
  for (const [update, by] of alternatives) covered.push({ update, means: 'alternative', by });
  const state = open.length === 0 ? 'covered' : covered.length === 0 ? 'exposed' : 'partly-covered';
  return { finding, state, covered, open };
}

function meansOf(update: string, { stated, all }: Closures): CoverMeans | null {
  const reached = stated.get(update);
  if (reached !== undefined) return reached.steps === 0 ? 'installed' : 'superseded';
  const inferred = all.get(update);
  if (inferred === undefined) return null;
  return isBuild(inferred.by) ? 'build' : 'inferred';
}

/** 'build 10.0.17763.1999' stands for the machine's own build. */
const isBuild = (by: string): boolean => by.startsWith('build ');

/** The missing updates that one of another track makes unnecessary, with that one. */
function alternativesTo(
  { updates, product }: Finding,
  missing: readonly string[],
  covered: readonly Cover[],
  { tracks, replacements }: TrackSetting,
): Map<string, string> {
  const { servicingStack } = tracks;
  const { system, own } = tracks.rollupsOf(product);
  const isRollup = (update: string) => system.has(update) || own.has(update);
  const there = covered.map(({ update }) => update).filter((update) => !servicingStack.has(update));
  const rollup = there.find((update) => system.has(update)) ?? there.find((update) => own.has(update));
  const others = updates.filter((update) => !isRollup(update) && !servicingStack.has(update));
  const areOthersThere = others.length > 0 && others.every((update) => there.includes(update));
  const needless = new Map<string, string>();
  for (const update of missing) {
    if (servicingStack.has(update)) continue;
    // A later rollup that is named as well may hold what the earlier one lacked.
    const isLater = rollup !== undefined && isRollup(update) && replaces(update, rollup, replacements);
    if (rollup !== undefined && !isLater && (system.has(rollup) || !system.has(update))) needless.set(update, rollup);
    else if (rollup === undefined && isRollup(update) && areOthersThere) needless.set(update, others[0]!);
  }
  return needless;
}

/** Whether one update replaces another, onward. */
function replaces(newer: string, older: string, replacements: Replacements): boolean {
  const reached = new Set([older]);
  for (const at of reached) {
    for (const step of replacements.newer(at)) {
      if (step.newer === newer) return true;
      reached.add(step.newer);
    }
  }
  return false;
}

/** A longer way is told by its length. */
const MOST_STEPS_TOLD = 4;

/** The closure in which an update is there. */
export const closureFor = ({ means }: Cover, { stated, all }: Closures): Closure =>
  means === 'inferred' || means === 'build' ? all : stated;

/** Why an update counts as there, in words. */
export function coverWords(cover: Cover, closures: Closures): string {
  const { update, means, by } = cover;
  if (means === 'installed') return `${updateName(update)} is installed`;
  if (means === 'alternative') {
    return `${updateName(by)} fixes the same on another track: of a rollup and the updates that it holds, either is enough`;
  }
  const closure = closureFor(cover, closures);
  const { by: first, steps } = closure.get(update)!;
  if (steps > MOST_STEPS_TOLD) {
    const [last] = pathTo(update, closure, 1);
    const why = last!.because === null ? '' : ` (${last!.because})`;
    return `${updateName(first)} replaces it over ${steps} steps, the last of them ${updateName(last!.newer)} replacing ${updateName(update)}${why}`;
  }
  return pathTo(update, closure, steps)
    .map(({ newer, older, because }, at) => {
      const start = at > 0 ? 'which replaces' : isBuild(newer) ? `${newer} contains` : `${updateName(newer)} replaces`;
      return `${start} ${updateName(older)}${because === null ? '' : ` (${because})`}`;
    })
    .join(', ');
}
