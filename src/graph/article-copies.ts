import type { ExtractedArticle } from '../model/extracted.ts';
import type { NodeAttributes } from '../model/graph.ts';
import { compare, type NodeTable } from './node-table.ts';
import { detach, type StringPool } from './string-pool.ts';

/** Folds the copies of each article into its node: the newest revision is what is shown. */
export interface ArticleCopies {
  add(key: string, article: ExtractedArticle): { node: number; copy: number };
}

interface Seen {
  count: number;
  modified: string;
  length: number;
  source: string;
}

/** Starts without articles; nodes go to the given table. */
export function createArticleCopies(nodes: NodeTable, strings: StringPool): ArticleCopies {
  const seen = new Map<number, Seen>();
  return {
    add(key, article) {
      const index = nodes.merge('article', key, key);
      const known = seen.get(index);
      const copy = known?.count ?? 0;
      const current: Seen = {
        count: copy + 1,
        modified: article.modified ?? '',
        length: article.text.length,
        source: detach(article.source),
      };
      if (known !== undefined && !replaces(current, known)) {
        known.count = current.count;
        const attributes = nodes.nodes[index]?.attributes;
        if (attributes !== undefined) attributes.copy ??= 0;
        return { node: index, copy };
      }
      seen.set(index, current);
      const node = nodes.nodes[index];
      if (node !== undefined) {
        node.label = article.title.trim() === '' ? `KB${key}` : detach(article.title);
        node.status = 'present';
        node.date = article.modified === null ? null : strings.keep(article.modified);
        node.attributes = { ...attributesOf(article, current.source, strings), ...(copy > 0 ? { copy } : {}) };
      }
      return { node: index, copy };
    },
  };
}

/** The later revision is shown; of two of one day the longer, and then the same one in whatever order they came. */
function replaces(a: Seen, b: Seen): boolean {
  return (compare(a.modified, b.modified) || a.length - b.length || compare(b.source, a.source)) > 0;
}

function attributesOf(article: ExtractedArticle, source: string, strings: StringPool): NodeAttributes {
  const attributes: NodeAttributes = { dialect: strings.keep(article.dialect), source };
  if (article.category !== null) attributes.category = strings.keep(article.category);
  if (article.keywords.length > 0) attributes.keywords = article.keywords.map((keyword) => strings.keep(keyword));
  return attributes;
}
