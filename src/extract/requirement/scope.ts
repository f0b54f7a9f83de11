import type { Article } from '../../model/article.ts';
import type { Mention } from '../reading/mentions.ts';
import { isWholeField } from '../reading/whole-field.ts';

/** 'If you are targeting Windows NT 3.51, …', 'When you run the client on Windows 95, …' */
const CONDITION =
  /^\W{0,3}(?:(?:note|important|caution)\W{1,4})?(?:if|when)\s[^,]{0,60}?\b(?:us(?:e|ing)|run(?:ning)?|targeting|have)\s(?:[\w-]{1,20}\s){0,3}$/i;

/** 'In Windows XP, you must have …' */
const PLACE =
  /^\W{0,3}(?:(?:note|important|caution)\W{1,4})?(?:in|on|for|under|with)\s(?:computers\s(?:that are\s)?running\s)?$/i;

/** 'Computers with any version of Windows 95 installed must have …' */
const COMPUTERS =
  /^\W{0,3}(?:(?:note|important|caution)\W{1,4})?(?:all )?(?:computers|systems|clients|servers|users|customers) (?:with|using|running|that (?:are )?(?:running|have|use)|who (?:are )?(?:running|use|using)) (?:any version of )?(?:Microsoft )?$/i;

/** The products of the condition that a sentence begins with, where the article is about more than these. */
export function conditionOf(article: Article, text: string, mentions: readonly Mention[]): string[] {
  const first = mentions[0];
  if (first?.kind !== 'product') return [];
  const before = text.slice(0, first.from);
  if (before.length > 120) return [];
  const after = text.slice(first.to);
  const isSubject =
    COMPUTERS.test(before) && /^(?: installed)?,? (?:must|should|needs?|requires?|ha(?:s|ve) to)\b/.test(after);
  if (!isSubject && !((CONDITION.test(before) || PLACE.test(before)) && /^(?:-based \w{1,12})?,/.test(after)))
    return [];
  return first.product.names.every((name) => isWholeField(article, name)) ? [] : first.product.names;
}

/** 'Microsoft Access (requires the Office Developer Edition)': the subject, where the article is about another product. */
export function subjectScope(article: Article, before: string, mentions: readonly Mention[]): string[] {
  const last = mentions.findLast((mention) => mention.to <= before.length);
  if (last?.kind !== 'product' || !/^\s?\(?\s?$/.test(before.slice(last.to))) return [];
  const lead = before.slice(Math.max(0, last.from - 30), last.from);
  if (!before.trimEnd().endsWith('(') && !/(?:^|[,.;:(]\s|\b(?:the|and|that|but)\s)(?:Microsoft\s)?$/i.test(lead))
    return [];
  if (!isNamed(article, last.product.base)) return last.product.names;
  // One of several that the article is about: 'Exchange Server 5.5 requires …', while 5.0 does not.
  const { names, versions } = last.product;
  return versions.length === 1 && !isWholeField(article, names[0]!) ? names : [];
}

/** Whether the article's own lines or title name this product. */
function isNamed(article: Article, base: string): boolean {
  const own = [...article.appliesTo, ...(article.product ? [article.product] : [])]
    .map((span) => article.view.slice(span.from, span.to))
    .concat(article.title)
    .join('\n')
    .toLowerCase();
  return own.includes(base.toLowerCase());
}
