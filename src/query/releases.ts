import type { EdgeView, GraphView } from '../model/graph-view.ts';
import { openSlice } from './slice.ts';

/**
 * The releases of one article's fixes, the newest first, as their files and lists name them; none where it has a single
 * one.
 */
export function releasesOf(view: GraphView, article: number): string[] {
  const edges = [...openSlice(view, ['ships']).out(article), ...openSlice(view, ['includes']).out(article)];
  const named = new Set(edges.flatMap(({ scope }) => scope?.release ?? []));
  return [...named].sort((a, b) => dayOf(b) - dayOf(a));
}

/** Which releases of its culprit bring a problem, and which repair it. */
export interface BrokenReleases {
  /** As the text names it, or else those before the one that repairs it; empty where nothing tells. */
  broken: string[];
  /** The first that is known to contain the repair; null where none is. */
  repaired: string | null;
}

/** Of a culprit with several releases, those that break: one release may break what the next one repairs (254682). */
export function brokenReleases(view: GraphView, { source: problem, target: culprit, scope }: EdgeView): BrokenReleases {
  const repairing = openSlice(view, ['includes'])
    .in(problem)
    .flatMap((edge) => (edge.source === culprit ? (edge.scope?.release ?? []) : []))
    .sort((a, b) => dayOf(a) - dayOf(b));
  const named = scope?.release;
  if (named !== undefined) {
    return { broken: [named], repaired: repairing.find((release) => dayOf(release) > dayOf(named)) ?? null };
  }
  const [repaired = null] = repairing;
  const all = repaired === null ? [] : releasesOf(view, culprit);
  return { broken: all.filter((release) => dayOf(release) < dayOf(repaired!)), repaired };
}

/** Milliseconds of a date as printed ('May 25, 2000', 'May 2000'); 0 where it is none. */
function dayOf(release: string): number {
  const time = Date.parse(`${release} UTC`);
  return Number.isNaN(time) ? 0 : time;
}
