import { NODE_KINDS, type NodeKind } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';

/** 'Q260695', 'KB 260695', 'kb260695', 'article:Q260695', 'Q260695.TXT', '…/kb/260695', '260695'. */
const ARTICLE_NUMBER =
  /^(?:article:)?(?:https?:\/\/\S{0,200}\/)?(?:(?:ms)?kb|q|#)?[ :_-]{0,3}0{0,3}(\d{3,8})(?:\.\w{1,8})?\/?$/i;
/** 'CVE-2019-0708', 'cve 2019-0708'. */
const CVE = /^cve[ :_-]?(\d{4}-\d{4,7})$/i;

/** Where several things go by one name, what a person most likely means. */
const LIKELY: readonly NodeKind[] = ['product', 'service-pack', 'fix', 'file', 'cve', 'family', 'article'];

/** The number of an article in any spelling, or null. */
export function articleNumber(text: string): string | null {
  return ARTICLE_NUMBER.exec(text.slice(0, 300).trim())?.[1] ?? null;
}

/** The nodes that a person may mean, the likeliest first: an id in any spelling, a file's name, a label or an alias. */
export function resolveNodes(view: GraphView, text: string): number[] {
  const wanted = text.slice(0, 300).trim();
  const found = new Set<number>();
  const tryId = (id: string) => {
    const index = view.indexOf(id);
    if (index !== null) found.add(index);
  };
  if (wanted === '') return [];
  const number = articleNumber(wanted);
  if (number !== null) {
    tryId(`article:${number}`);
    if (found.size > 0) return [...found];
  }
  const cve = CVE.exec(wanted)?.[1];
  if (cve) tryId(`cve:${cve}`);

  const lower = wanted.toLowerCase();
  if (NODE_KINDS.some((kind) => lower.startsWith(`${kind}:`))) {
    tryId(wanted);
    tryId(lower);
    const colon = wanted.indexOf(':');
    for (const index of view.named(wanted.slice(colon + 1))) {
      if (view.node(index).kind === lower.slice(0, colon)) found.add(index);
    }
    return [...found];
  }
  const rank = (index: number) => LIKELY.indexOf(view.node(index).kind);
  for (const index of view.named(wanted).sort((a, b) => rank(a) - rank(b) || a - b)) found.add(index);
  if (found.size > 0) return [...found];
  // An article without a number goes by its file's name.
  tryId(`article:${wanted}`);
  const slug = lower.replaceAll(/\s+/g, '-');
  for (const kind of NODE_KINDS) tryId(`${kind}:${slug}`);
  return [...found];
}

/** The node that a person most likely means, or null. */
export function resolveNode(view: GraphView, text: string): number | null {
  return resolveNodes(view, text)[0] ?? null;
}
