import type { Article } from '../../model/article.ts';
import type { Scope } from '../../model/relation.ts';
import { mentionsOf } from '../reading/mentions.ts';
import { headingProducts } from '../reading/outline.ts';
import type { Reading } from '../reading/reading.ts';
import { releaseOfHeading } from '../reading/release.ts';
import { sentencesOf } from '../reading/sentences.ts';
import { isWholeField } from '../reading/whole-field.ts';
import { encryptionOf } from './encryption.ts';
import type { ShippedRow } from './file-tables.ts';

/** What each of an article's rows holds for: one scope for each product that its heading or sentence names. */
export function scopesOf(article: Article, reading: Reading, rows: readonly ShippedRow[]): Scope[][] {
  const languages = rows.map(languageOf);
  const releases = rows.map(({ heading }) => releaseOfHeading(heading));
  // A language or a release says something only where the article tells several apart.
  const severalLanguages = new Set(languages.filter((language) => language !== null)).size > 1;
  const severalReleases = new Set(releases.filter((release) => release !== null)).size > 1;
  const known = new Map<string, readonly string[]>();
  return rows.map((shipped, i) => {
    const scope: Scope = {};
    if (severalLanguages && languages[i]) scope.language = languages[i];
    if (severalReleases && releases[i]) scope.release = releases[i];
    const after = /^ ?\([^()]{1,30}\)/.exec(article.text.slice(shipped.to, shipped.to + 32))?.[0] ?? '';
    const encryption = encryptionOf(shipped, article.text.slice(shipped.from, shipped.to) + after);
    if (encryption !== null) scope.encryption = encryption;
    if (shipped.row.branch) scope.branch = shipped.row.branch;
    if (shipped.row.baseline) scope.baseline = shipped.row.baseline;
    // The rows of one table hold for the same products.
    const key = JSON.stringify([shipped.block, shipped.above, shipped.intro]);
    const products = known.get(key) ?? productsOf(article, reading, shipped);
    known.set(key, products);
    return products.length > 0 ? products.map((product) => ({ product, ...scope })) : [scope];
  });
}

function productsOf(article: Article, reading: Reading, { above, intro, block }: ShippedRow): readonly string[] {
  for (const line of [...above].reverse()) {
    const products = headingProducts(line.replace(/:$/, ''));
    if (products.length > 0) return limits(article, reading, products) ? products : [];
  }
  const placed = reading.places()[block]?.products ?? [];
  return placed.length > 0 ? placed : sentenceProducts(article, reading, intro);
}

/** Whether a line says more than what the whole article is about. */
const limits = (article: Article, reading: Reading, products: readonly string[]): boolean =>
  products.length > 1 ||
  !isWholeField(article, products[0]!) ||
  reading.places().some((place) => place.products.length > 0);

/** 'should have the following file attributes', 'updated files for Windows 95', 'obtain the following fix for Windows NT 3.51'. */
const STATES =
  /\b(?:should|must|have|has)\b.*\b(?:attributes|stamps?|details|following)\b|\bupdated (?:\w+ )?files?(?:\(s\))? for\b|\bfollowing (?:hot)?fix for\b/i;

/**
 * The products for which a sentence says that its files are ('The IIS 4.0 version of this fix', 'The English post-SMS
 * 2.0 Service Pack 3 version of this fix'), unless they are all that the article is about.
 */
function sentenceProducts(article: Article, reading: Reading, intro: string): string[] {
  const text = intro.slice(-500);
  const span = sentencesOf(text, 0, text.length).findLast(({ from, to }) => STATES.test(text.slice(from, to)));
  if (!span) return [];
  const sentence = text.slice(span.from, span.to).replace(/\bpost[- ](?=[A-Z])/gi, '     ');
  const names: string[] = [];
  for (const mention of mentionsOf(sentence)) {
    if (mention.kind === 'service-pack') {
      for (const level of mention.levels) names.push(reading.context().servicePack(level, mention.product, []));
    } else if (mention.kind === 'product' && mention.product.versions.length > 0) {
      if (isWhole(article, mention.product.base, mention.product.versions)) return [];
      names.push(...mention.product.names);
    }
  }
  return [...new Set(names)];
}

/** Whether the article's own lines are about this product only. */
function isWhole(article: Article, base: string, versions: readonly string[]): boolean {
  const lines = article.appliesTo.map((span) => article.view.slice(span.from, span.to));
  return lines.length > 0 && lines.every((line) => line.includes(base) && versions.every((v) => line.includes(v)));
}

const LANGUAGE =
  /\b(English|French|German|Spanish|Italian|Japanese|Korean|Portuguese|Brazilian|Dutch|Swedish|Danish|Norwegian|Finnish|Polish|Czech|Hungarian|Russian|Greek|Turkish|Arabic|Hebrew|Thai|(?:Simplified |Traditional )?Chinese)\b/;

function languageOf({ row, intro, above }: ShippedRow): string | null {
  if (row.language) return row.language;
  for (const line of [...above].reverse()) {
    const language = LANGUAGE.exec(line)?.[1];
    if (language) return language;
  }
  return /\b\w+(?:-language)?,? (?:\w+ ){0,6}version of|\bversion of/.test(intro)
    ? (LANGUAGE.exec(intro)?.[1] ?? null)
    : null;
}
