import type { Span } from '../../model/article.ts';
import type { ColumnType } from './columns.ts';

const ABSENT = 'Not [Aa]pplicable|N\\/A|Not versioned|None|-';
const FORMS: Record<Exclude<ColumnType, 'name' | 'version' | 'size' | 'words'>, RegExp> = {
  date: /(?:\d{1,2}-[A-Za-z]{3,9}-(?:\d{4}|\d{2}(?!\d{2}))|\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2}(?!\d))|\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|Not [Aa]pplicable|N\/A)/y,
  time: /(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm]?\b)?|Not [Aa]pplicable|N\/A)/y,
  platform:
    /(?:x86|X86|x64|X64|x32|IA-?64|ia64|Intel(?: x86)?|i386|I386|Alpha|ALPHA|AMD64|amd64|ARM64|ARM|MIPS|PPC|Itanium|Any|32-bit|64-bit|Not [Aa]pplicable|N\/A|None)/y,
  requirement: /(?:SP\d[a-z]?|RTM|None|Not [Aa]pplicable|N\/A|No SP|-)/y,
  branch:
    /(?:(?:SP\d[a-z]?|RTM|SP_)?(?:QFE|GDR|LDR|WOW|WINSE)(?:_?[A-Z0-9]{1,8})?|(?:X86_|AMD64_|IA64_|WOW64_)[A-Za-z0-9_.~-]{1,160}|Not [Aa]pplicable|N\/A|None|SP\d|RTM|[A-Z][A-Za-z_]{1,20}\d?)/y,
  hash: /[0-9A-Fa-f]{32,128}/y,
};
const ABSENCE = new RegExp(`(?:${ABSENT})`, 'y');
const LAST_DIGITS = /\d{1,16}/y;
const VERSION_HEAD = /\d{1,5}(?:\.\d{1,6}){0,3}\.(?=\d)/y;
const SIZE = /\d{1,3}(?:,\d{3}){1,4}(?!\d*,)|\d{1,12}/y;
const GROUPED = /\d{1,3}(?:,\d{3}){1,4}/y;

/** One way to cut a row: a span for each column, empty where the row has no such cell. */
export interface Split {
  cells: Span[];
  /** How plausible the cut is; more is better. */
  score: number;
}

const LONGEST_ROW = 1200;

/**
 * The plausible ways to cut a row of a file table into its columns' cells, the best first; empty where the line is
 * no such row. Cells may touch ('Ltotape.sys5.2.3790.28938,70402-Mar-2007'), and any may be missing where blanks part them.
 */
export function splitsOf(view: string, from: number, to: number, types: readonly ColumnType[]): Split[] {
  if (to - from < 5 || to - from > LONGEST_ROW) return [];
  const row = view.slice(from, to);
  const found: Split[] = [];
  let tries = 0;
  const walk = (column: number, at: number, cells: Span[], score: number, filled: number): void => {
    if (++tries > 4000 || found.length > 60) return;
    let start = at;
    while (start < row.length && (row[start] === ' ' || row[start] === '\t')) start++;
    if (column === types.length) {
      if (start >= row.length && filled >= Math.min(3, types.length)) found.push({ cells, score });
      return;
    }
    const type = types[column]!;
    for (const [length, worth] of endsOf(row, start, type, column === types.length - 1)) {
      const cell = { from: from + start, to: from + start + length };
      walk(column + 1, start + length, [...cells, cell], score + worth, filled + 1);
    }
    // A missing cell: never a file's name.
    if (type !== 'name') walk(column + 1, at, [...cells, { from: from + start, to: from + start }], score - 3, filled);
  };
  walk(0, 0, [], 0, 0);
  return found.sort((a, b) => b.score - a.score);
}

/** The lengths that a cell of this type may have at `at`, with what each is worth. */
function endsOf(row: string, at: number, type: ColumnType, last: boolean): [number, number][] {
  if (at >= row.length) return [];
  if (type === 'name') return nameEnds(row, at);
  if (type === 'version') return versionEnds(row, at);
  if (type === 'size') return sizeEnds(row, at);
  if (type === 'words') return last ? [[row.trimEnd().length - at, 0]] : wordEnds(row, at);
  const form = FORMS[type];
  form.lastIndex = at;
  const length = form.exec(row)?.[0].length;
  if (length === undefined) return [];
  // '97214-Aug-2015': a day has two digits, unless a blank stands before it.
  const shortDay = type === 'date' && row[at + 1] === '-' && /\d/.test(row[at - 1] ?? '');
  const ends: [number, number][] = [[length, shortDay ? -3 : 1]];
  // 'x86SP1SP1QFE': the requirement is SP1 and the branch SP1QFE, or there is no requirement at all.
  if (type === 'date' && /-\d{4}$/.test(row.slice(at, at + length))) ends.push([length - 2, -2]);
  return ends;
}

const absent = (row: string, at: number): [number, number][] => {
  ABSENCE.lastIndex = at;
  const length = ABSENCE.exec(row)?.[0].length;
  return length === undefined ? [] : [[length, 1]];
};

const EXTENSION = /\.[A-Za-z_][A-Za-z0-9_]{0,11}/g;

/** A name ends after an extension, before a blank, a digit, 'Not applicable' or the line's end. */
function nameEnds(row: string, at: number): [number, number][] {
  const ends: [number, number][] = [];
  let stop = at;
  while (stop < row.length && row[stop] !== '\t' && !(row[stop] === ' ' && row[stop + 1] === ' ')) stop++;
  EXTENSION.lastIndex = at;
  for (let m = EXTENSION.exec(row); m && m.index < stop && ends.length < 24; m = EXTENSION.exec(row)) {
    if (m.index === at) continue;
    for (let end = m.index + 2; end <= m.index + m[0].length; end++) {
      const next = row[end] ?? '';
      const rest = row.slice(end, end + 4);
      const boundary = next === '' || next === ' ' || next === '\t';
      const glued = /^\d/.test(next) || /^(?:Not |N\/A|None|x86|x64|IA)/.test(rest);
      if (!boundary && !glued) continue;
      const name = row.slice(at, end);
      const spaces = name.split(' ').length - 1;
      if (spaces > 4 || /\b\d{1,2}:\d{2}\b/.test(name)) continue;
      const known =
        /\.(?:dll|exe|sys|inf|cat|mum|manifest|cpl|ocx|msp|msi|ini|sql|mui|hlp|chm|drv|tsp|dat|xml|txt|vbs|js|asp|aspx|com|ax|nls|ime|mof|mfl|tlb|acm|vxd|cab|ver|cfg|config|ldb|mdb|htm|html|gif|rll|ppd|gpd|dl_|ex_|sy_|adm|pdb|rsp|cmd|bat|psm1|ps1|xsl|xsd|css|resx?|lex|olb|srg|lrc|wdf|oca|cnv|flt|dot|xla|xlam|ttf|fon|wav|bin|rom)$/i.test(
          name,
        );
      ends.push([end - at, (known ? 2 : 0) + (boundary ? 1 : 0) - spaces]);
      EXTENSION.lastIndex = m.index + 1;
    }
  }
  return ends.reverse();
}

function versionEnds(row: string, at: number): [number, number][] {
  VERSION_HEAD.lastIndex = at;
  const head = VERSION_HEAD.exec(row)?.[0];
  if (head === undefined) return absent(row, at);
  LAST_DIGITS.lastIndex = at + head.length;
  const digits = LAST_DIGITS.exec(row)![0];
  const ends: [number, number][] = [];
  for (let n = Math.min(6, digits.length); n >= 1; n--) {
    if (Number(digits.slice(0, n)) > 65535) continue;
    const next = row[at + head.length + n] ?? '';
    if (n === digits.length && next === ',') continue;
    // '…3186.0' before '39,420,272': no part of a version begins with a zero, unless it is one.
    if (n > 1 && n < digits.length && digits.startsWith('0')) continue;
    ends.push([head.length + n, 1 + likelyBuild(head, n, n === digits.length)]);
  }
  return ends;
}

/** How usual it is that a version with this head ends in `n` digits: Windows builds have a known width. */
function likelyBuild(head: string, n: number, whole: boolean): number {
  if (whole) return 4;
  if (/^(?:6\.[0-3]\.(?:60|76|92|96)|10\.0\.)/.test(head)) return n === 5 ? 3 : 0;
  if (/^5\.[0-2]\.\d{4}\.$/.test(head)) return n === 4 ? 2 : n === 3 ? 1 : 0;
  if (/^1[1-6]\.0\.\d{4}\.$/.test(head)) return n === 4 ? 2.5 : 0;
  return head.split('.').length >= 4 && n >= 1 && n <= 4 ? 0.5 : 0;
}

function sizeEnds(row: string, at: number): [number, number][] {
  GROUPED.lastIndex = at;
  const grouped = GROUPED.exec(row)?.[0];
  if (grouped !== undefined) {
    if (grouped.startsWith('0')) return [];
    const bytes = Number(grouped.replaceAll(',', ''));
    // Programs are padded to sectors of 512 bytes, unless they are signed; then to 8.
    return [[grouped.length, 2 + (bytes % 512 === 0 ? 3 : bytes % 8 === 0 ? 1 : 0)]];
  }
  SIZE.lastIndex = at;
  const digits = SIZE.exec(row)?.[0];
  if (digits === undefined) return absent(row, at);
  const ends: [number, number][] = [];
  for (let n = digits.length; n >= 1; n--) {
    if (digits.startsWith('0') && n > 1) continue;
    const whole = n === digits.length;
    const next = row[at + n] ?? '';
    if (whole && /[:/-]/.test(next)) continue;
    const bytes = Number(digits.slice(0, n));
    ends.push([n, (whole ? 1 : 0) + (bytes % 512 === 0 ? 2 : bytes % 8 === 0 ? 1 : 0) - (n < 3 ? 1 : 0)]);
  }
  return ends;
}

/** Words run to a gap of two blanks or a tab. */
function wordEnds(row: string, at: number): [number, number][] {
  let end = at;
  while (end < row.length && row[end] !== '\t' && !(row[end] === ' ' && row[end + 1] === ' ')) end++;
  return end > at ? [[end - at, 0]] : [];
}
