import type { InstallationFact } from '../model/graph.ts';
import { RESTART_SAYINGS, type RestartSaying } from '../model/installation.ts';
import type { Scope } from '../model/relation.ts';

/** How a step stands about a restart; `untold` where nothing says. */
export const RESTARTS = ['required', 'none', 'perhaps', 'untold'] as const;
export type RestartNeed = (typeof RESTARTS)[number];

/** What each saying asks for. */
export const NEEDS: Readonly<Record<RestartSaying, RestartNeed>> = {
  restart: 'required',
  'maybe-restart': 'perhaps',
  'no-restart': 'none',
};

export type RestartFact = InstallationFact & { says: RestartSaying };

const isRestart = (fact: InstallationFact): fact is RestartFact =>
  (RESTART_SAYINGS as readonly string[]).includes(fact.says);

/** Whether a feed says it, and no article. */
export const isFromFeed = ({ evidence: [first] }: InstallationFact): boolean => first?.record !== undefined;

/**
 * What is said of a restart where `fits` holds of its scope; null where nothing is. An article's own words go before
 * those of feeds, and what is said of one product before what is said of all. Of feeds, the one that asks for most counts.
 */
export function restartFact(
  facts: readonly InstallationFact[] | undefined,
  fits: (scope: Scope | null) => boolean,
): RestartFact | null {
  const fitting = (facts ?? []).filter(isRestart).filter(({ scope }) => fits(scope));
  const own = fitting.filter((fact) => !isFromFeed(fact));
  const [most] = fitting.toSorted((a, b) => RESTART_SAYINGS.indexOf(a.says) - RESTART_SAYINGS.indexOf(b.says));
  return own.find(({ scope }) => scope !== null) ?? own[0] ?? most ?? null;
}
