import type { Article } from '../model/article.ts';
import type { Publication } from '../model/extracted.ts';
import type { Scope } from '../model/relation.ts';
import { type DownloadAddress, findDownloadAddresses, type PathSegment } from './download-address.ts';

/** Folders of a public server, and the product whose fixes they hold. */
const PRODUCT_FOLDERS: readonly [RegExp, string][] = [
  [/^nt40$/i, 'Windows NT 4.0'],
  [/^nt40tse$/i, 'Windows NT Server 4.0 Terminal Server Edition'],
  [/^nt351$/i, 'Windows NT 3.51'],
  [/^nt35$/i, 'Windows NT 3.5'],
  [/^exchg4\.0$/i, 'Exchange Server 4.0'],
  [/^exchg5\.0$/i, 'Exchange Server 5.0'],
  [/^exchg5\.5$/i, 'Exchange Server 5.5'],
];

/** Words before an address that offer what lies there. */
const OFFER =
  /\bposted\b|\bthis (?:[\w-]{1,20} )?(?:hot)?fix\b|\bto (?:resolve|correct|work around) this\b|\bfollowing (?:\w{1,20} )?(?:locations?|files?|sites?)\b/i;
/** Words before an address of what came after this article's own fix: 'has subsequently released a newer update at'. */
const LATER = /\b(?:newer|later) (?:[\w-]{1,20} ){0,3}(?:update|version|hotfix|fix|patch)\b/i;
/** Titles of articles that explain and deliver nothing. */
const EXPLAINS = /^(?:Q\d{5,7}: )?(?:INFO|HOW ?TO|SAMPLE|DOC):/i;

/** The named fixes and bulletins that an article delivers: by its title ('MS02-017: …') and by where it is downloaded. */
export function extractPublications(article: Article): Publication[] {
  return merge([...publishedBulletins(article), ...publishedFixes(article)]);
}

/** 'MS02-017: Unchecked Buffer in …'; a title that only speaks of a bulletin begins otherwise. */
function publishedBulletins(article: Article): Publication[] {
  const bulletin = /^(?:Q\d{5,7}: )?(MS\d\d-\d{3})\b(?=[:\s])/i.exec(article.title)?.[1];
  const from = bulletin === undefined ? -1 : article.view.indexOf(bulletin, article.span.from);
  if (bulletin === undefined || from < 0 || from >= article.span.to) return [];
  return [{ fix: bulletin, evidence: [quote(article, from, from + bulletin.length)] }];
}

/**
 * 'This hotfix has been posted to the following Internet location: ftp://…/NT40/hotfixes-postSP3/teardrop2-fix/'.
 * Where the article says that its own fix was superseded by the one it now points to, only its own counts:
 * 'Lsa-fix has been superseded by Lsa2-fix. … You can find the original hotfix at … /archive/lsa-fix/'.
 */
function publishedFixes(article: Article): Publication[] {
  if (EXPLAINS.test(article.title)) return [];
  const addresses = findDownloadAddresses(article.view, article.span).flatMap((address) => {
    const folder = address.segments.findLast(({ name }) => /^[a-z0-9]{1,24}-fix\.?$/i.test(name));
    return folder === undefined || !isOffered(article, address) ? [] : [{ address, folder }];
  });
  if (addresses.length === 0) return [];
  const successors = namedSuccessors(article);
  const archived = addresses.some(({ address }) => isArchived(address));
  return addresses
    .filter(({ address, folder }) => (archived ? isArchived(address) : !successors.has(fixName(folder).toLowerCase())))
    .map(({ address, folder }) => {
      const scope = scopeOf(address);
      const evidence = [quote(article, address.from, folder.from + fixName(folder).length)];
      return { fix: fixName(folder), evidence, ...(scope === null ? {} : { scope }) };
    });
}

/** Whether the article offers what lies at an address: it says so before it, or is about that product. */
function isOffered({ view, span, appliesTo }: Article, address: DownloadAddress): boolean {
  const before = view.slice(Math.max(span.from, address.from - 400), address.from).replace(/\s+/g, ' ');
  if (LATER.test(before.slice(-200))) return false;
  if (OFFER.test(before)) return true;
  const line = scopeOf(address)?.product?.split(' ').slice(0, 2).join(' ');
  return line !== undefined && appliesTo.some(({ from, to }) => view.slice(from, to).includes(line));
}

const fixName = ({ name }: PathSegment) => name.replace(/\.$/, '');

const isArchived = ({ segments }: DownloadAddress) => segments.some(({ name }) => name.toLowerCase() === 'archive');

/** The fixes that this article names as having replaced others, in lower case. */
function namedSuccessors({ view, span }: Article): Set<string> {
  const successors = new Set<string>();
  const pattern =
    /-fix\s{1,20}(?:has\s{1,20}been|was|is)\s{1,20}(?:superseded|superceded|replaced)\s{1,20}by\s{1,20}(?:the\s{1,20})?([a-z0-9]{1,24}-fix)/gi;
  for (const match of view.slice(span.from, span.to).matchAll(pattern)) successors.add((match[1] ?? '').toLowerCase());
  return successors;
}

/** What the folders say of the fix: '/NT40/hotfixes-postSP3/' is for Windows NT 4.0 with Service Pack 3. */
function scopeOf({ segments }: DownloadAddress): Scope | null {
  const product = PRODUCT_FOLDERS.find(([folder]) => segments.some(({ name }) => folder.test(name)))?.[1];
  const level = segments
    .map(({ name }) => /^(?:hotfixes-)?post-?SP(\d[a-z]?)$/i.exec(name)?.[1])
    .find((found) => found !== undefined);
  if (product === undefined) return null;
  return level === undefined ? { product } : { product, baseline: `SP${level}` };
}

/** One publication a fix and scope. */
function merge(publications: readonly Publication[]): Publication[] {
  const merged = new Map<string, Publication>();
  for (const publication of publications) {
    const key = JSON.stringify([publication.fix.toLowerCase(), publication.scope ?? null]);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, publication);
    else known.evidence.push(...publication.evidence);
  }
  return [...merged.values()];
}

function quote({ text }: Article, from: number, to: number) {
  return { from, to, quote: text.slice(from, to) };
}
