import { LANGUAGE_EDITIONS, type ProductLine, SERVICED_APART } from '../../model/product-line.ts';
import { PRODUCT_LINES } from '../../model/product-lines.ts';
import { halfYear, nameWords, plainVersion, slug } from './name-words.ts';
import type { FamilyIdentity, ProductIdentity } from './product-identity.ts';

type Phrase = { words: string[]; is: 'edition' | 'variant' | 'drop'; value: string };

/** A line with its phrases split into words, the longest first. */
interface CompiledLine {
  line: ProductLine;
  beginnings: string[][];
  phrases: Phrase[];
  versions: Map<string, string>;
}

/** What a line makes of the words that follow its name. */
interface Parts {
  version: string | null;
  /** The finer version after it, on lines that have one. */
  release: string | null;
  variant: string | null;
  editions: Set<string>;
}

const byLength = (a: { length: number }, b: { length: number }) => b.length - a.length;
const split = (phrase: string) => nameWords(phrase).map((word) => word.toLowerCase());

const LINES = PRODUCT_LINES.map(compile);
const LINES_BY_FIRST_WORD = indexByFirstWord(LINES);

/** The identity of a product whose every word one line accounts for, or null. `words` come from `nameWords`. */
export function knownProduct(words: readonly string[]): ProductIdentity | null {
  const lower = words.map((word) => word.toLowerCase());
  let best: { compiled: CompiledLine; parts: Parts; length: number } | null = null;
  for (const { compiled, beginning } of LINES_BY_FIRST_WORD.get(lower[0] ?? '') ?? []) {
    if (best !== null && beginning.length <= best.length) continue;
    if (!beginning.every((word, index) => lower[index] === word)) continue;
    const parts = readParts(compiled, lower.slice(beginning.length));
    if (parts !== null) best = { compiled, parts, length: beginning.length };
  }
  return best === null ? null : identityOf(best.compiled.line, best.parts);
}

function readParts(compiled: CompiledLine, words: string[]): Parts | null {
  const parts: Parts = { version: compiled.line.version ?? null, release: null, variant: null, editions: new Set() };
  for (let at = 0; at < words.length; ) {
    const phrase = compiled.phrases.find((candidate) => candidate.words.every((word, i) => words[at + i] === word));
    if (phrase !== undefined) {
      if (phrase.is === 'edition') parts.editions.add(phrase.value);
      if (phrase.is === 'variant') {
        if (parts.variant !== null && parts.variant !== phrase.value) return null;
        parts.variant = phrase.value;
      }
      at += phrase.words.length;
      continue;
    }
    const version = readVersion(compiled, words[at] ?? '');
    if (version === null) return null;
    if (parts.version === null || parts.version === version) parts.version = version;
    else if (compiled.line.releases && parts.release === null && version.includes('.')) parts.release = version;
    else return null;
    at++;
  }
  return parts;
}

function readVersion({ line, versions }: CompiledLine, word: string): string | null {
  const version = plainVersion(word);
  const alias = versions.get(version);
  if (alias !== undefined) return alias;
  if (line.only !== undefined) return line.only.includes(version) || version.endsWith('x') ? version : null;
  return /^\d[\w.]{0,15}$/.test(version) ? halfYear(version) : null;
}

function identityOf(line: ProductLine, { variant, editions, release, ...parts }: Parts): ProductIdentity {
  const ordered = Object.keys({ ...line.editions, ...LANGUAGE_EDITIONS }).filter((edition) => editions.has(edition));
  const version = parts.version ?? firstOf(ordered, line.onlyAt);
  const named = version === null ? undefined : line.named?.[version];
  const ownVersion = line.version === undefined && named === undefined ? version : null;
  const base = named ?? line.name;
  const variantName = firstOf(ordered, line.implies) ?? variant;
  const label = join([base, variantName, ownVersion, release, ...ordered]);
  return {
    key: slug(label),
    label,
    family: familyOf(line, { label, unedited: join([base, ownVersion]), version, ordered }),
    version: release ?? version,
    edition: join([variantName, ...ordered]) || null,
    known: true,
  };
}

/** The family of a product: its line at its version, unless its edition is serviced with another or apart. */
function familyOf(
  line: ProductLine,
  product: { label: string; unedited: string; version: string | null; ordered: string[] },
): FamilyIdentity {
  const { label, unedited, version, ordered } = product;
  const followed = firstOf(ordered, line.follows);
  if (followed !== null && followed !== label)
    return knownProduct(nameWords(followed))?.family ?? unknownFamily(followed);
  const name = followed ?? join([unedited, ...ordered.filter((edition) => SERVICED_APART.includes(edition))]);
  return { key: slug(name), label: name, version, line: line.group ?? line.name };
}

const unknownFamily = (label: string): FamilyIdentity => ({ key: slug(label), label, version: null, line: label });

function firstOf(editions: string[], table: Readonly<Record<string, string>> | undefined): string | null {
  return editions.map((edition) => table?.[edition]).find((value) => value !== undefined) ?? null;
}

function join(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' ');
}

function compile(line: ProductLine): CompiledLine {
  const phrases: Phrase[] = [];
  const collect = (is: Phrase['is'], table: Readonly<Record<string, readonly string[]>>) => {
    for (const [value, spellings] of Object.entries(table)) {
      for (const spelling of [value, ...spellings]) phrases.push({ words: split(spelling), is, value });
    }
  };
  collect('edition', { ...LANGUAGE_EDITIONS, ...line.editions });
  collect('variant', line.variants ?? {});
  collect('drop', { '': line.drop ?? [] });
  const versions = new Map<string, string>();
  for (const [version, spellings] of Object.entries(line.versions ?? {})) {
    for (const spelling of [version, ...spellings]) versions.set(spelling.toLowerCase(), version);
  }
  return {
    line,
    beginnings: [line.name, ...(line.spellings ?? [])].map(split),
    phrases: phrases.filter((phrase) => phrase.words.length > 0).sort((a, b) => byLength(a.words, b.words)),
    versions,
  };
}

function indexByFirstWord(lines: CompiledLine[]): Map<string, { compiled: CompiledLine; beginning: string[] }[]> {
  const index = new Map<string, { compiled: CompiledLine; beginning: string[] }[]>();
  for (const compiled of lines) {
    for (const beginning of compiled.beginnings) {
      const first = beginning[0] ?? '';
      const entries = index.get(first) ?? [];
      entries.push({ compiled, beginning });
      entries.sort((a, b) => byLength(a.beginning, b.beginning));
      index.set(first, entries);
    }
  }
  return index;
}
