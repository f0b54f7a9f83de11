import type { Catalogue, OfflineUpdate } from './catalogue.ts';
import type { RevisionTexts } from './revision-texts.ts';
import { articleInTitle } from './update-products.ts';

/** How the entries of a catalogue hang together. */
export interface UpdateTree {
  byId: ReadonlyMap<string, OfflineUpdate>;
  byRevision: ReadonlyMap<string, OfflineUpdate>;
  /** The article of an entry: its own, else its bundle's, else the one that its files name; null for what is no update. */
  articleOf(update: OfflineUpdate): string | null;
  /** The bundles in the catalogue that an entry is part of; they are what is offered. */
  bundlesOf(update: OfflineUpdate): OfflineUpdate[];
  /** What a bundle holds. */
  leavesOf(update: OfflineUpdate): readonly OfflineUpdate[];
}

/** Joins bundles with what they hold, and entries with their articles. */
export function createUpdateTree({ updates, articleOfFile }: Catalogue, texts: RevisionTexts): UpdateTree {
  const byRevision = new Map(updates.map((update) => [update.revision, update]));
  const byId = new Map<string, OfflineUpdate>();
  const leaves = new Map<OfflineUpdate, OfflineUpdate[]>();
  const bundlesOf = ({ bundledBy }: OfflineUpdate) => bundledBy.flatMap((revision) => byRevision.get(revision) ?? []);
  for (const update of updates) {
    const known = byId.get(update.id);
    // Of two revisions of one entry the later one holds.
    if (known === undefined || Number(known.revision) < Number(update.revision)) byId.set(update.id, update);
    for (const bundle of bundlesOf(update)) {
      const held = leaves.get(bundle);
      if (held === undefined) leaves.set(bundle, [update]);
      else held.push(update);
    }
  }
  const leavesOf = (update: OfflineUpdate) => leaves.get(update) ?? [];
  const ownArticle = ({ revision }: OfflineUpdate) =>
    texts.articles.get(revision) ?? articleInTitle(texts.titles.get(revision) ?? '');
  const articlesOfFiles = ({ payloads }: OfflineUpdate) => payloads.flatMap((file) => articleOfFile.get(file) ?? []);
  const articles = new Map<OfflineUpdate, string | null>();
  function articleOf(update: OfflineUpdate): string | null {
    const known = articles.get(update);
    if (known !== undefined) return known;
    const bundles = bundlesOf(update);
    const inFiles = new Set([update, ...leavesOf(update)].flatMap(articlesOfFiles));
    const found =
      ownArticle(update) ??
      bundles.map(ownArticle).find((article) => article !== null) ??
      (inFiles.size === 1 ? [...inFiles][0]! : null);
    articles.set(update, found);
    return found;
  }
  return { byId, byRevision, articleOf, bundlesOf, leavesOf };
}
