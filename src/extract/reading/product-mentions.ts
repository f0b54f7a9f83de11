import { AMBIGUOUS_NAMES, EDITION_PHRASES, PRODUCT_NAMES } from '../../model/product-names.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A product that a sentence names: one name for each version in its list. `next` is the index after its tokens. */
export interface ProductMention {
  /** Without 'Microsoft', 'version' and commas: 'Windows NT Server 4.0 Terminal Server Edition'. */
  names: string[];
  /** The words before versions and editions: 'Windows NT Server'. */
  base: string;
  /** As printed, empty where none is: '4.0', '2000'. */
  versions: string[];
  edition: string;
  next: number;
  /** Two editions of one system, which share their service packs. */
  pair?: true;
}

interface Phrase {
  words: string[];
  name: string;
}

/** Phrases by their first word, the longest first. */
function indexPhrases(names: readonly string[]): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const name of names) {
    const words = tokensOf(name).map((token) => token.text);
    const first = words[0]!.toLowerCase();
    const list = index.get(first) ?? [];
    list.push({ words, name });
    index.set(first, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const NAMES = indexPhrases(PRODUCT_NAMES);
const EDITIONS = indexPhrases(EDITION_PHRASES);

/** A word of a name as printed: the same, or the same in capitals; 'for' and 'and' may be small. */
const sameWord = (printed: string, word: string): boolean =>
  printed === word ||
  (printed.toLowerCase() === word.toLowerCase() && /^[A-Z.0-9]|^(?:for|and|to|the|of)$/.test(printed));

function matchPhrase(index: Map<string, Phrase[]>, tokens: readonly Token[], at: number): Phrase | null {
  const first = tokens[at];
  if (!first) return null;
  const candidates = index.get(first.text.toLowerCase());
  if (!candidates) return null;
  for (const phrase of candidates) {
    if (phrase.words.every((word, i) => tokens[at + i] !== undefined && sameWord(tokens[at + i]!.text, word)))
      return phrase;
  }
  return null;
}

/** '4.0', '3.51', '5.01', '6.0a', '2.x', 'v1.0'; also a year, a year and month ('2107') or a small number. */
const VERSION = /^[vV]?(?:\d{1,2}(?:\.\d{1,4}){1,3}[a-z]?|\d{1,2}\.[xX]|\d{1,2}[a-z]?|9[5-8]|1[5-9]\d\d|2[01]\d\d)$/;
const DOTTED = /^[vV]?\d{1,2}\.(?:\d|[xX])/;
const YEAR = /^(?:9[5-8]|1[5-9]\d\d|2[01]\d\d)$/;

const lower = (token: Token | undefined): string => token?.text.toLowerCase() ?? '';
const isVersionWord = (token: Token | undefined): boolean => /^versions?$|^ver$|^v$/i.test(token?.text ?? '');
const isVersion = (token: Token | undefined): boolean => token !== undefined && VERSION.test(token.text);

const OTHER_EDITION: Record<string, string> = { Server: 'Workstation', Workstation: 'Server' };

/** 'Windows NT 3.51 Server or Workstation', 'Windows NT Server and Workstation 4.0': one system in two editions. */
function editionPair(
  tokens: readonly Token[],
  at: number,
  name: string,
  editions: readonly string[],
  versions: readonly string[],
): ProductMention | null {
  if (!/^(?:or|and)$/i.test(tokens[at]?.text ?? '') || !/^(?:Windows )?NT\b/.test(name)) return null;
  const first = editions.at(-1) ?? name.split(' ').at(-1)!;
  const second = OTHER_EDITION[first];
  if (second === undefined || tokens[at + 1]?.text !== second) return null;
  let next = at + 2;
  const all = [...versions];
  if (tokens[next]?.text === ',' && isVersionWord(tokens[next + 1]) && isVersion(tokens[next + 2])) next++;
  if (isVersionWord(tokens[next]) && isVersion(tokens[next + 1])) next++;
  if (all.length === 0 && isVersion(tokens[next])) all.push(tokens[next++]!.text);
  const base = name.replace(/ (?:Server|Workstation)$/, '');
  const names = [first, second].flatMap((edition) =>
    all.length > 0 ? all.map((v) => `${base} ${edition} ${v}`) : [`${base} ${edition}`],
  );
  return { names, base, versions: all, edition: '', next, pair: true };
}

/** Reads a product that begins at token `at`, or null; `certain` where only a product can stand, so that 'Terminal Server' is one. */
export function readProduct(tokens: readonly Token[], at: number, certain = false): ProductMention | null {
  let i = at;
  const microsoft = /^(?:microsoft|ms)$/i.test(tokens[i]?.text ?? '') && tokens[i]!.text !== 'ms';
  if (microsoft) i++;
  if (tokens[i]?.text === '(' && tokens[i + 1]?.text === 'R' && tokens[i + 2]?.text === ')') i += 3;
  const phrase = matchPhrase(NAMES, tokens, i);
  if (!phrase) return null;
  i += phrase.words.length;
  const versions: string[] = [];
  const editions: string[] = [];
  let plural = false;
  while (i < tokens.length) {
    const word = tokens[i]!;
    let j = i;
    if (word.text === ',') j++;
    if (word.text === '(' && /^(?:R|TM)$/.test(tokens[i + 1]?.text ?? '') && tokens[i + 2]?.text === ')') {
      i += 3;
      continue;
    }
    const acronym = acronymAt(tokens, i);
    if (acronym > 0) {
      editions.push(...(acronym === 3 ? [`(${tokens[i + 1]!.text})`] : []));
      i += acronym;
      continue;
    }
    const edition = versions.length <= 1 ? matchPhrase(EDITIONS, tokens, j) : null;
    if (edition && !endsMention(edition, tokens, j)) {
      editions.push(edition.words.join(' '));
      i = j + edition.words.length;
      continue;
    }
    // 'Windows NT Workstation operating system, version 4.0'
    if (versions.length === 0 && word.text === 'operating' && lower(tokens[i + 1]) === 'system') {
      const behind = tokens[i + 2]?.text === ',' ? i + 3 : i + 2;
      const at = isVersionWord(tokens[behind]) ? behind + 1 : behind;
      if ((at > behind && isVersion(tokens[at])) || (behind === i + 2 && DOTTED.test(tokens[at]?.text ?? ''))) {
        i = at;
        continue;
      }
    }
    if (isVersionWord(tokens[j]) && isVersion(tokens[j + 1])) {
      plural = lower(tokens[j]) === 'versions';
      i = j + 1;
      continue;
    }
    if (versions.length === 0 && j === i && isVersion(word) && !isCount(tokens, i)) {
      versions.push(word.text);
      i++;
      i = readVersionList(tokens, i, versions, plural);
      continue;
    }
    break;
  }
  if (!certain && AMBIGUOUS_NAMES.has(phrase.name) && !microsoft && versions.length === 0) {
    if (editions.length === 0 || phrase.name === 'Mail') return null;
  }
  const pair = editionPair(tokens, i, phrase.name, editions, versions);
  if (pair) return pair;
  const edition = editions.join(' ');
  const make = (version: string): string =>
    [phrase.name, version.replace(/^[vV](?=\d)/, ''), edition].filter(Boolean).join(' ');
  const names = versions.length === 0 ? [make('')] : versions.map(make);
  return { names, base: phrase.name, versions, edition, next: i };
}

/** '(SMS)', '(MDAC)' after a name stand for it and stay in it; '(R)' and '(tm)' do not. */
function acronymAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(' || tokens[at + 2]?.text !== ')') return 0;
  const inner = tokens[at + 1]!.text;
  return /^[A-Z][A-Za-z]{1,5}$/.test(inner) && !/^SP\d|^(?:SP|TM|R)$/i.test(inner) && /[A-Z].*[A-Z]/.test(inner)
    ? 3
    : 0;
}

/** 'Server' before 'Service' or 'Client' before 'for' may belong to what follows: 'Windows NT Server Service'. */
function endsMention(edition: Phrase, tokens: readonly Token[], at: number): boolean {
  const after = lower(tokens[at + edition.words.length]);
  return (
    (edition.name === 'Server' && after === 'service' && lower(tokens[at + 2]) !== 'pack') ||
    (edition.name === 'Client' && after === 'access')
  );
}

/** Whether a bare number counts things ('Windows 3 times'), rather than names a version. */
function isCount(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]!.text;
  if (DOTTED.test(text) || YEAR.test(text)) return false;
  return (
    /^[a-z]/.test(tokens[at + 1]?.text ?? '') &&
    !/^(?:or|and|service|sp|with|for|on|is|are|to|in|installed|must|before|later|you|if)$/.test(lower(tokens[at + 1]))
  );
}

/** Further versions of the same product: ', 5.0 and 5.5'. A number that begins something else ends the list. */
function readVersionList(tokens: readonly Token[], at: number, versions: string[], plural: boolean): number {
  let i = at;
  for (;;) {
    let j = i;
    while (tokens[j] !== undefined && /^(?:,|and|or|\/|&)$/i.test(tokens[j]!.text)) j++;
    if (j === i) return i;
    if (isVersionWord(tokens[j])) j++;
    const next = tokens[j];
    if (!next || !VERSION.test(next.text)) return i;
    if (!DOTTED.test(next.text) && !(plural && /^\d/.test(next.text)) && !YEAR.test(next.text)) return i;
    versions.push(next.text);
    i = j + 1;
  }
}
