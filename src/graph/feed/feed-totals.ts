import type { AdvisoryTable } from '../../model/advisories.ts';
import type { FeedTotals } from '../../model/graph.ts';
import { identifyAffected } from '../identity/identify-platform.ts';
import { compare } from '../node-table.ts';

/** Counts over all feeds together: how their names folded, and what is odd about what they say is replaced. */
export function feedTotals({ products, columns, texts, first }: AdvisoryTable): FeedTotals {
  const named = new Set<number>();
  const replacing = new Set<number>();
  let disagreeing = 0;
  const unknown: string[] = [];
  let names = 0;
  let withoutUpdates = 0;
  for (const { index, platform, names: spellings } of products) {
    names += spellings.length;
    const lists = new Map<number, number>();
    const disagree = new Set<number>();
    for (let row = first[index]!; row < first[index + 1]!; row++) {
      const article = columns.article[row]!;
      if (article === 0) continue;
      named.add(article);
      const list = columns.supersedes[row]!;
      replacing.add(list);
      const other = lists.get(article);
      if (other === undefined) lists.set(article, list);
      else if (other !== list) disagree.add(article);
    }
    disagreeing += disagree.size;
    if (lists.size === 0) withoutUpdates += spellings.length;
    else if (platform === null && !identifyAffected(spellings[0] ?? '').product.known) unknown.push(...spellings);
  }
  const updates = new Set([...named].map((article) => texts.article[article]!));
  const replacedOnly = new Set(
    [...replacing].flatMap((list) => texts.supersedes[list]!.split(';')).filter((id) => id !== '' && !updates.has(id)),
  );
  return {
    names,
    withoutUpdates,
    products: products.length,
    unknown: unknown.sort(compare),
    replacedOnly: replacedOnly.size,
    disagreeing,
  };
}
