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

/** What is there: each update that is installed, or replaced by one that is, with the step that led to it; null for installed ones. */
export function closureOf(installed: Iterable<string>, { older }: Replacements): Map<string, Replacement | null> {
  const reached = new Map<string, Replacement | null>();
  for (const update of installed) reached.set(update, null);
  // A map goes on with what is added to it while it is read: the nearest come first, and nothing comes twice.
  for (const update of reached.keys()) {
    for (const step of older(update)) if (!reached.has(step.older)) reached.set(step.older, step);
  }
  return reached;
}

/** The way from an installed update to one that it replaces, the installed one first; none for what is installed itself. */
export function pathTo(update: string, closure: ReadonlyMap<string, Replacement | null>): Replacement[] {
  const path: Replacement[] = [];
  for (let step = closure.get(update); step; step = closure.get(step.newer)) path.push(step);
  return path.reverse();
}
