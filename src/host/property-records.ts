import { captureLines, plainSpaces } from './capture-lines.ts';
import { parseRows } from './delimited-rows.ts';

/** One object of a management interface: its properties by their English names, in lower case; those names are never translated. */
export type PropertyRecord = ReadonlyMap<string, string>;

/** How a listing of objects is laid out. */
export type RecordLayout = 'table' | 'ruled-table' | 'delimited' | 'equals-list' | 'colon-list';

export interface PropertyRecords {
  layout: RecordLayout;
  /** Property names, in lower case. */
  names: ReadonlySet<string>;
  records: PropertyRecord[];
}

/** The records of a text in which one property is `key` (in lower case), whatever the layout; null where none is. */
export function propertyRecords(text: string, key: string): PropertyRecords | null {
  return delimited(text, key) ?? listed(text, key) ?? tabular(text, key);
}

const gather = (layout: RecordLayout, records: PropertyRecord[]): PropertyRecords => ({
  layout,
  names: new Set(records.flatMap((record) => [...record.keys()])),
  records,
});

/** CSV, with any of the delimiters that regional settings choose; Node stands first in wmic's. */
function delimited(text: string, key: string): PropertyRecords | null {
  for (const delimiter of [',', ';', '\t'] as const) {
    const rows = parseRows(text, delimiter);
    const head = rows.findIndex((row) => row.length > 1 && row.some((cell) => cell.toLowerCase() === key));
    if (head < 0) continue;
    const names = rows[head]!.map((cell) => cell.toLowerCase());
    const below = rows.slice(head + 1).filter((row) => row.length === names.length);
    return gather(
      'delimited',
      below.map((row) => new Map(names.map((name, at) => [name, row[at] ?? '']))),
    );
  }
  return null;
}

/** 'HotFixID=KB2849697' (wmic's lists) and 'HotFixID      : KB2849697' (PowerShell's), a blank line or a name met again between. */
function listed(text: string, key: string): PropertyRecords | null {
  const lines = captureLines(text);
  for (const [layout, property] of [
    ['equals-list', /^(\w{2,40})=(.*)$/],
    ['colon-list', /^(\w{2,40})\s*:(?:\s(.*)|)$/],
  ] as const) {
    const isKey = (line: string) => property.exec(line.trim())?.[1]?.toLowerCase() === key;
    if (!lines.some(isKey)) continue;
    const records: Map<string, string>[] = [];
    let record = new Map<string, string>();
    const close = () => {
      if (record.has(key)) records.push(record);
      record = new Map();
    };
    for (const line of lines) {
      const [, name = '', value = ''] = property.exec(line.trim()) ?? [];
      if (name === '') continue;
      if (record.has(name.toLowerCase())) close();
      record.set(name.toLowerCase(), plainSpaces(value));
    }
    close();
    return gather(layout, records);
  }
  return null;
}

/** Columns that begin where their names do; a name's column reaches to where the next begins. */
function tabular(text: string, key: string): PropertyRecords | null {
  const lines = captureLines(text);
  const head = lines.findIndex((line) => new RegExp(`(?:^|\\s)${key}(?:\\s|$)`, 'i').test(line));
  if (head < 0) return null;
  const rule = lines[head + 1] ?? '';
  const isRuled = /^[\s-]*--[\s-]*$/.test(rule);
  const columns = [...lines[head]!.matchAll(/\S+/g)].map(({ 0: name, index }) => ({ name: name.toLowerCase(), index }));
  if (columns.some(({ name }) => !/^[a-z_]{2,40}$/.test(name))) return null;
  const records = lines.slice(head + (isRuled ? 2 : 1)).flatMap((line) => {
    if (line.trim() === '') return [];
    const cells = columns.map(({ name, index }, at): [string, string] => [
      name,
      plainSpaces(line.slice(at === 0 ? 0 : index, columns[at + 1]?.index)),
    ]);
    return [new Map(cells)];
  });
  return gather(isRuled ? 'ruled-table' : 'table', records);
}
