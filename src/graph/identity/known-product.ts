import type { ProductLine } from '../../model/product-line.ts';
import { PRODUCT_LINES } from '../../model/product-lines.ts';
import { nameWords, slug } from './name-words.ts';
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
  const { line } = compiled;
  const parts: Parts = { version: line.version ?? null, variant: null, editions: new Set() };
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
    if (version === null || parts.version !== null) return null;
    parts.version = version;
    at++;
  }
  // 'Windows' alone says as little as 'Windows NT Server' says of its version; only the latter is still a product.
  if (parts.version === null && line.only !== undefined && line.variants === undefined) return null;
  return parts;
}

function readVersion({ line, versions }: CompiledLine, word: string): string | null {
  const alias = versions.get(word);
  if (alias !== undefined) return alias;
  if (line.only !== undefined) return line.only.includes(word) ? word : null;
  return /^v?\d[\w.]{0,15}$/.test(word) ? word.replace(/^v/, '') : null;
}

function identityOf(line: ProductLine, { variant, editions, ...parts }: Parts): ProductIdentity {
  const ordered = Object.keys(line.editions ?? {}).filter((edition) => editions.has(edition));
  const version =
    parts.version ?? ordered.map((edition) => line.onlyAt?.[edition]).find((value) => value !== undefined) ?? null;
  const implied = ordered.map((edition) => line.implies?.[edition]).find((value) => value !== undefined);
  const variantName = implied ?? variant;
  const named = version === null ? undefined : line.named?.[version];
  const ownVersion = line.version === undefined && named === undefined ? version : null;
  const base = named ?? line.name;
  const label = [base, variantName, ownVersion, ...ordered]
    .filter((part) => part !== null && part !== undefined)
    .join(' ');
  const edition = [variantName, ...ordered].filter((part) => part !== null && part !== undefined).join(' ');
  return {
    key: slug(label),
    label,
    family: familyOf(line, [base, ownVersion].filter((part) => part !== null).join(' '), version, ordered),
    version,
    edition: edition === '' ? null : edition,
    known: true,
  };
}

/** The family of a line at a version; another platform's product and some editions are serviced apart. */
function familyOf(line: ProductLine, label: string, version: string | null, editions: string[]): FamilyIdentity {
  const followed = editions.map((edition) => line.follows?.[edition]).find((value) => value !== undefined);
  const platform = editions.find((edition) => edition.startsWith('for ') && !edition.startsWith('for Windows'));
  const itanium = platform?.includes('Itanium') ?? false;
  const suite = line.name.startsWith('Visual') && editions.find((edition) => edition.startsWith('.NET'));
  const name = followed ?? [label, suite || null, itanium ? null : platform].filter((part) => part).join(' ');
  return { key: slug(name), label: name, version };
}

function compile(line: ProductLine): CompiledLine {
  const phrases: Phrase[] = [];
  const collect = (is: Phrase['is'], table: Readonly<Record<string, readonly string[]>>) => {
    for (const [value, spellings] of Object.entries(table)) {
      for (const spelling of [value, ...spellings]) phrases.push({ words: split(spelling), is, value });
    }
  };
  collect('edition', line.editions ?? {});
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
