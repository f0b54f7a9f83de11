import type { InferenceFacts } from './facts.ts';
import { isFixList, isGathering } from './fix-lists.ts';
import type { InferenceRule, InferredEdge } from './inference-rule.ts';
import { scopesFor } from './scope-of.ts';

/** A roll-up that delivers a package replaces the fixes that it includes, for the products that both are for. */
export const rollUp: InferenceRule = {
  name: 'graph/roll-up',
  trust: 2,
  infer(facts) {
    const includes = facts.ofKind('includes');
    const pairs = new Set(includes.map(({ source, target }) => `${source} ${target}`));
    const edges: InferredEdge[] = [];
    for (const { source, target, evidence } of includes) {
      // Two articles that name each other describe one package.
      if (pairs.has(`${target} ${source}`) || !delivers(facts, source) || sharePublished(facts, source, target))
        continue;
      // Several articles that deliver one named fix say the same of it: the first speaks for all.
      if (speaker(facts, source, target, pairs) !== source) continue;
      const own = facts.families(target);
      const covered = [...facts.families(source)].filter((family) => own.size === 0 || own.has(family));
      const label = facts.node(source).id.replace('article:', 'KB');
      for (const scope of scopesFor(facts, target, covered)) {
        const because = `${label} delivers a package that includes it${scope === null ? '' : `, for ${scope.product}`}`;
        edges.push({ kind: 'supersedes', source, target, rule: this.name, scope, because, evidence });
      }
    }
    return edges;
  },
};

/** Whether there is a package: files or a named fix in an article that is no mere list, or one that says so in its title. */
function delivers(facts: InferenceFacts, article: number): boolean {
  const node = facts.node(article);
  if (isFixList(node)) return false;
  return isGathering(node) || facts.from(article, 'ships').length > 0 || facts.from(article, 'publishes').length > 0;
}

/** Of the articles that publish the same named fix as `source` and include `target`, the one with the lowest id. */
function speaker(facts: InferenceFacts, source: number, target: number, pairs: ReadonlySet<string>): number {
  const fixes = facts.from(source, 'publishes').map(({ target: fix }) => fix);
  const publishers = facts
    .ofKind('publishes')
    .filter((edge) => fixes.includes(edge.target) && pairs.has(`${edge.source} ${target}`));
  const ids = [source, ...publishers.map((edge) => edge.source)].map((index) => ({ index, id: facts.node(index).id }));
  return ids.reduce((first, each) => (each.id < first.id ? each : first)).index;
}

function sharePublished(facts: InferenceFacts, a: number, b: number): boolean {
  const published = new Set(facts.from(a, 'publishes').map(({ target }) => target));
  return facts.from(b, 'publishes').some(({ target }) => published.has(target));
}
