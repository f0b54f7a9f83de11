import { ADVISORY_COLUMNS, type Advisory, type AdvisoryTable, type TextColumn } from '../model/advisories.ts';
import { createByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** The columns in which a row mostly repeats the one before it, or follows it closely. */
const RUNNING = new Set<string>(['record']);

/**
 * One product's rows: their number, then column by column a number for each row.
 * Record numbers count from the row before, doubled, with one more for a step back.
 */
export function writeAdvisories({ columns, first }: AdvisoryTable, product: number, to: ByteWriter): void {
  const [from, end] = [first[product]!, first[product + 1]!];
  to.number(end - from);
  for (const column of ADVISORY_COLUMNS) {
    const values = columns[column];
    if (!RUNNING.has(column)) for (let row = from; row < end; row++) to.number(values[row]!);
    else {
      let before = 0;
      for (let row = from; row < end; row++) {
        const step = values[row]! - before;
        to.number(step < 0 ? -step * 2 + 1 : step * 2);
        before = values[row]!;
      }
    }
  }
}

/** The texts of each column by their numbers, and the lists that texts with several parts stand for. */
export interface AdvisoryTexts {
  text(column: TextColumn, number: number): string;
  list(column: 'supersedes' | 'exploits', number: number): readonly string[];
}

/** Reads what `writeAdvisories` wrote. */
export function readAdvisories(record: Buffer, product: number, texts: AdvisoryTexts): Advisory[] {
  const reader = createByteReader(record);
  const rows = reader.number();
  const columns = {} as Record<(typeof ADVISORY_COLUMNS)[number], Uint32Array>;
  for (const column of ADVISORY_COLUMNS) {
    const values = new Uint32Array(rows);
    let before = 0;
    for (let row = 0; row < rows; row++) {
      const number = reader.number();
      if (!RUNNING.has(column)) values[row] = number;
      else {
        before += number % 2 === 0 ? number / 2 : -(number - 1) / 2;
        values[row] = before;
      }
    }
    columns[column] = values;
  }
  if (!reader.isAtEnd()) throw new RangeError('The record goes on after its last row.');
  const orNull = (text: string) => (text === '' ? null : text);
  return Array.from({ length: rows }, (_, row): Advisory => {
    const text = (column: TextColumn) => texts.text(column, columns[column][row]!);
    return {
      product,
      spelling: columns.spelling[row]!,
      article: orNull(text('article')),
      cve: orNull(text('cve')),
      title: text('title'),
      component: text('component'),
      severity: text('severity'),
      impact: text('impact'),
      date: orNull(text('date')),
      supersedes: texts.list('supersedes', columns.supersedes[row]!),
      exploits: texts.list('exploits', columns.exploits[row]!),
      ...(columns.build[row] !== 0 && { build: text('build') }),
      source: columns.source[row]!,
      record: columns.record[row]!,
    };
  });
}
