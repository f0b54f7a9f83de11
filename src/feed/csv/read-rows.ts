import { initParser, type Schema } from 'udsv';
import { rowBlocks, rowsOf } from './row-blocks.ts';

/** Hears of a table's rows in order; numbers count from 1, the header not among them. */
export interface RowListener {
  row(cells: readonly string[], number: number): void;
  /** A row that has not as many columns as it should; `begins` are its first characters. */
  broken(number: number, begins: string): void;
}

/** Line ends at which a row is looked for, of those that may end it. */
const MOST_TRIES = 8;
/** How much of a broken row is told. */
const SHOWN = 60;

/**
 * Reads a quoted table as it comes, whose first column is a day (`"20170314"`). Comments (`#`) and a header are passed
 * over. A broken row costs itself and no other: a block that holds one is read again row by row.
 */
export function readRows(texts: Iterable<string>, columns: number, listener: RowListener): void {
  let number = 0;
  let parse: ((text: string) => string[][]) | undefined;
  const isWhole = (cells: readonly string[]) => cells.length === columns && cells[0]?.length === 8;
  for (const block of rowBlocks(texts)) {
    parse ??= createBlockParser(rowEndOf(block), columns);
    const parsed = parse(block);
    const isHeaded = number === 0 && parsed[0]?.length === columns && parsed[0][0] === 'DatePosted';
    if (isHeaded) parsed.shift();
    if (parsed.every(isWhole)) {
      for (const cells of parsed) listener.row(cells, ++number);
      continue;
    }
    for (const text of rowsOf(block)) {
      for (const { cells, begins } of readAlone(text, parse, isWhole)) {
        number++;
        if (cells === null) listener.broken(number, begins);
        else listener.row(cells, number);
      }
    }
  }
}

/** The line end in front of most rows: cells and headers may have others. */
function rowEndOf(block: string): string {
  const ends = [...block.matchAll(/(\r?)\n(?="\d{8}",)/g)];
  const isDos =
    ends.length === 0 ? block.includes('\r\n') : 2 * ends.filter(([, dos]) => dos !== '').length > ends.length;
  return isDos ? '\r\n' : '\n';
}

/** Parses whole blocks; what does not end where it should swallows the row that is put behind it, and shows by that. */
function createBlockParser(rowEnd: string, columns: number): (text: string) => string[][] {
  // No columns are announced, so that a row's length says how many it really has.
  const schema = { skip: 0, col: ',', row: rowEnd, encl: '"', esc: '"', trim: false, cols: [] };
  const parser = initParser(schema as unknown as Schema);
  const last = `"00000000"${',""'.repeat(columns - 1)}${rowEnd}`;
  return (text) => {
    const rows = parser.stringArrs<string[]>(text.endsWith(rowEnd) ? text + last : text + rowEnd + last);
    const end = rows.at(-1);
    if (end?.length === columns && end[0] === '00000000') rows.pop();
    return rows;
  };
}

/** One row with what follows it: comments and empty lines are no rows, and all else is broken. */
function readAlone(
  text: string,
  parse: (text: string) => string[][],
  isWhole: (cells: readonly string[]) => boolean,
): { cells: string[] | null; begins: string }[] {
  const lines = text.split(/(?<=\n)/);
  const isNoRow = (line: string) => /^(?:#|\s*$|"?DatePosted"?,)/.test(line);
  const found: { cells: string[] | null; begins: string }[] = [];
  let rest = lines.filter((line) => !isNoRow(line));
  // A cell may hold line ends: the row is the shortest beginning that is whole, and all its quotes are in pairs.
  let quotes = 0;
  let tries = 0;
  for (let count = 1; count <= rest.length && tries < MOST_TRIES; count++) {
    quotes += rest[count - 1]!.split('"').length - 1;
    if (quotes % 2 !== 0) continue;
    tries++;
    const rows = parse(rest.slice(0, count).join(''));
    const [cells] = rows;
    if (rows.length !== 1 || cells === undefined || !isWhole(cells)) continue;
    found.push({ cells, begins: '' });
    rest = rest.slice(count);
    break;
  }
  if (found.length === 0 && rest.length > 0) return [{ cells: null, begins: beginningOf(rest[0] ?? '') }];
  for (const line of rest) found.push({ cells: null, begins: beginningOf(line) });
  return found;
}

const beginningOf = (line: string) => line.trim().slice(0, SHOWN);
