import { identifyProduct } from './identify-product.ts';
import { slug } from './name-words.ts';
import type { ProductIdentity } from './product-identity.ts';

/** A fix that is known by a name or a bulletin. */
export interface FixIdentity {
  key: string;
  label: string;
  /** Whether the label is the one name of it (a bulletin, a numbered roll-up) and not just one spelling. */
  known: boolean;
}

/** What a relative name counts from: the product and, where the article names just one, its service pack. */
export interface FixBaseline {
  product: ProductIdentity | null;
  /** The service pack's level, or null. */
  level: string | null;
}

/** Names that count within a product ('RU1', 'cumulative update package 8', 'SRP'), and their short form. */
const RELATIVE_NAMES: readonly { pattern: RegExp; short: string; countsFromServicePack: boolean }[] = [
  { pattern: /^(?:update[ -]rollup|rollup(?: update)?|ru)[ -]?(\d{1,3})$/, short: 'RU', countsFromServicePack: true },
  { pattern: /^(?:cumulative update(?: package)?|cu)[ -]?(\d{1,3})$/, short: 'CU', countsFromServicePack: true },
  {
    pattern: /^(?:security roll-?up package|security roll-?up|srp)[ -]?(\d{0,2})$/,
    short: 'SRP',
    countsFromServicePack: false,
  },
];

/**
 * Reads the name of a fix in any spelling: 'Teardrop2-fix' and 'the teardrop2 fix' are one, so are 'MS02-017' and
 * 'security bulletin ms02-017'. A relative name carries the product and service pack that it counts from.
 */
export function identifyFix(name: string, baseline: FixBaseline = { product: null, level: null }): FixIdentity {
  const printed = tidy(name);
  const lower = printed.toLowerCase();
  const bulletin = /\bms(\d\d)-(\d{3})\b/.exec(lower);
  if (bulletin) {
    const number = `ms${bulletin[1]}-${bulletin[2]}`;
    return { key: number, label: number.toUpperCase(), known: true };
  }
  const relative = relativeName(lower, baseline) ?? absoluteName(printed);
  if (relative !== null) return relative;
  const named = /^([\w.+]{1,40})[ -](?:hot)?fix(?: (?:hot)?fix| patch| update)?$/.exec(lower);
  const key = named ? slug(`${named[1]}-fix`) : slug(lower) || encodeURIComponent(lower);
  return { key, label: printed, known: false };
}

function relativeName(lower: string, { product, level }: FixBaseline): FixIdentity | null {
  for (const { pattern, short, countsFromServicePack } of RELATIVE_NAMES) {
    const match = pattern.exec(lower);
    if (!match) continue;
    const own = `${short}${match[1] ?? ''}`;
    if (product === null) return { key: own.toLowerCase(), label: own, known: true };
    const servicePack = countsFromServicePack && level !== null ? ` SP${level}` : '';
    const label = `${product.family.label}${servicePack} ${own}`;
    return { key: slug(label), label, known: true };
  }
  return null;
}

/** A relative name that names its product as well: 'Update Rollup 1 for Exchange Server 2007 SP1' or the other way round. */
function absoluteName(printed: string): FixIdentity | null {
  const after = / for (?:microsoft )?(.+)$/i.exec(printed);
  if (after) return relativeName(printed.slice(0, after.index).toLowerCase(), identifyProduct(after[1] ?? ''));
  const words = printed.split(' ');
  for (let tail = 1; tail <= 4 && tail < words.length; tail++) {
    const relative = words.slice(-tail).join(' ').toLowerCase();
    const found = relativeName(relative, identifyProduct(words.slice(0, -tail).join(' ')));
    if (found !== null && words.length - tail > 1) return found;
  }
  return null;
}

/** The name without article, quotes and the maker. */
function tidy(name: string): string {
  const words = name
    .slice(0, 300)
    .replace(/["'\u2018\u2019\u201c\u201d,;]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  while (words.length > 1 && /^(?:the|microsoft|ms|a|an)$/i.test(words[0] ?? '')) words.shift();
  return words.join(' ').replace(/[.:]+$/, '');
}
