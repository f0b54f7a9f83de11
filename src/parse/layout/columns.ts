import type { Span } from '../../model/article.ts';

/** What a column of a file table holds. */
export type ColumnType =
  | 'name'
  | 'version'
  | 'size'
  | 'date'
  | 'time'
  | 'platform'
  | 'requirement'
  | 'branch'
  | 'hash'
  | 'words';

/** A column of a table's head: where its name stands, and what its cells hold. */
export interface Column extends Span {
  type: ColumnType;
}

const NAMES: [string, ColumnType][] = [
  ['file name', 'name'],
  ['filename', 'name'],
  ['file identifier', 'name'],
  ['package name', 'name'],
  ['name', 'name'],
  ['file version', 'version'],
  ['fileversion', 'version'],
  ['product version', 'version'],
  ['version', 'version'],
  ['build', 'version'],
  ['file size (bytes)', 'size'],
  ['file size', 'size'],
  ['filesize', 'size'],
  ['size (bytes)', 'size'],
  ['size', 'size'],
  ['bytes', 'size'],
  ['date (utc)', 'date'],
  ['file date', 'date'],
  ['date', 'date'],
  ['time (utc)', 'time'],
  ['time', 'time'],
  ['platform', 'platform'],
  ['cpu', 'platform'],
  ['processor', 'platform'],
  ['architecture', 'platform'],
  ['sp requirement', 'requirement'],
  ['service pack requirement', 'requirement'],
  ['service pack', 'requirement'],
  ['service branch', 'branch'],
  ['branch', 'branch'],
  ['sha1 hash', 'hash'],
  ['sha256 hash', 'hash'],
  ['package hash sha 1', 'hash'],
  ['package hash sha 2', 'hash'],
  ['component', 'words'],
  ['path', 'words'],
  ['language', 'words'],
  ['product', 'words'],
  ['description', 'words'],
  ['folder', 'words'],
  ['location', 'words'],
  ['target', 'words'],
];
NAMES.sort((a, b) => b[0].length - a[0].length);

const TYPES: ReadonlyMap<string, ColumnType> = new Map(NAMES);

/** What a column's name says of its cells, or null where the name is not known. */
export function columnType(name: string): ColumnType | null {
  if (name.length > 40) return null;
  return (
    TYPES.get(
      name
        .trim()
        .replace(/\s{1,8}/g, ' ')
        .replace(/[:*]$/, '')
        .toLowerCase(),
    ) ?? null
  );
}

/**
 * The columns of a table's head that is nothing but known column names, glued together
 * ('File nameFile versionFile size') or parted by blanks; null for any other line.
 */
export function columnsOf(view: string, from: number, to: number): Column[] | null {
  if (to - from < 8 || to - from > 240) return null;
  const line = view.slice(from, to).toLowerCase();
  const columns: Column[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at] === ' ' || line[at] === '\t') {
      at++;
      continue;
    }
    const start = at;
    const known = NAMES.find(([name]) => line.startsWith(name, start) && fits(view, from + start + name.length));
    if (!known) return null;
    columns.push({ from: from + at, to: from + at + known[0].length, type: known[1] });
    at += known[0].length;
  }
  return isFileHead(columns) ? columns : null;
}

// 'File' of 'FileVersion' begins a word of its own: lower case may not follow.
const fits = (view: string, end: number): boolean => !/[a-z]/.test(view[end] ?? '');

/** Whether the columns are those of a file table: three or more, and a name among them; or a name and a version. */
export function isFileHead(columns: readonly { type: ColumnType | null }[]): boolean {
  const types = new Set(columns.map((column) => column.type));
  if (columns.length >= 3) return types.size >= 3 && (types.has('name') || (types.has('date') && types.has('version')));
  return columns.length === 2 && types.has('name') && types.has('version');
}
