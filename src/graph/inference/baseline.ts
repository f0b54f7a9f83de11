import { HOST_FAMILIES } from '../../model/host-families.ts';
import type { InferenceFacts } from './facts.ts';
import { postPackLevel } from './fix-lists.ts';

/** The service pack that a package needs. */
export interface Baseline {
  /** As stated; empty where it is not. Several where the package may be installed on each of them. */
  stated: readonly string[];
  /** The service pack that first contains the fix, so that the package is for an earlier one; null where unknown. */
  before: string | null;
  /** Whether the family has service packs at all; where it has none, there is nothing to state. */
  isNeeded: boolean;
}

/** The family whose service packs a product needs: its own, or that of the Windows that it comes with. */
export const servicedWith = (family: string): string => HOST_FAMILIES[family] ?? family;

/** How two packages' baselines stand to each other: one, certainly two, or not stated for either or both. */
export type BaselineMatch = 'same' | 'different' | 'unknown';

/** The baseline of an article's package for a family; `level` is the one that its rows' own heading or column states. */
export function baselineOf(facts: InferenceFacts, article: number, product: string, level: string | null): Baseline {
  const family = servicedWith(product);
  const isNeeded = (facts.ladders.get(family)?.rungs.length ?? 0) > 0;
  return {
    stated: isNeeded ? statedLevels(facts, article, family, level) : [],
    before: correctedIn(facts, article, family),
    isNeeded,
  };
}

function statedLevels(facts: InferenceFacts, article: number, family: string, level: string | null): string[] {
  if (level !== null) return [level];
  const required = facts.from(article, 'requires').flatMap(({ target, scope }) => {
    const { kind, attributes } = facts.node(target);
    if (kind !== 'service-pack' || attributes.family !== family) return [];
    const product = scope?.product === undefined ? null : facts.scopedProduct(scope.product);
    return product?.isVersioned && product.family !== family ? [] : (attributes.level ?? []);
  });
  if (required.length > 0) return unique(required);
  const post = postPackLevel(facts.node(article));
  if (post !== null) return [post];
  // 'Windows NT Server 4.0 SP6a' alone is what a package is for; a list that begins with no pack says nothing.
  if (facts.appliesToPlain(article, family)) return [];
  return unique(facts.appliesToLevels(article, family));
}

/** The earliest service pack of the family in which the article's problem is stated to be corrected. */
function correctedIn(facts: InferenceFacts, article: number, family: string): string | null {
  const rungs = facts.ladders.get(family)?.rungs ?? [];
  const packs = new Set(facts.from(article, 'fixed-in').map(({ target }) => target));
  return rungs.find(({ node }) => packs.has(node))?.level ?? null;
}

const unique = (levels: readonly string[]): string[] => [...new Set(levels)].sort();

/** Whether two packages of one family are for the same service pack. */
export function matchBaselines(facts: InferenceFacts, product: string, a: Baseline, b: Baseline): BaselineMatch {
  const family = servicedWith(product);
  if (!a.isNeeded && !b.isNeeded) return 'same';
  const rungs = facts.ladders.get(family)?.rungs ?? [];
  const place = (level: string) => rungs.findIndex((rung) => rung.level === level);
  if (a.stated.length > 0 && b.stated.length > 0) {
    const shared = a.stated.filter((level) => b.stated.includes(level));
    if (shared.length === 0) return 'different';
    return shared.length === a.stated.length && shared.length === b.stated.length ? 'same' : 'unknown';
  }
  if (a.stated.length > 0 || b.stated.length > 0) {
    const [stated, open] = a.stated.length > 0 ? [a, b] : [b, a];
    // A fix that a pack contains is for an earlier one.
    return open.before !== null && stated.stated.every((level) => place(level) >= place(open.before ?? ''))
      ? 'different'
      : 'unknown';
  }
  return a.before !== null && b.before !== null && a.before !== b.before ? 'different' : 'unknown';
}

/**
 * The service pack that the newer of two packages needs and that comes after those which the older is for, where both
 * are stated and the ladder is unbroken between them; null elsewhere, and where the pack itself has the older fix.
 */
export function laterPack(facts: InferenceFacts, product: string, newer: Baseline, older: Baseline): string | null {
  const rungs = facts.ladders.get(servicedWith(product))?.rungs ?? [];
  const place = (level: string) => rungs.findIndex((rung) => rung.level === level);
  if (newer.stated.length === 0 || older.stated.length === 0) return null;
  const needed = Math.min(...newer.stated.map(place));
  const last = Math.max(...older.stated.map(place));
  if (last < 0 || needed <= last || rungs[needed]?.segment !== rungs[last]?.segment) return null;
  const isContained = older.before !== null && place(older.before) <= needed;
  return isContained ? null : (rungs[needed]?.level ?? null);
}
