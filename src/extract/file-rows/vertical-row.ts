import type { Column } from './columns.ts';
import { fileName } from './file-name.ts';
import { emptyRow, type FileRow } from './file-row.ts';
import type { BodyLine } from './lines.ts';
import { isBlankValue, isoDate, isTime, sizeInBytes } from './values.ts';

/** A file whose values stand below each other: 'File name: Pier.dll', 'File version  5.5.2654.1', 'Date (UTC)22-Apr-2012'. */
export interface VerticalRow {
  row: FileRow;
  /** How many lines it takes. */
  length: number;
}

const TITLES: readonly (readonly [string, Column])[] = [
  ['file name', 'name'],
  ['filename', 'name'],
  ['file version', 'version'],
  ['file size', 'size'],
  ['modified date', 'date'],
  ['date modified', 'date'],
  ['file date', 'date'],
  ['date (utc)', 'date'],
  ['date', 'date'],
  ['time (utc)', 'time'],
  ['time', 'time'],
  ['platform', 'platform'],
  ['sp requirement', 'baseline'],
  ['service branch', 'branch'],
  ['version', 'version'],
  ['size', 'size'],
  ['sha-1 hash', 'other'],
  ['sha-256 hash', 'other'],
  ['md5 hash', 'other'],
];

/** The file that the lines from `i` on describe, where at least two values of it follow its name; else null. */
export function readVertical(view: string, lines: readonly BodyLine[], i: number): VerticalRow | null {
  const first = readPair(view, lines[i]!);
  const name = first?.column === 'name' ? fileName(first.value) : null;
  if (!name) return null;
  const row: FileRow = { ...emptyRow(), name, names: [name] };
  let length = 1;
  for (; i + length < lines.length && length < 12; length++) {
    const pair = readPair(view, lines[i + length]!);
    if (!pair || pair.column === 'name' || !note(row, pair.column, pair.value)) break;
  }
  return length >= 3 && row.values >= 1 ? { row, length } : null;
}

function note(row: FileRow, column: Column, value: string): boolean {
  if (isBlankValue(value) || column === 'other') return true;
  if (column === 'version') row.version = value.split(' ')[0]!;
  else if (column === 'size') row.size = sizeInBytes(value.replace(/ bytes$/i, ''));
  else if (column === 'date') row.date = isoDate(value) ?? isoDate(value.replace(/^\w+day, /, ''));
  else if (column === 'platform') row.platform = value;
  else if (column === 'baseline' || column === 'branch') row[column] = value;
  else if (!isTime(value)) return false;
  row.values++;
  return true;
}

function readPair(view: string, line: BodyLine): { column: Column; value: string } | null {
  if (line.to - line.from > 200) return null;
  const text = view.slice(line.from, line.to).replace(/^\|\s*|\s*\|$/g, '');
  const lower = text.slice(0, 20).toLowerCase();
  const title = TITLES.find(([words]) => lower.startsWith(words));
  if (!title) return null;
  const value = text
    .slice(title[0].length)
    .replace(/^[\s:|=]{1,60}/, '')
    .trim();
  return value === '' && title[1] === 'name' ? null : { column: title[1], value };
}
