import type { Column } from './columns.ts';
import { bareName, fileName } from './file-name.ts';
import { emptyRow, type FileRow } from './file-row.ts';
import {
  isBlankValue,
  isDecimalSize,
  isDottedSize,
  isGroupedSize,
  isHalfDay,
  isoDate,
  isPlainSize,
  isPlatform,
  isShortVersion,
  isSizeUnit,
  isTime,
  isVersion,
  sizeInBytes,
} from './values.ts';
import { type Word, wordsOf } from './words.ts';

/** A line while its words are read. */
interface Reading {
  row: FileRow;
  /** The line's words without the brackets, quotes and commas around them. */
  words: string[];
  columns: readonly Column[] | null;
  platforms: Set<string>;
  /** Whether the version has more than two parts: 'MDAC 2.0  02/02/99  02.573.3802' is of the latter. */
  fullVersion: boolean;
}

/** More words than that are a sentence. */
const MOST_WORDS = 60;

/** Reads a row by what its words look like; `columns` tells what may be there, where a head named it. */
export function readWords(view: string, from: number, to: number, columns: readonly Column[] | null): FileRow | null {
  const listing = readListing(view, from, to);
  if (listing) return listing;
  const printed = wordsOf(view, from, to);
  if (printed.length === 0 || printed.length > MOST_WORDS) return null;
  const words = printed.map((word) => bare(word.text));
  const row = emptyRow();
  const reading: Reading = { row, words, columns, platforms: new Set(), fullVersion: false };
  const others: number[] = [];
  let i = 0;
  while (i < words.length) {
    const taken = take(reading, i);
    if (taken === 0) {
      others.push(i);
      if (row.name === null) row.before++;
      else row.after++;
    }
    i += Math.max(1, taken);
  }
  // '(Intel & Alpha)' is no one's.
  if (reading.platforms.size > 0) row.values++;
  if (reading.platforms.size === 1) row.platform = [...reading.platforms][0]!;
  if (row.name === null) nameWithoutExtension(reading, printed, others);
  return row.name !== null || row.values > 0 ? row : null;
}

/** Without the brackets, quotes, commas and full stops around it. */
function bare(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to - 1 && '"([<'.includes(text[from]!)) from++;
  while (to > from && ')],;>".'.includes(text[to - 1]!)) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

/** How many words from `i` on say something of the file: they are noted; 0 where the word is another. */
function take(reading: Reading, i: number): number {
  const text = reading.words[i]!;
  // A folder with a blank behind it: '<TN3270>\I386\ TN3SERVR.EXE'.
  if (text === '' || text.endsWith('\\')) return 1;
  const c = text.charCodeAt(0);
  if (text.includes('.') && takeName(reading, text)) return 1;
  if (c >= 48 && c <= 57) return takeNumber(reading, i);
  if (text.length < 16 && isLabel(text)) return 1;
  return takeWord(reading, i);
}

/** Words that only label a value: 'version 4.00.952', 'dated 5/23/96', '60,416 bytes'. */
const isLabel = (text: string): boolean =>
  /^(?:versions?|ver|v|dated?|size|bytes?|time|and|or|later|platform|[-*•\u2013=:&])[.:]?$/i.test(text);

function takeName({ row, platforms }: Reading, text: string): boolean {
  // 'Dns.exe(Alpha)'
  const at = text.indexOf('(', 3);
  const glued = at > 0 && isPlatform(text.slice(at + 1)) ? text.slice(at + 1) : null;
  const name = fileName(glued ? text.slice(0, at) : text);
  if (!name) return false;
  if (glued) platforms.add(glued);
  row.names.push(name);
  row.name ??= name;
  return true;
}

/** A date, time, size or version. */
function takeNumber(reading: Reading, i: number): number {
  const { row, words, columns } = reading;
  const text = words[i]!;
  const next = words[i + 1] ?? '';
  const date = isoDate(text);
  if (date) {
    row.date ??= date;
    row.values++;
    return 1;
  }
  // '7 June 1996'
  if (text.length <= 2 && /^[A-Z][a-z]{2}/.test(next)) {
    const taken = takeSpelledDate(reading, i);
    if (taken > 0) return taken;
  }
  if (isTime(text)) {
    row.values++;
    return isHalfDay(next) ? 2 : 1;
  }
  if (isSizeUnit(next) && (isDecimalSize(text) || isPlainSize(text) || isGroupedSize(text))) {
    noteSize(row, sizeInBytes(text, next));
    return 2;
  }
  const has = (column: Column): boolean => columns?.includes(column) ?? false;
  if (row.size === null && has('size') && !has('version') && isDottedSize(text)) {
    noteSize(row, sizeInBytes(text.replaceAll('.', '')));
    return 1;
  }
  if (takeVersion(reading, text, has('version') || /^(?:version|ver|v)\.?:?$/i.test(words[i - 1] ?? ''))) return 1;
  if (row.size === null && (isGroupedSize(text) || ((has('size') || text.length > 2) && isPlainSize(text)))) {
    noteSize(row, sizeInBytes(text));
    return 1;
  }
  return 0;
}

function noteSize(row: FileRow, size: number | null): void {
  row.size ??= size;
  row.values++;
}

function takeVersion(reading: Reading, text: string, expected: boolean): boolean {
  const { row } = reading;
  const full = isVersion(text);
  if (!(full && !reading.fullVersion) && !(row.version === null && expected && isShortVersion(text))) return false;
  if (row.version === null) row.values++;
  row.version = text;
  reading.fullVersion = full;
  return true;
}

/** A platform, a spelled month, 'v4.00.950', 'Not applicable'. */
function takeWord(reading: Reading, i: number): number {
  const { words, platforms } = reading;
  const text = words[i]!;
  if (text.length < 20 && isPlatform(text)) {
    platforms.add(text);
    return 1;
  }
  if (isBlankValue(text)) return 1;
  if (/^not$/i.test(text) && isBlankValue(`${text} ${words[i + 1] ?? ''}`)) return 2;
  if (/^v\d/i.test(text) && takeVersion(reading, text, true)) return 1;
  return /^[A-Z][a-z]{2,8}$/.test(text) ? takeSpelledDate(reading, i) : 0;
}

/** 'June 7, 1996', '7 June 1996'. */
function takeSpelledDate({ row, words }: Reading, i: number): number {
  const date = i + 2 < words.length ? isoDate(words.slice(i, i + 3).join(' ')) : null;
  if (!date) return 0;
  row.date ??= date;
  row.values++;
  return 3;
}

/** 'XIRMDM   EXE     28,264 07-18-95   9:34a', as DIR prints a folder. */
const LISTING =
  /^([A-Z0-9_~$!#@&-]{1,8}) {1,8}([A-Z0-9_~$!]{1,3}) {1,12}(\d{1,3}(?:,\d{3}){1,3}|\d{1,9}) {1,8}(\d{1,2}-\d{1,2}-\d{2,4})(?: {1,6}\d{1,2}:\d{2}[ap]?)?$/;

function readListing(view: string, from: number, to: number): FileRow | null {
  if (to - from > 90) return null;
  const m = LISTING.exec(view.slice(from, to).trimEnd());
  const date = m && isoDate(m[4]!);
  if (!m || !date) return null;
  const name = `${m[1]}.${m[2]}`.toLowerCase();
  return { ...emptyRow(), name, names: [name], date, size: sizeInBytes(m[3]!), values: 2 };
}

/** 'Ntldr' in a name column, 'GW (137,097 bytes, dated 06-06-95)' in a list: the one word that is left. */
function nameWithoutExtension({ row, words, columns }: Reading, printed: readonly Word[], others: number[]): void {
  const [at] = others;
  if (at === undefined || others.length > 1) return;
  const place = columns?.indexOf('name') ?? -1;
  if (columns) {
    if (row.values < 2 || place < 0 || (place === 0 && at !== 0)) return;
  } else if (row.values < 3 && !(at === 0 && row.values === 2 && printed[1]!.text.startsWith('('))) return;
  const name = bareName(words[at]!);
  if (!name) return;
  row.name = name;
  row.names.push(name);
  row.before = 0;
}
