import type { Replacements } from './closure.ts';
import { currentReplacements } from './current-replacements.ts';
import type { Finding } from './finding.ts';
import { smallestHittingSet } from './hitting-set.ts';
import type { Judgement } from './judge.ts';
import type { Tracks } from './tracks.ts';

/** An update to install, and what it closes. */
export interface NextUpdate {
  update: string;
  /** Vulnerabilities that need it, of those that are open. */
  closes: string[];
  /** Others that would do as well for everything that it is needed for. */
  insteadOf: string[];
}

export interface NextUpdates {
  updates: NextUpdate[];
  /** Whether fewer cannot close what is open. */
  isSmallest: boolean;
}

/** What choosing updates is done with. */
export interface NextSetting {
  replacements: Replacements;
  /** Null where only statements count. */
  tracks: Tracks | null;
  /** The latest date of an update: between equals, the later one is taken. */
  dateOf(update: string): string;
  /** How what was open stands once these are installed as well. */
  judgeWith(updates: readonly string[]): Judgement[];
}

/** Something to install: any of the options does. */
interface Need {
  options: readonly string[];
  id: string;
}

/** The current updates that close what is open: as few as do, none of which is replaced by another. */
export function installNext(judgements: readonly Judgement[], setting: NextSetting): NextUpdates {
  const { replacements, tracks, dateOf, judgeWith } = setting;
  const currentOf = currentReplacements(replacements);
  const known = new Map<string, readonly string[]>();
  const needOf = (updates: readonly string[], id: string): Need => {
    const key = updates.join(' ');
    const options = known.get(key) ?? [...new Set(updates.flatMap(currentOf))];
    known.set(key, options);
    return { options, id };
  };
  const needs = judgements.flatMap(({ finding, open }) =>
    open.length === 0 ? [] : optionsFor(open, finding, tracks).map((options) => needOf(options, finding.id)),
  );
  let choice = choose(needs, dateOf);
  // Where a later rollup of several is on another ladder, it is needed for itself; what is asked for twice is closed.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const left = judgeWith(choice.chosen).filter(({ open }) => open.length > 0);
    if (left.length === 0) break;
    for (const { finding, open } of left) for (const update of open) needs.push(needOf([update], finding.id));
    choice = choose(needs, dateOf);
  }
  return { updates: describe(choice.chosen, needs), isSmallest: choice.isSmallest };
}

const MOST_ROUNDS = 5;

function choose(needs: readonly Need[], dateOf: (update: string) => string) {
  const sets = [...new Set(needs.map(({ options }) => options))];
  return smallestHittingSet(sets, (update) => -Number(dateOf(update).replaceAll('-', '')));
}

function describe(chosen: readonly string[], needs: readonly Need[]): NextUpdate[] {
  const updates = new Map(
    chosen.map((update) => [update, { closes: new Set<string>(), others: null as Set<string> | null }]),
  );
  for (const { options, id } of needs) {
    const own = options.filter((update) => updates.has(update));
    for (const update of own) updates.get(update)!.closes.add(id);
    if (own.length !== 1) continue;
    const entry = updates.get(own[0]!)!;
    entry.others = new Set(options.filter((update) => update !== own[0] && (entry.others?.has(update) ?? true)));
  }
  return [...updates].map(([update, { closes, others }]) => ({
    update,
    closes: [...closes],
    insteadOf: [...(others ?? [])],
  }));
}

/** One entry for each thing to install: any of its updates does. */
function optionsFor(open: readonly string[], { updates, product }: Finding, tracks: Tracks | null): string[][] {
  if (tracks === null) return open.map((update) => [update]);
  const { servicingStack } = tracks;
  const { system, own } = tracks.rollupsOf(product);
  const apart = open.filter((update) => servicingStack.has(update)).map((update) => [update]);
  const rest = open.filter((update) => !servicingStack.has(update));
  const named = updates.filter((update) => system.has(update));
  const rollups = named.length > 0 ? named : updates.filter((update) => own.has(update));
  const others = rest.filter((update) => !rollups.includes(update));
  if (rollups.length === 0 || rest.length === 0) return [...apart, ...rest.map((update) => [update])];
  // Of several rollups the later ones are asked for as well; what they hold is enough where it is one update.
  const latest = rest.filter((update) => rollups.includes(update));
  if (others.length === 0) return [...apart, ...latest.map((update) => [update])];
  return [...apart, others.length === 1 ? [...rollups, ...others] : rollups];
}
