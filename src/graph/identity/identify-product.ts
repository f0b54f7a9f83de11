import { SHORT_NAMES } from '../../model/product-lines.ts';
import { knownProduct } from './known-product.ts';
import { nameWords, plainVersion, slug } from './name-words.ts';
import type { ProductIdentity } from './product-identity.ts';
import { takeServicePackLevel } from './service-pack-level.ts';

/** Editions that may stand before or after the version in any product's name. */
const EDITION_WORDS = new Set(
  'enterprise professional standard learning developer workgroup personal premium datacenter home'.split(' '),
);

const LONG_NAMES = new Map(Object.entries(SHORT_NAMES));

/** What a product's name says: the product, and the level of a service pack where one is named with it. */
export interface NamedProduct {
  /** Null for a service pack without a product ('SP4'). */
  product: ProductIdentity | null;
  level: string | null;
}

/** Reads a product's name in any spelling ('Microsoft Exchange Server, version 5.5 SP3'); every name gives an identity. */
export function identifyProduct(name: string): NamedProduct {
  const { words, level } = takeServicePackLevel(nameWords(name));
  if (words.length === 0 && level !== null) return { product: null, level };
  const long = LONG_NAMES.get(words.join(' ').toLowerCase());
  return { product: knownProduct(long === undefined ? words : nameWords(long)) ?? unknownProduct(words, name), level };
}

/** The identity of a product that no line knows: its own words, with the version and then the edition last. */
function unknownProduct(words: string[], name: string): ProductIdentity {
  const { rest: unversioned, version: dotted } = takeVersion(words);
  const { rest, edition } = takeEdition(unversioned);
  const label = [...rest, dotted, edition].filter((part) => part !== null).join(' ') || name.trim() || 'unnamed';
  // In their usual order the words may be a name that a line knows after all ('4.0 Exchange').
  const known = knownProduct(nameWords(label));
  if (known !== null) return known;
  const familyLabel = [...rest, dotted].filter((part) => part !== null).join(' ') || label;
  const version = dotted ?? rest.find((word) => /^(?:19|20)?\d\d$/.test(word)) ?? null;
  const key = slug(label) || encodeURIComponent(label);
  return {
    key,
    label,
    family: { key: slug(familyLabel) || key, label: familyLabel, version, line: lineOf(rest) || label },
    version,
    edition,
    known: false,
  };
}

/** The words before the first number or 'for …': 'Flight Simulator' of 'Flight Simulator 98 for Windows'. */
function lineOf(words: string[]): string {
  const own = words.filter((word) => word !== 'Microsoft');
  const end = own.findIndex((word, index) => index > 0 && (/\d/.test(word) || word.toLowerCase() === 'for'));
  return own.slice(0, end < 0 ? own.length : end).join(' ');
}

/** Takes the dotted version out where there is just one; a year stays where the name has it. */
function takeVersion(words: string[]): { rest: string[]; version: string | null } {
  const versions = words.filter((word) => /^v?\d{1,4}\.\w[\w.]{0,15}$/i.test(word));
  const [version] = versions;
  // A name must keep a word besides its version.
  if (version === undefined || versions.length > 1 || words.length < 2) return { rest: words, version: null };
  return { rest: words.filter((word) => word !== version), version: plainVersion(version) };
}

/** Takes 'Professional Edition' out of the words. */
function takeEdition(words: string[]): { rest: string[]; edition: string | null } {
  const at = words.findIndex(
    (word, index) => index > 0 && EDITION_WORDS.has(word.toLowerCase()) && /^editions?$/i.test(words[index + 1] ?? ''),
  );
  if (at < 0) return { rest: words, edition: null };
  return { rest: [...words.slice(0, at), ...words.slice(at + 2)], edition: `${words[at]} Edition` };
}
