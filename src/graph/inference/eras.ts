import type { InferenceFacts } from './facts.ts';
import type { Package } from './packages.ts';

/** Tells between which service packs a build was made, from those packages that state it. */
export interface Eras {
  /** How many known bounds a package's newest build has passed; null where no bound is known for its line. */
  of(pack: Package): number | null;
}

/** Builds on both sides of a service pack must be this many, and so nearly all on their side, for a bound to be known. */
const LEAST = 3;
const MISPLACED = 0.1;

interface Sides {
  below: number[];
  above: number[];
}

/**
 * A fix that is corrected in SP4 was made before it, one that needs SP4 after it: where their builds stand apart, every
 * other build of that line is known to be of one side. `before` and `stated` levels count on `rungsOf(family)`.
 */
export function createEras(
  facts: InferenceFacts,
  packages: readonly Package[],
  servicedWith: (family: string) => string,
): Eras {
  const sides = new Map<string, Map<number, Sides>>();
  for (const pack of packages) {
    const place = placeOf(pack);
    if (place === null) continue;
    const rungs = facts.ladders.get(servicedWith(pack.family))?.rungs ?? [];
    const index = (level: string) => rungs.findIndex((rung) => rung.level === level);
    const [only] = pack.baseline.stated;
    const stated = pack.baseline.stated.length === 1 && only !== undefined ? index(only) : -1;
    const before = pack.baseline.before === null ? -1 : index(pack.baseline.before);
    const bounds = sides.get(place.key) ?? new Map<number, Sides>();
    sides.set(place.key, bounds);
    for (let rung = 0; rung < rungs.length; rung++) {
      const isBelow = (before >= 0 && before <= rung) || (stated >= 0 && stated < rung);
      const isAbove = stated >= rung;
      if (isBelow === isAbove) continue;
      const known = bounds.get(rung) ?? { below: [], above: [] };
      bounds.set(rung, known);
      (isBelow ? known.below : known.above).push(place.build);
    }
  }
  const bounds = new Map<string, number[]>();
  for (const [key, rungs] of sides)
    bounds.set(
      key,
      [...rungs.values()].flatMap((each) => boundOf(each) ?? []),
    );
  return {
    of(pack) {
      const place = placeOf(pack);
      const known = place === null ? undefined : bounds.get(place.key);
      if (place === null || known === undefined || known.length === 0) return null;
      return known.filter((bound) => place.build >= bound).length;
    },
  };
}

/** The newest build of a package as one number, and the line that it is of. */
function placeOf({ family, files }: Package): { key: string; build: number } | null {
  let newest: { key: string; build: number } | null = null;
  for (const builds of files.values()) {
    for (const { version, line } of builds) {
      if (version === null || version.isShort || version.parts.length < 3) continue;
      const build = (version.parts[2] ?? 0) * 100_000 + Math.min(version.parts[3] ?? 0, 99_999);
      if (newest === null || build > newest.build) newest = { key: `${family} ${line}`, build };
    }
  }
  return newest;
}

/** The build from which on all but a few are above; null where the two sides are mixed. */
function boundOf({ below, above }: Sides): number | null {
  if (below.length < LEAST || above.length < LEAST) return null;
  let best = { bound: 0, misplaced: Number.POSITIVE_INFINITY };
  for (const bound of new Set(above)) {
    const misplaced = below.filter((build) => build >= bound).length + above.filter((build) => build < bound).length;
    if (misplaced < best.misplaced) best = { bound, misplaced };
  }
  return best.misplaced <= MISPLACED * (below.length + above.length) ? best.bound : null;
}
