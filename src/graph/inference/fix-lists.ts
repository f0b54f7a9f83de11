import type { GraphNode } from '../../model/graph.ts';
import { identifyProduct } from '../identity/identify-product.ts';
import type { InferenceFacts } from './facts.ts';
import type { Rung } from './ladders.ts';

/** 'XGEN: List of Bugs Fixed in …', 'README.TXT: …', 'Service Pack 4 Fixlist', 'Visual Basic 5.0 Fixes in …'. */
const LIST =
  /\b(?:list(?:ing)? of (?:\w{1,20} ){0,2}(?:bugs?|fixed|fixes|problems?|issues?)|fix ?list|readme|bugs fixed|fixed (?:bugs|problems)|fixes in|summary list)\b/i;
/** What comes between service packs is no list of one. */
const BETWEEN = /\bpost[- ]|\b(?:HRP|SRP|hot-?fix|roll-?up|cumulative|bundle)\b/i;
/** 'Service Pack 1, 2, and 3', 'SP 3, 4, 5', 'Service Pack 6/6a', 'SR-1'. */
const LEVELS = /\b(?:Service Packs?|SP|(SR)-?) ?(\d{1,2}[a-z]?)((?:(?:, and |, | and |\/| & )\d{1,2}[a-z]?){0,8})\b/i;
/** A list of what came after a service pack, component by component; it tells of fixes and delivers none. */
const POST_PACK_LIST = /\bpost[- ](?:SP|Service Pack )\d[a-z]? [\w .]{1,60}\bfix(?:es)?\b|\bfixes available\b/i;
/** A package that gathers fixes. */
const GATHERS =
  /\b(?:roll-?up|SRP|cumulative (?:\w{1,20} ){0,2}(?:patch|update|hot-?fix|fix|package)|(?:combined|hotfix) (?:hot-?fix|package|bundle|update)|combined into one package|bundle|HRP)\b/i;

/** Whether an article only tells of fixes, and delivers nothing that could replace anything. */
export function isFixList({ label, attributes: { keywords = [] } }: GraphNode): boolean {
  return (
    keywords.some((keyword) => keyword.toLowerCase().endsWith('kbfixlist')) ||
    POST_PACK_LIST.test(label) ||
    LIST.test(label)
  );
}

/** Whether an article's title says that it is about a package that gathers fixes. */
export const isGathering = ({ label }: GraphNode): boolean => GATHERS.test(label);

/** The service pack that a post-pack fix is for, by its article's title: '3' of 'Exchange Server 5.5 Post-SP3 …'. */
export function postPackLevel({ label }: GraphNode): string | null {
  return /\bpost[- ](?:SP|Service Pack )(\d[a-z]?)\b/i.exec(label)?.[1]?.toLowerCase() ?? null;
}

/**
 * The service packs whose fixes an article lists, by its title and what it applies to: of several in one list the last,
 * which contains what the others do. One rung a family.
 */
export function listedRungs(facts: InferenceFacts, article: number): Map<string, Rung> {
  const rungs = new Map<string, Rung>();
  const { label } = facts.node(article);
  if (!LIST.test(label) || BETWEEN.test(label)) return rungs;
  const match = LEVELS.exec(label);
  if (match === null) return rungs;
  const [, release, first = '', more = ''] = match;
  const others = more.match(/\d{1,2}[a-z]?/gi) ?? [];
  // '6/6a' are two issues of one pack, '1, 2, and 3' are three packs.
  const last = more.startsWith('/') ? first : (others.at(-1) ?? first);
  const level = `${release === undefined ? '' : 'SR'}${last.toLowerCase()}`;
  const named = namedFamily(label.slice(0, match.index));
  const families = named === null ? facts.families(article) : [named];
  for (const family of families) {
    const rung = facts.ladders.get(family)?.rungs.find((each) => each.level === level);
    if (rung !== undefined) rungs.set(family, rung);
  }
  return rungs;
}

/** The family of the product that the words end in: 'Fixes in Visual Studio 97' → Visual Studio 97; null where unclear. */
function namedFamily(before: string): string | null {
  const words = before.trim().split(/\s+/).slice(-8);
  while (words.length > 0 && /^(?:U\.S\.|US|Version|for|Windows,|,)$/i.test(words.at(-1) ?? '')) words.pop();
  let best: string | null = null;
  for (let length = 1; length <= words.length; length++) {
    const { product } = identifyProduct(words.slice(-length).join(' '));
    if (product?.known && product.family.version !== null) best = product.family.key;
    // 'Windows NT 4.0 and TSE' is about two.
    if (/^and$/i.test(words.at(-length) ?? '')) return null;
  }
  return best;
}
