/** A row's beginning in a table whose first column is a quoted day: `"20170314",`. */
const START = /^"\d{8}",/;
const STARTS = /^"\d{8}",/gm;

/** Characters that are parsed in one go: enough to keep the parser busy, and few where a broken row needs care. */
const BLOCK_UNITS = 256 * 1024;

/** Cuts a stream of text in front of rows, so that what is wrong with one block does not reach the next. */
export function* rowBlocks(texts: Iterable<string>): Generator<string> {
  let block = '';
  for (const text of texts) {
    block += text;
    if (block.length < BLOCK_UNITS) continue;
    const cut = lastStart(block);
    if (cut <= 0) continue;
    yield block.slice(0, cut);
    block = block.slice(cut);
  }
  if (block !== '') yield block;
}

function lastStart(text: string): number {
  for (let at = text.lastIndexOf('\n"'); at > 0; at = text.lastIndexOf('\n"', at - 1)) {
    if (START.test(text.slice(at + 1, at + 12))) return at + 1;
  }
  return 0;
}

/** The lines of a block, those from one row's beginning to the next together; first what stands before any row. */
export function rowsOf(block: string): string[] {
  const starts = [...block.matchAll(STARTS)].map(({ index }) => index);
  return [0, ...starts].map((from, at) => block.slice(from, starts[at])).filter((text, at) => at > 0 || text !== '');
}
