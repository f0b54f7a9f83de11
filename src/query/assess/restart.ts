import { identifyAffected } from '../../graph/identity/identify-platform.ts';
import { servicingModelOf } from '../../graph/identity/servicing-model-of.ts';
import type { AffectedProduct } from '../../model/advisories.ts';
import type { Basis, InstallationFact } from '../../model/graph.ts';
import type { GraphView } from '../../model/graph-view.ts';
import type { Scope } from '../../model/relation.ts';
import { createQuoter } from '../quote-evidence.ts';
import { isFromFeed, NEEDS, type RestartFact, restartFact } from '../restarts.ts';
import type { NextStep } from './answer.ts';

/** What is known of a restart: `likely` is inferred and said by nobody, `untold` is nothing at all. */
export const STEP_RESTARTS = ['required', 'perhaps', 'likely', 'none', 'untold'] as const;

export interface StepRestart {
  need: (typeof STEP_RESTARTS)[number];
  /** `stated` by its article, by a `feed`, or `inferred`; null where nothing is known. */
  basis: Basis | null;
  /** In words: the sentence of the article, the field of the record, or the rule. */
  because: string | null;
  /** The place in `sources` of the feed that says it, and the number of its record; null elsewhere. */
  source: number | null;
  record: number | null;
}

/** What is known of an update that is to be installed. */
export interface UpdateToInstall {
  kind: NextStep['kind'];
  /** What its article and feeds say of installing it. */
  facts: readonly InstallationFact[] | undefined;
  /** The families of the systems that it is for as such, and not for what runs on them. */
  systems: ReadonlySet<string>;
  /** Near its release; null where it is not known. */
  date: string | null;
}

const NOTHING_KNOWN: StepRestart = { need: 'untold', basis: null, because: null, source: null, record: null };

/**
 * Tells whether an update of these products needs a restart, as `plan` does, and who says so. Of a monthly update of the
 * system itself that nobody speaks of, a restart is likely; that is inferred, and left out where only statements count.
 */
export function restartTeller(
  view: GraphView,
  products: readonly AffectedProduct[],
  stated: boolean,
): (update: UpdateToInstall) => StepRestart {
  const fits = createScopeFit(products);
  const quote = createQuoter(view);
  const told = (fact: RestartFact): StepRestart => {
    const need = NEEDS[fact.says];
    const [first] = fact.evidence;
    if (first !== undefined && isFromFeed(fact)) {
      const { source, record, said = '' } = first.record!;
      return { need, basis: 'feed', because: said, source, record };
    }
    const sentence = quote(fact.evidence.slice(0, 1))[0]?.quote ?? null;
    return { need, basis: 'stated', because: sentence, source: null, record: null };
  };
  return ({ kind, facts, systems, date }) => {
    if (kind === 'service-pack') return inferred('required', "a service pack replaces the running system's own files");
    const fact = restartFact(facts, fits);
    if (fact !== null) return told(fact);
    // A servicing stack is put in place of the one before it while the system runs.
    if (stated || kind === 'servicing-stack') return NOTHING_KNOWN;
    const isMonthly = [...systems].some((family) => {
      const model = servicingModelOf(family);
      return model !== null && date !== null && date >= model.from;
    });
    return isMonthly
      ? inferred('likely', 'a monthly update of the operating system itself, which replaces files in use')
      : NOTHING_KNOWN;
  };
}

const inferred = (need: StepRestart['need'], because: string): StepRestart => ({
  need,
  basis: 'inferred',
  because,
  source: null,
  record: null,
});

/** Whether a scope holds for some of these products: of their family, and of no other level or architecture. */
function createScopeFit(products: readonly AffectedProduct[]): (scope: Scope | null) => boolean {
  return (scope) => {
    if (scope?.product === undefined) return true;
    const named = scope.platform === undefined ? scope.product : `${scope.product} (${scope.platform})`;
    const { platform, product } = identifyAffected(named);
    if (platform === null) return products.some((own) => own.product === product.key);
    const isOpenOrSame = (a: string | null, b: string | null) => a === null || b === null || a === b;
    return products.some(
      ({ platform: own }) =>
        own?.family === platform.family &&
        isOpenOrSame(own.level, platform.level) &&
        isOpenOrSame(own.architecture, platform.architecture),
    );
  };
}
