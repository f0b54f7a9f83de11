import type { Build, Package } from './packages.ts';

/** How the files of one package stand to another's. */
export interface Containment {
  /**
   * `newer`: it has all of the other's files, none older and at least one newer. `same`: all of them, each the same
   * build. `partial`: some of them newer and none older, and not all. `none`: nothing can be said.
   */
  relation: 'newer' | 'same' | 'partial' | 'none';
  /** Files that are newer, with both builds: what the conclusion rests on. */
  newer: { file: number; build: Build; older: Build }[];
}

/** Compares what `a` ships with what `b` ships; builds must be ranked. */
export function comparePackages(a: Package, b: Package): Containment {
  const newer: Containment['newer'] = [];
  let isWhole = true;
  let shared = 0;
  for (const [file, olderBuilds] of b.files) {
    const builds = a.files.get(file);
    for (const older of olderBuilds) {
      const found = builds === undefined ? null : closest(builds, older);
      if (found === null) {
        isWhole = false;
        continue;
      }
      if (found.order < 0) return { relation: 'none', newer: [] };
      shared++;
      if (found.order > 0) newer.push({ file, build: found.build, older });
    }
  }
  if (shared === 0) return { relation: 'none', newer };
  if (isWhole) return { relation: newer.length > 0 ? 'newer' : 'same', newer };
  return { relation: newer.length > 0 ? 'partial' : 'none', newer };
}

/** The build that can be compared with `older`, and how it compares; null where none can. */
function closest(builds: readonly Build[], older: Build): { build: Build; order: number } | null {
  let best: { build: Build; order: number } | null = null;
  for (const build of builds) {
    const order = compareBuilds(build, older);
    if (order !== null && (best === null || order > best.order)) best = { build, order };
  }
  return best;
}

/** How many days apart the printed dates of one build may be. */
const DAYS_OF_ONE_BUILD = 5;

/** Above 0 where `a` is newer than `b`, 0 where they are one build; null where nothing tells. */
export function compareBuilds(a: Build, b: Build): number | null {
  const isVersioned = a.rank >= 0 && b.rank >= 0;
  if (isVersioned && a.line !== b.line) return null;
  if (isVersioned && (a.rank !== b.rank || !isLongBetween(a.date, b.date))) return a.rank - b.rank;
  if (a.date === null || b.date === null) return null;
  if (a.date !== b.date) return a.date > b.date ? 1 : -1;
  return a.size !== null && b.size !== null && a.size !== b.size ? null : 0;
}

/**
 * Whether two dates are so far apart that one build cannot have both: some files keep one version over many builds,
 * and one build's date differs by a day or two between time zones and processors.
 */
function isLongBetween(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) > DAYS_OF_ONE_BUILD * 86_400_000;
}
