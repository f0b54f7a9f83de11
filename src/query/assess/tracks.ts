import { servicingModelOf } from '../../graph/identity/servicing-model-of.ts';
import type { AffectedProduct } from '../../model/advisories.ts';
import type { Replacements } from './closure.ts';
import type { Finding } from './finding.ts';
import { medianDates } from './median-dates.ts';

/** How the updates of a machine's products hang together. */
export interface Tracks {
  /** Servicing-stack updates: a track of their own, which replaces no other and is replaced by no other. */
  servicingStack: ReadonlySet<string>;
  /**
   * The rollups that may be named for a product: they hold whatever the other updates of their month do, so that either
   * they or those others are enough. A system's rollups hold the fixes of what comes with it too.
   */
  rollupsOf(product: AffectedProduct): Rollups;
  /** Months of which the feeds do not tell which of their updates is the rollup. */
  undecided: readonly UndecidedMonth[];
}

/** A rollup and the security-only update of one month, without telling which is which. */
export interface UndecidedMonth {
  updates: readonly [string, string];
  /** How many vulnerabilities both fix. */
  together: number;
  /** The next rollup after them, which holds both, whichever they are. */
  next: string;
}

export interface Rollups {
  /** The system's own. */
  system: ReadonlySet<string>;
  /** Those of a component with updates of its own ('.NET Framework 4.8'); the system's for the system itself. */
  own: ReadonlySet<string>;
}

/** Microsoft's advisory that lists the latest servicing-stack update of each product. */
const SERVICING_STACK_ADVISORY = 'ADV990001';
const SERVICING_STACK = /servicing stack/i;

/** At least so many updates in a row, each replacing the one before, make a track of rollups. */
const LEAST_LADDER = 3;
/** A rollup and the security-only update of its month fix at least this share of the larger one's vulnerabilities together. */
const LEAST_SHARED = 0.3;
/** A security-only update replaces no other, but for a slip or two in the feeds. */
const MOST_SECURITY_ONLY = 1;
/** Two updates without a ladder are a month's two only if they fix so many vulnerabilities together. */
const LEAST_OF_MONTH = 6;

/**
 * Tells tracks apart by how updates behave, since titles do not: on a system with two tracks, where two updates fix one
 * vulnerability of one component and one of them continues a ladder, month by month, while the other stands alone, the
 * first is the rollup. Packages of which both go on stay separate; of two that neither go on nor stand beside a rollup,
 * one is the rollup all the same.
 */
export function tracksOf(findings: readonly Finding[], replacements: Replacements): Tracks {
  const servicingStack = new Set<string>();
  const byProduct = new Map<AffectedProduct, Finding[]>();
  for (const finding of findings) {
    const { id, component, product, rows } = finding;
    const own = byProduct.get(product);
    if (own === undefined) byProduct.set(product, [finding]);
    else own.push(finding);
    for (const { article, title } of rows) {
      if (article === null) continue;
      const isStack = id === SERVICING_STACK_ADVISORY || SERVICING_STACK.test(component) || SERVICING_STACK.test(title);
      if (isStack) servicingStack.add(article);
    }
  }
  const dates = medianDates(findings);
  const system = new Set<string>();
  const ofComponents = new Map<AffectedProduct, Set<string>>();
  const undecided: UndecidedMonth[] = [];
  for (const [product, own] of byProduct) {
    const together = fixedTogether(own, { dates, servicingStack });
    const ladder = ladderLengths(together.partners, replacements);
    const rollups = rollupsAmong(together, ladder);
    if (product.component !== null) ofComponents.set(product, rollups);
    else {
      for (const update of rollups) system.add(update);
      undecided.push(...undecidedMonths(together, { ladder, rollups, dates }));
    }
  }
  return { servicingStack, rollupsOf: (product) => ({ system, own: ofComponents.get(product) ?? system }), undecided };
}

/** Pairs that fix much the same, of which neither goes on, with the next rollup: it holds the one and the other. */
function undecidedMonths(
  { partners, counts }: FixedTogether,
  known: { ladder: ReadonlyMap<string, number>; rollups: ReadonlySet<string>; dates: ReadonlyMap<string, string> },
): UndecidedMonth[] {
  const { ladder, rollups, dates } = known;
  const day = (update: string): string => dates.get(update) ?? '';
  const byDay = [...rollups].sort((a, b) => (day(a) < day(b) ? -1 : 1));
  const standsAlone = (update: string): boolean =>
    (ladder.get(update) ?? 0) <= MOST_SECURITY_ONLY && ![...partners.get(update)!.keys()].some((at) => rollups.has(at));
  return [...partners].flatMap(([one, others]) => {
    if (!standsAlone(one)) return [];
    return [...others].flatMap(([other, together]): UndecidedMonth[] => {
      const isMonth =
        together >= LEAST_OF_MONTH && together >= LEAST_SHARED * Math.max(counts.get(one)!, counts.get(other)!);
      if (one >= other || !isMonth || !standsAlone(other)) return [];
      const next = byDay.find((rollup) => day(rollup) > day(one) && day(rollup) > day(other));
      return next === undefined ? [] : [{ updates: [one, other], together, next }];
    });
  });
}

/** Those that continue a ladder, beside a counterpart that stands alone: they fix much the same. */
function rollupsAmong({ partners, counts }: FixedTogether, ladder: ReadonlyMap<string, number>): Set<string> {
  const rollups = new Set<string>();
  for (const [update, others] of partners) {
    if ((ladder.get(update) ?? 0) < LEAST_LADDER) continue;
    for (const [other, shared] of others) {
      const most = Math.max(counts.get(update)!, counts.get(other)!);
      if (shared >= LEAST_SHARED * most && (ladder.get(other) ?? 0) <= MOST_SECURITY_ONLY) rollups.add(update);
    }
  }
  return rollups;
}

interface FixedTogether {
  /** For each update the others that are named with it, and for how many findings. */
  partners: Map<string, Map<string, number>>;
  /** How many findings name each of them. */
  counts: Map<string, number>;
}

/** The updates that fix something together with others, of the time in which their system has had two tracks. */
function fixedTogether(
  findings: readonly Finding[],
  { dates, servicingStack }: { dates: ReadonlyMap<string, string>; servicingStack: ReadonlySet<string> },
): FixedTogether {
  const partners = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const { product, updates } of findings) {
    const since = servicingModelOf(product.platform?.family ?? '')?.securityOnlyFrom ?? null;
    if (since === null) continue;
    const isOf = (update: string) => !servicingStack.has(update) && (dates.get(update) ?? '') >= since;
    const own = updates.every(isOf) ? updates : updates.filter(isOf);
    for (const update of own) {
      counts.set(update, (counts.get(update) ?? 0) + 1);
      if (own.length < 2) break;
      for (const other of own) {
        if (other === update) continue;
        const known = partners.get(update) ?? new Map<string, number>();
        partners.set(update, known.set(other, (known.get(other) ?? 0) + 1));
      }
    }
  }
  return { partners, counts };
}

/** How many updates with partners stand above and below each one on its ladder. */
function ladderLengths(partners: ReadonlyMap<string, unknown>, { older, newer }: Replacements): Map<string, number> {
  const lengths = new Map<string, number>();
  const walk = (start: string, next: (update: string) => string[]): number => {
    const seen = new Set([start]);
    for (const update of seen) {
      if (seen.size > LEAST_LADDER) break;
      for (const other of next(update)) if (partners.has(other)) seen.add(other);
    }
    return seen.size - 1;
  };
  for (const update of partners.keys()) {
    const below = walk(update, (at) => older(at).map((step) => step.older));
    const above = walk(update, (at) => newer(at).map((step) => step.newer));
    lengths.set(update, below + above);
  }
  return lengths;
}
