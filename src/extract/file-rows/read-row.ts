import type { Span } from '../../model/article.ts';
import type { Column } from './columns.ts';
import { bareName, fileName } from './file-name.ts';
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

/** What one row says of a file. */
export interface FileRow {
  /** In lower case; null where only the other columns are there. */
  name: string | null;
  version: string | null;
  platform: string | null;
  date: string | null;
  size: number | null;
  language: string | null;
  branch: string | null;
  baseline: string | null;
  /** How many of version, date, time, size and platform it states. */
  values: number;
  /** How many files it names. */
  names: string[];
  /** Words that are none of these, before and after the name. */
  before: number;
  after: number;
}

export const emptyRow = (): FileRow => ({
  name: null,
  version: null,
  platform: null,
  date: null,
  size: null,
  language: null,
  branch: null,
  baseline: null,
  values: 0,
  names: [],
  before: 0,
  after: 0,
});

/** Reads a row whose cells are told apart, one for each column; null where a cell does not hold what its column says. */
export function readCells(view: string, cells: readonly Span[], columns: readonly Column[]): FileRow | null {
  if (cells.length > columns.length || cells.length < columns.length - 1) return null;
  const row = emptyRow();
  for (const [i, column] of columns.entries()) {
    const cell = cells[i];
    if (!cell) continue;
    const printed = view.slice(cell.from, cell.to).replace(/\s+/g, ' ').trim();
    if (isBlankValue(printed)) continue;
    switch (column) {
      case 'name': {
        const name = fileName(printed) ?? bareName(printed) ?? spacedName(printed);
        if (!name) return null;
        row.name = name;
        row.names.push(name);
        break;
      }
      case 'version':
        if (!/^[vV]?\d/.test(printed) || printed.length > 40 || isGroupedSize(printed) || fileName(printed))
          return null;
        row.version = printed;
        row.values++;
        break;
      case 'date': {
        const [day, ...rest] = printed.split(' ');
        const date = isoDate(printed) ?? isoDate(day!);
        if (!date || (rest.length > 0 && isoDate(printed) === null && !isTime(rest.join(' ')))) return null;
        row.date = date;
        row.values++;
        break;
      }
      case 'time':
        if (!isTime(printed)) return null;
        row.values++;
        break;
      case 'size': {
        const size = sizeInBytes(printed);
        if (size === null) return null;
        row.size = size;
        row.values++;
        break;
      }
      case 'platform':
        if (printed.length > 40 || isoDate(printed) || fileName(printed)) return null;
        row.platform = printed.replace(/^\(([^()]*)\)$/, '$1');
        row.values++;
        break;
      case 'language':
      case 'branch':
      case 'baseline':
        row[column] = printed;
        break;
      default:
        // '4.0 SP2 Server Update (Intel)'
        row.platform ??= platformIn(printed);
        break;
    }
  }
  return row.name ? row : null;
}

/** A platform in brackets, where it is the only one. */
function platformIn(printed: string): string | null {
  const m = /^[^()]*\(([^()]{2,20})\)[^()]*$/.exec(printed);
  return m && isPlatform(m[1]!) ? m[1]! : null;
}

/** 'Readme for Setup.txt' as a whole cell. */
export function spacedName(printed: string): string | null {
  return /^[\w(][\w ()&.'-]{1,60}\.[A-Za-z][A-Za-z0-9]{1,4}$/.test(printed) ? printed.toLowerCase() : null;
}

/** Words that only label a value: 'version 4.00.952', 'dated 5/23/96', '60,416 bytes'. */
const LABEL = /^(?:versions?|ver\.?|v|dated?|size|bytes?|time|and|or|later|platform|-|\u2013|=|:|&)$/i;

/** Reads a row by what its words look like; `columns` tells what may be there, where a head named it. */
export function readWords(view: string, from: number, to: number, columns: readonly Column[] | null): FileRow | null {
  const listing = readListing(view.slice(from, Math.min(to, from + 120)));
  if (listing) return listing;
  const words = wordsOf(view, from, to);
  if (words.length === 0 || words.length > 60) return null;
  const row = emptyRow();
  const others: Word[] = [];
  const has = (column: Column): boolean => columns?.includes(column) ?? false;
  let nameAt = -1;
  let fullVersion = false;
  const platforms = new Set<string>();
  let i = 0;
  while (i < words.length) {
    const word = words[i]!;
    const text = bare(word.text);
    const next = words[i + 1] ? bare(words[i + 1]!.text) : '';
    if (text === '' || text === '-' || text === '*' || text === '•' || LABEL.test(text.replace(/:$/, ''))) {
      i++;
      continue;
    }
    // 'Dns.exe(Alpha)'
    const glued = /^([^()]{3,80})\(([^()]{2,12})\)?$/.exec(text);
    if (glued && isPlatform(glued[2]!)) platforms.add(glued[2]!);
    const name = fileName(glued && isPlatform(glued[2]!) ? glued[1]! : text);
    if (name) {
      row.names.push(name);
      if (nameAt < 0) nameAt = i;
      row.name ??= name;
      i++;
      continue;
    }
    const date = readDate(words, i);
    if (date) {
      row.date ??= date.iso;
      row.values++;
      i += date.length;
      continue;
    }
    if (isTime(text)) {
      row.values++;
      i += isHalfDay(next) ? 2 : 1;
      continue;
    }
    if (isSizeUnit(next) && (isDecimalSize(text) || isPlainSize(text) || isGroupedSize(text))) {
      row.size ??= sizeInBytes(text, next);
      row.values++;
      i += 2;
      continue;
    }
    const said = /^(?:version|ver|v)\.?:?$/i.test(words[i - 1]?.text ?? '');
    // 'MDAC 2.0  02/02/99  02.573.3802': a full version outdoes a short one.
    const full = isVersion(text);
    if ((full && !fullVersion) || (row.version === null && (has('version') || said) && isShortVersion(text))) {
      if (row.version === null) row.values++;
      row.version = text;
      fullVersion = full;
      i++;
      continue;
    }
    if (row.size === null && (isGroupedSize(text) || ((has('size') || text.length > 2) && isPlainSize(text)))) {
      row.size = sizeInBytes(text);
      row.values++;
      i++;
      continue;
    }
    if (row.size === null && has('size') && !has('version') && isDottedSize(text)) {
      row.size = sizeInBytes(text.replace('.', ''));
      row.values++;
      i++;
      continue;
    }
    const two = `${text} ${next}`;
    if (isPlatform(text)) {
      platforms.add(text);
      i++;
      continue;
    }
    if (isBlankValue(text) || isBlankValue(two)) {
      i += isBlankValue(text) ? 1 : 2;
      continue;
    }
    others.push(word);
    if (nameAt < 0) row.before++;
    else row.after++;
    i++;
  }
  // '(Intel & Alpha)' is no one's.
  if (platforms.size > 0) row.values++;
  if (platforms.size === 1) row.platform = [...platforms][0]!;
  if (!row.name) nameWithoutExtension(row, words, others, columns);
  return row.name || row.values > 0 ? row : null;
}

/** Without the brackets, quotes, commas and full stops around it. */
const bare = (text: string): string => text.replace(/^["([<]{1,2}(?=[\w-])|[)\],;>".]{1,3}$/g, '');

/** 'XIRMDM   EXE     28,264 07-18-95   9:34a', as DIR prints a folder. */
const LISTING =
  /^([A-Z0-9_~$!#@&-]{1,8}) {1,8}([A-Z0-9_~$!]{1,3}) {1,12}(\d{1,3}(?:,\d{3}){1,3}|\d{1,9}) {1,8}(\d{1,2}-\d{1,2}-\d{2,4})(?: {1,6}\d{1,2}:\d{2}[ap]?)?$/;

function readListing(printed: string): FileRow | null {
  const m = LISTING.exec(printed.trimEnd());
  const date = m && isoDate(m[4]!);
  if (!m || !date) return null;
  const name = `${m[1]}.${m[2]}`.toLowerCase();
  return { ...emptyRow(), name, names: [name], date, size: sizeInBytes(m[3]!), values: 2 };
}

/** 'Ntldr' in a name column, 'GW (137,097 bytes, dated 06-06-95)' in a list. */
function nameWithoutExtension(row: FileRow, words: Word[], others: Word[], columns: readonly Column[] | null): void {
  const [first] = others;
  const listed = words[0] === first && row.values >= 2 && words[1]?.text.startsWith('(');
  if (!columns && others.length === 1 && (listed || row.values >= 3)) {
    const name = bareName(first!.text);
    if (!name) return;
    Object.assign(row, { name, names: [name], before: 0 });
    return;
  }
  if (!columns?.includes('name') || row.values < 2 || others.length === 0) return;
  const place = columns.indexOf('name');
  const word =
    place === 0 ? first : place === columns.length - 1 ? others.at(-1) : others.length === 1 ? first : undefined;
  const name = word && others.length === 1 && bareName(bare(word.text));
  if (!name || (place === 0 && words[0] !== word)) return;
  row.name = name;
  row.names.push(name);
  row.before = others.indexOf(word);
  row.after = others.length - 1 - row.before;
}

/** '04/26/2001', '08-Dec-2000', 'June 7, 1996', '7 June 1996', '18-Mar 1999'. */
function readDate(words: readonly Word[], at: number): { iso: string; length: number } | null {
  const text = bare(words[at]!.text);
  const single = isoDate(text);
  if (single) return { iso: single, length: 1 };
  if (!/^[A-Z][a-z]{2,8}\.?$|^\d{1,2}$/.test(text)) return null;
  const three = words.slice(at, at + 3).map((word) => bare(word.text));
  const spelled = three.length === 3 ? isoDate(three.join(' ')) : null;
  return spelled ? { iso: spelled, length: 3 } : null;
}
