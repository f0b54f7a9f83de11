import type { Replacements } from './closure.ts';
import { type Finding, updateName } from './finding.ts';
import { type HostBuild, isCumulative } from './host-build.ts';
import type { Judgement } from './judge.ts';
import { medianDates } from './median-dates.ts';

/** An installed update that may contain others, of which no source says so. */
export interface UnplacedUpdate {
  update: string;
  /** Near its release, by the rows that name it; null where none does for the system. */
  date: string | null;
  /** How many open vulnerabilities it would close if it were cumulative: those whose updates are not later. */
  mayClose: number;
}

/** What tells whether an update is placed among others. */
export interface PlaceSetting {
  installed: Iterable<string>;
  replacements: Replacements;
  servicingStack: ReadonlySet<string>;
  build: HostBuild;
}

/**
 * The installed updates of a system with cumulative updates that cover nothing but themselves, because no source says
 * what they replace, contain or are. What updates a component ('.NET Framework 4.8') has its place; so has all that is
 * below the machine's build, where that and the builds of updates are known.
 */
export function unplacedUpdates(judgements: readonly Judgement[], setting: PlaceSetting): UnplacedUpdate[] {
  const { installed, replacements, servicingStack, build } = setting;
  const ofSystem = judgements.filter(({ finding }) => isCumulative(finding.product));
  if (ofSystem.length === 0 || (build.id !== null && build.contains.length > 0)) return [];
  const dates = medianDates(ofSystem.map(({ finding }) => finding));
  const onlyElsewhere = new Set(
    judgements.flatMap(({ finding }) => finding.updates).filter((update) => !dates.has(update)),
  );
  for (const update of servicingStack) dates.delete(update);
  const isPlaced = (update: string) =>
    servicingStack.has(update) ||
    onlyElsewhere.has(update) ||
    build.placed.has(update) ||
    replacements.older(update).length > 0 ||
    replacements.newer(update).length > 0;
  return [...installed]
    .filter((update) => !isPlaced(update))
    .map((update) => {
      const date = dates.get(update) ?? null;
      return { update, date, mayClose: date === null ? 0 : closedUpTo(date, judgements, dates) };
    });
}

/** How many vulnerabilities are open whose open updates are all the system's own and of that day or before. */
function closedUpTo(day: string, judgements: readonly Judgement[], dates: ReadonlyMap<string, string>): number {
  const closed = new Map<string, boolean>();
  for (const { finding, open } of judgements) {
    if (open.length === 0) continue;
    const isUpTo = open.every((update) => (dates.get(update) ?? '9999') <= day);
    closed.set(finding.id, isUpTo && (closed.get(finding.id) ?? true));
  }
  return [...closed.values()].filter(Boolean).length;
}

/** The same in sentences, for a person. */
export function unplacedNotes(unplaced: readonly UnplacedUpdate[], findings: readonly Finding[]): string[] {
  if (unplaced.length === 0) return [];
  const named = unplaced.map(({ update, date }) => `${updateName(update)}${date === null ? '' : ` (${date})`}`);
  const label = findings.find(({ product }) => isCumulative(product))?.product.platform?.label;
  const latest = unplaced.reduce((a, b) => ((b.date ?? '') > (a.date ?? '') ? b : a));
  const told =
    named.length === 1
      ? `${named[0]} is installed, but no source says what it replaces or contains, and from its number nothing is concluded: what it may cover is listed as exposed.`
      : `${listed(named)} are installed, but no source says what they replace or contain, and from their numbers nothing is concluded: what they may cover is listed as exposed.`;
  if (latest.date === null || latest.mayClose === 0) return [told];
  return [
    `${told} If ${updateName(latest.update)} is a cumulative update of ${label}, it covers ${latest.mayClose} of the vulnerabilities that are listed, those whose updates are not later than ${latest.date}.`,
  ];
}

const MOST_NAMED = 8;

function listed(names: readonly string[]): string {
  if (names.length > MOST_NAMED)
    return `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
