import type { FeedSink } from '../../model/feed.ts';
import type { OfflineUpdate } from './catalogue.ts';
import type { UpdateTree } from './update-tree.ts';

/** So many rules that look at a machine are followed for one update; real ones are some thirty. */
const MOST_RULES = 1000;

/**
 * What must be there before an update, as lists of articles of which one is enough. A category or a rule that looks at
 * the machine has no article: no update brings it, so it asks for what it asks for itself, and as one of several
 * alternatives it makes the whole list one that the machine may meet without any update.
 */
export function requirementsOf(update: OfflineUpdate, tree: UpdateTree, sink: FeedSink): string[][] {
  const { byId, articleOf, leavesOf } = tree;
  const own = articleOf(update);
  const leaves = leavesOf(update);
  // Of several parts each asks for what is needed where it is the one that fits; a single one is the update.
  const followed: OfflineUpdate[] = leaves.length === 1 ? [update, leaves[0]!] : [update];
  const seen = new Set(followed);
  const found = new Map<string, string[]>();
  let left = 0;
  for (const asking of followed) {
    for (const alternatives of asking.prerequisites) {
      const entries = alternatives.map((id) => byId.get(id));
      const articles = entries.map((entry) => (entry === undefined ? null : articleOf(entry)));
      if (articles.every((article) => article !== null)) {
        const list = [...new Set(articles)].sort();
        if (list.length > 0 && !list.includes(own ?? '')) found.set(list.join(' '), list);
        continue;
      }
      left++;
      const [rule] = entries;
      if (entries.length > 1 || rule === undefined || seen.has(rule) || followed.length > MOST_RULES) continue;
      seen.add(rule);
      followed.push(rule);
    }
  }
  if (left > 0) sink.dirt('prerequisites that are no update', left);
  return [...found.values()];
}
