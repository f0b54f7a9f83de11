import type { Replacement } from './closure.ts';
import { type Finding, updateName } from './finding.ts';
import type { Tracks } from './tracks.ts';

/** So many vulnerabilities that two updates fix together tell that one is the rollup of the other's month. */
const LEAST_TOGETHER = 2;

/**
 * What rollups hold: of the updates that are named together with a rollup, each is held by the one that it is named with
 * most often, the rollup of its month. It is so for the vulnerabilities for which a feed names that update alone, too.
 * Source: 'Further simplifying servicing models for Windows 7 and Windows 8.1' (Microsoft, August 2016): the monthly
 * rollup holds the month's security-only update, and that of Internet Explorer.
 */
export function heldByRollups(findings: readonly Finding[], tracks: Tracks): Replacement[] {
  return [...heldInTheirMonth(findings, tracks), ...heldByTheNext(tracks)];
}

/** Whichever of a month's two updates is its rollup, the next one holds it, and with it the other. */
function heldByTheNext({ undecided }: Tracks): Replacement[] {
  return undecided.flatMap(({ updates, together, next }) =>
    updates.map((older, at) => {
      const because = `inferred: with ${updateName(updates[1 - at]!)} it fixes ${together} vulnerabilities, so that one of them is the rollup of their month, and later rollups hold both`;
      return { newer: next, older, source: null, record: null, because };
    }),
  );
}

function heldInTheirMonth(findings: readonly Finding[], { servicingStack, rollupsOf }: Tracks): Replacement[] {
  const together = new Map<string, Map<string, number>>();
  for (const { product, updates } of findings) {
    if (updates.length < 2) continue;
    const { system, own } = rollupsOf(product);
    for (const rollup of updates) {
      if (!system.has(rollup) && !own.has(rollup)) continue;
      for (const update of updates) {
        const isBelow = !system.has(update) && (system.has(rollup) || !own.has(update));
        if (update === rollup || !isBelow || servicingStack.has(update)) continue;
        const counts = together.get(update) ?? new Map<string, number>();
        counts.set(rollup, (counts.get(rollup) ?? 0) + 1);
        together.set(update, counts);
      }
    }
  }
  return [...together].flatMap(([older, counts]) => {
    const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const [newer, count] = most!;
    if (count < LEAST_TOGETHER) return [];
    const because = `inferred: the rollup of its month, named together with it for ${count} vulnerabilities`;
    return [{ newer, older, source: null, record: null, because }];
  });
}
