import type { AdvisoryTable, GatheredRestart } from '../../model/advisories.ts';
import type { InstallationFact } from '../../model/graph.ts';
import type { RestartSaying } from '../../model/installation.ts';
import type { Scope } from '../../model/relation.ts';
import { scopeKey } from '../edge-table.ts';
import type { NodeTable } from '../node-table.ts';
import { scopeOf } from './product-scope.ts';

/**
 * Keeps what feeds say of restarts with the updates, behind what their articles say. Where one feed says the same for
 * all products of an update it holds for all of them, else for each what is said of it.
 */
export function addFeedRestarts({ restarts, products, sources }: AdvisoryTable, nodes: NodeTable): void {
  const updates = new Map<number, Map<string, GatheredRestart[]>>();
  for (const restart of restarts) {
    const node = nodes.get('article', restart.article);
    if (node === undefined) continue;
    const feeds = updates.get(node) ?? new Map<string, GatheredRestart[]>();
    const feed = sources[restart.evidence.source]?.feed ?? '';
    updates.set(node, feeds.set(feed, [...(feeds.get(feed) ?? []), restart]));
  }
  for (const [node, feeds] of updates) {
    const { attributes } = nodes.nodes[node]!;
    const facts = [...feeds.values()].flatMap(factsOf);
    attributes.installation = [...(attributes.installation ?? []), ...facts];
  }

  function factsOf(said: readonly GatheredRestart[]): InstallationFact[] {
    const [first] = said;
    if (first === undefined) return [];
    if (said.every(({ says }) => says === first.says)) return [factOf(first, null)];
    const facts = new Map<string, InstallationFact>();
    for (const each of said) {
      const product = products[each.evidence.product];
      const scope = product === undefined ? null : scopeOf(product);
      const key = `${each.says} ${scope && scopeKey(scope)}`;
      if (!facts.has(key)) facts.set(key, factOf(each, scope));
    }
    return [...facts.values()];
  }
}

function factOf(
  { article, says, evidence }: { article: string; says: RestartSaying; evidence: GatheredRestart['evidence'] },
  scope: Scope | null,
): InstallationFact {
  return { says, scope, article: null, evidence: [{ article, copy: 0, from: 0, to: 0, record: evidence }] };
}
