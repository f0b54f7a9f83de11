import type { FeedRestart } from '../../model/advisories.ts';
import type { FeedSink } from '../../model/feed.ts';
import { RESTART_SAYINGS } from '../../model/installation.ts';
import type { RevisionTexts } from './revision-texts.ts';
import type { OfflineUpdate } from './updates.ts';

/** What an update without a product is said to be for. */
const NO_PRODUCT = 'Microsoft Update';

/** Makes a row of each update that has an article, for each product, and statements of what must be there first. */
export function emitUpdates(updates: readonly OfflineUpdate[], texts: RevisionTexts, sink: FeedSink): void {
  const byId = new Map(updates.map((update) => [update.id, update]));
  const byRevision = new Map(updates.map((update) => [update.revision, update]));
  const articleOf = (update: OfflineUpdate): string | null => {
    const own = texts.articles.get(update.revision);
    if (own !== undefined) return own;
    // What a bundle holds is its article's.
    const bundle = update.bundledBy
      .map((revision) => texts.articles.get(revision))
      .find((article) => article !== undefined);
    return bundle ?? null;
  };
  const restartOf = restartFinder(updates, texts);
  const replaces = replacedArticles(updates, byRevision, articleOf, sink);
  for (const update of updates) {
    const article = articleOf(update);
    if (article === null) continue;
    const names = update.products.flatMap((id) => texts.titles.get(byId.get(id)?.revision ?? '') ?? []);
    const products = names.length > 0 ? [...new Set(names)] : [NO_PRODUCT];
    for (const product of products) {
      sink.advisory({
        article,
        cve: null,
        product,
        title: texts.titles.get(update.revision) ?? '',
        component: '',
        severity: '',
        impact: '',
        date: update.created,
        supersedes: [...(replaces.get(update.revision) ?? [])].filter((id) => id !== article).join(';'),
        exploits: '',
        build: '',
        // What a bundle holds has no product of its own; the bundle tells of it.
        restart: names.length === 0 ? null : restartOf(update),
        record: update.number,
      });
    }
    const evidence = { article, product: products[0] ?? NO_PRODUCT, record: update.number };
    for (const [at, alternatives] of update.prerequisites.entries()) {
      const needed = alternatives.map((id) => {
        const other = byId.get(id);
        return other === undefined ? null : articleOf(other);
      });
      // A detectoid or a product has no article: whether it is there, the host tells and no update brings.
      if (needed.some((id) => id === null)) {
        sink.dirt('prerequisites that are no update');
        continue;
      }
      for (const id of new Set(needed)) {
        if (id === null || id === article) continue;
        const group = needed.length > 1 ? { group: update.number * 1000 + at } : {};
        sink.statement({ ...evidence, kind: 'requires', target: { article: id }, ...group });
      }
    }
    const bulletin = texts.bulletins.get(update.revision);
    if (bulletin !== undefined) sink.statement({ ...evidence, kind: 'publishes', target: { fix: bulletin } });
  }
}

/** What each update says of a restart: a bundle leaves that to what it holds, of which one that asks for it is enough. */
function restartFinder(
  updates: readonly OfflineUpdate[],
  { restarts }: RevisionTexts,
): (update: OfflineUpdate) => FeedRestart | null {
  const held = new Map<string, FeedRestart[]>();
  for (const { revision, bundledBy } of updates) {
    const own = restarts.get(revision);
    if (own === undefined) continue;
    for (const bundle of bundledBy) held.set(bundle, [...(held.get(bundle) ?? []), own]);
  }
  return ({ revision }) => {
    const all = [...(restarts.has(revision) ? [restarts.get(revision)!] : []), ...(held.get(revision) ?? [])];
    const [most] = all.sort((a, b) => RESTART_SAYINGS.indexOf(a.says) - RESTART_SAYINGS.indexOf(b.says));
    return most ?? null;
  };
}

/** For each revision the articles that it replaces; the catalogue says it the other way round. */
function replacedArticles(
  updates: readonly OfflineUpdate[],
  byRevision: ReadonlyMap<string, OfflineUpdate>,
  articleOf: (update: OfflineUpdate) => string | null,
  sink: FeedSink,
): Map<string, Set<string>> {
  const replaces = new Map<string, Set<string>>();
  for (const older of updates) {
    const article = articleOf(older);
    for (const revision of older.supersededBy) {
      if (!byRevision.has(revision)) sink.dirt('replacing revisions that are missing');
      else if (article !== null) replaces.set(revision, (replaces.get(revision) ?? new Set()).add(article));
    }
  }
  return replaces;
}
