/** A row's beginning in a table whose first column is a quoted day: `"20170314",`. */
const START = /^"\d{8}",/;
const STARTS = /^"\d{8}",/gm;

/** Characters that are parsed in one go: few, so that rows are short-lived, and a broken one costs little to read again. */
const BLOCK_UNITS = 32 * 1024;

/** Cuts a stream of text in front of rows, so that what is wrong with one block does not reach the next. */
export function* rowBlocks(texts: Iterable<string>): Generator<string> {
  let rest = '';
  for (const text of texts) {
    rest += text;
    let from = 0;
    for (let cut = nextStart(rest, BLOCK_UNITS); cut > 0; cut = nextStart(rest, from + BLOCK_UNITS)) {
      yield rest.slice(from, cut);
      from = cut;
    }
    rest = rest.slice(from);
  }
  if (rest !== '') yield rest;
}

/** Where the first row begins behind a place; 0 where none is seen. */
function nextStart(text: string, from: number): number {
  for (let at = text.indexOf('\n"', from); at > 0; at = text.indexOf('\n"', at + 1)) {
    if (START.test(text.slice(at + 1, at + 12))) return at + 1;
  }
  return 0;
}

/** The lines of a block, those from one row's beginning to the next together; first what stands before any row. */
export function rowsOf(block: string): string[] {
  const starts = [...block.matchAll(STARTS)].map(({ index }) => index);
  return [0, ...starts].map((from, at) => block.slice(from, starts[at])).filter((text, at) => at > 0 || text !== '');
}
