import type { FeedRestart } from '../../model/advisories.ts';
import type { FeedSink } from '../../model/feed.ts';
import { RESTART_SAYINGS } from '../../model/installation.ts';
import type { Catalogue, OfflineUpdate } from './catalogue.ts';
import { requirementsOf } from './requirements.ts';
import type { RevisionTexts } from './revision-texts.ts';
import { productsOf } from './update-products.ts';
import { createUpdateTree, type UpdateTree } from './update-tree.ts';

/** Makes a row of each update that has an article, for each product, and statements of what must be there first. */
export function emitUpdates(catalogue: Catalogue, texts: RevisionTexts, sink: FeedSink): void {
  const tree = createUpdateTree(catalogue, texts);
  const { byId, articleOf, bundlesOf, leavesOf } = tree;
  const isOffered = (update: OfflineUpdate) => bundlesOf(update).length === 0;
  const replaces = replacedArticles(catalogue.updates, tree, sink);
  for (const update of catalogue.updates) {
    const article = articleOf(update);
    // A part of a bundle is its bundle's; a category and a rule have no article, and give no row.
    if (article === null || !isOffered(update)) continue;
    const { revision, number } = update;
    const title = texts.titles.get(revision) ?? '';
    const ids = update.products.length > 0 ? update.products : leavesOf(update).flatMap(({ products }) => products);
    const categories = [...new Set(ids)].flatMap((id) => texts.titles.get(byId.get(id)?.revision ?? '') ?? []);
    const products = productsOf(title, categories, update.created);
    const requirements = requirementsOf(update, tree, sink);
    for (const [place, product] of products.entries()) {
      sink.advisory({
        article,
        cve: null,
        product,
        title,
        component: '',
        severity: texts.severities.get(revision) ?? '',
        impact: '',
        date: update.created,
        supersedes: [...(replaces.get(update) ?? [])].filter((id) => id !== article).join(';'),
        exploits: '',
        build: '',
        restart: restartOf(update, tree, texts),
        record: number,
      });
      for (const [at, alternatives] of requirements.entries()) {
        const group = alternatives.length > 1 ? { group: (number * 100 + place) * 1000 + at } : {};
        for (const id of alternatives) {
          sink.statement({
            kind: 'requires',
            article,
            target: { article: id },
            ...group,
            isOfProduct: true,
            product,
            record: number,
          });
        }
      }
    }
    for (const bulletin of texts.bulletins.get(revision) ?? []) {
      const [product = ''] = products;
      sink.statement({ kind: 'publishes', article, target: { fix: bulletin }, product, record: number });
    }
  }
}

/** What an update says of a restart: a bundle leaves that to what it holds, of which one that asks for it is enough. */
function restartOf(update: OfflineUpdate, { leavesOf }: UpdateTree, { restarts }: RevisionTexts): FeedRestart | null {
  const all = [update, ...leavesOf(update)].flatMap(({ revision }) => restarts.get(revision) ?? []);
  return RESTART_SAYINGS.flatMap((saying) => all.filter(({ says }) => says === saying))[0] ?? null;
}

/** For each update the articles that it replaces; the catalogue says it the other way round. */
function replacedArticles(
  updates: readonly OfflineUpdate[],
  { byRevision, articleOf, bundlesOf }: UpdateTree,
  sink: FeedSink,
): Map<OfflineUpdate, Set<string>> {
  const replaces = new Map<OfflineUpdate, Set<string>>();
  for (const older of updates) {
    const article = articleOf(older);
    // That a part of a bundle was replaced does not say it of the bundle.
    if (article === null || bundlesOf(older).length > 0) continue;
    for (const revision of older.supersededBy) {
      const newer = byRevision.get(revision);
      if (newer === undefined) {
        sink.dirt('replacing revisions that are missing');
        continue;
      }
      const bundles = bundlesOf(newer);
      for (const offered of bundles.length > 0 ? bundles : [newer])
        replaces.set(offered, (replaces.get(offered) ?? new Set()).add(article));
    }
  }
  return replaces;
}
