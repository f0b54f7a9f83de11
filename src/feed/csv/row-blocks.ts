/** A row's beginning in a table whose first column is a quoted day: `"20170314",`. */
const START = /^"\d{8}",/;
const STARTS = /^"\d{8}",/gm;
/** As long as a line end and such a beginning. */
const START_UNITS = 12;

/** Characters that are parsed in one go: few, so that rows are short-lived, and a broken one costs little to read again. */
const BLOCK_UNITS = 32 * 1024;
/** Characters of one row: real ones have a few thousand. What goes on longer has lost a quote, and is passed over. */
const LONGEST_ROW = 1024 * 1024;
/** As much of a row that is too long as shows where it stands, and is parsed to count it. */
const SHOWN_UNITS = 1024;

/**
 * Cuts a stream of text in front of rows, so that what is wrong with one block does not reach the next. Of a row that
 * never ends only the beginning is given, which is a broken row.
 */
export function* rowBlocks(texts: Iterable<string>): Generator<string> {
  let rest = '';
  let looked = 0;
  let isInLongRow = false;
  for (const text of texts) {
    rest += text;
    if (isInLongRow) {
      const next = nextStart(rest, 0);
      rest = rest.slice(next > 0 ? next : -START_UNITS);
      looked = 0;
      if (next === 0) continue;
      isInLongRow = false;
    }
    let from = 0;
    for (let cut = nextStart(rest, Math.max(BLOCK_UNITS, looked)); cut > 0; cut = nextStart(rest, from + BLOCK_UNITS)) {
      yield rest.slice(from, cut);
      from = cut;
    }
    rest = rest.slice(from);
    looked = Math.max(0, rest.length - START_UNITS);
    if (rest.length < LONGEST_ROW) continue;
    const long = lastStart(rest.slice(0, 2 * BLOCK_UNITS));
    if (long > 0) yield rest.slice(0, long);
    yield rest.slice(long, long + SHOWN_UNITS);
    rest = rest.slice(-START_UNITS);
    isInLongRow = true;
  }
  if (rest !== '' && !isInLongRow) yield rest;
}

/** Where the first row begins behind a place; 0 where none is seen. */
function nextStart(text: string, from: number): number {
  for (let at = text.indexOf('\n"', from); at >= 0; at = text.indexOf('\n"', at + 1)) {
    if (START.test(text.slice(at + 1, at + START_UNITS))) return at + 1;
  }
  return 0;
}

/** Where the last row begins; 0 where it is the first. */
function lastStart(text: string): number {
  return [...text.matchAll(STARTS)].at(-1)?.index ?? 0;
}

/** The lines of a block, those from one row's beginning to the next together; first what stands before any row. */
export function rowsOf(block: string): string[] {
  const starts = [...block.matchAll(STARTS)].map(({ index }) => index);
  return [0, ...starts].map((from, at) => block.slice(from, starts[at])).filter((text, at) => at > 0 || text !== '');
}
