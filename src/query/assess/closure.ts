import type { Advisory } from '../../model/advisories.ts';

/** Why one update replaces another: the row of a feed that says so, or what else does. */
export interface Replacement {
  newer: string;
  older: string;
  /** The place of the source and the number of its record; null for what no row states. */
  source: number | null;
  record: number | null;
  /** In words, for what is not a feed's statement; else null. */
  because: string | null;
}

/** Which update replaces which, within the products of one machine. */
export interface Replacements {
  /** What an update replaces directly. */
  older(update: string): readonly Replacement[];
  /** What replaces an update directly. */
  newer(update: string): readonly Replacement[];
  /** Every update that replaces or is replaced. */
  updates(): Iterable<string>;
}

/** The replacements that rows state, and others: each pair once, what a row states first. */
export function replacementsOf(rows: Iterable<Advisory>, others: Iterable<Replacement> = []): Replacements {
  const down = new Map<string, Map<string, Replacement>>();
  const up = new Map<string, Replacement[]>();
  const read = new Map<string, Set<readonly string[]>>();
  const add = (replacement: Replacement) => {
    const { newer, older } = replacement;
    if (newer === older) return;
    const known = down.get(newer) ?? new Map<string, Replacement>();
    if (known.has(older)) return;
    down.set(newer, known.set(older, replacement));
    const above = up.get(older);
    if (above === undefined) up.set(older, [replacement]);
    else above.push(replacement);
  };
  for (const { article, supersedes, source, record } of rows) {
    if (article === null || supersedes.length === 0) continue;
    // Rows of one update repeat one list.
    const lists = read.get(article) ?? new Set();
    if (lists.has(supersedes)) continue;
    read.set(article, lists.add(supersedes));
    for (const older of supersedes) add({ newer: article, older, source, record, because: null });
  }
  for (const replacement of others) add(replacement);
  const none: readonly Replacement[] = [];
  return {
    older: (update) => [...(down.get(update)?.values() ?? none)],
    newer: (update) => up.get(update) ?? none,
    updates: () => new Set([...down.keys(), ...up.keys()]),
  };
}

/** An update that is there: installed, or replaced by one that is. */
export interface Reached {
  /** What led to it; null for one that is installed. */
  step: Replacement | null;
  /** The installed update at the beginning of the way. */
  by: string;
  /** How many replacements lie between. */
  steps: number;
}

/** Every update that is there, by the shortest way. */
export type Closure = ReadonlyMap<string, Reached>;

/** What is installed, and what it replaces, onward. */
export function closureOf(installed: Iterable<string>, { older }: Replacements): Closure {
  const reached = new Map<string, Reached>();
  for (const update of installed) reached.set(update, { step: null, by: update, steps: 0 });
  // A map goes on with what is added to it while it is read: the nearest come first, and nothing comes twice.
  for (const [update, { by, steps }] of reached) {
    for (const step of older(update))
      if (!reached.has(step.older)) reached.set(step.older, { step, by, steps: steps + 1 });
  }
  return reached;
}

/** The last steps of the way to an update, at most so many, in their order; none for what is installed. */
export function pathTo(update: string, closure: Closure, most: number): Replacement[] {
  const path: Replacement[] = [];
  for (let step = closure.get(update)?.step; step && path.length < most; step = closure.get(step.newer)?.step)
    path.push(step);
  return path.reverse();
}
