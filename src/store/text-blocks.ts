import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Several articles' texts are deflated as one block: smaller and faster to write than each on its own. 20 KB of them fit
 * a page of the file once deflated, and are unpacked in 0.1 ms. On the real archive 64 KB make the file 8% smaller, but a
 * query that quotes a dozen articles waits 4 ms for them.
 */
const BLOCK_BYTES = 20 * 1024;

/** Where a text stands: in which block, and where in its unpacked bytes. */
export interface TextPlace {
  block: number;
  start: number;
  bytes: number;
}

/** Gathers texts into blocks and hands each full one to `write`. */
export function createTextBlocks(write: (block: number, deflated: Buffer) => void) {
  let block = 0;
  let length = 0;
  let texts: Buffer[] = [];
  const flush = () => {
    if (texts.length === 0) return;
    write(block, deflateRawSync(Buffer.concat(texts), { level: 3 }));
    block++;
    length = 0;
    texts = [];
  };
  return {
    add(text: string): TextPlace {
      const bytes = Buffer.from(text);
      const place = { block, start: length, bytes: bytes.length };
      texts.push(bytes);
      length += bytes.length;
      if (length >= BLOCK_BYTES) flush();
      return place;
    },
    flush,
  };
}

/** The text at a place of an unpacked block. */
export function textAt(block: Buffer, { start, bytes }: TextPlace): string {
  return block.toString('utf8', start, start + bytes);
}

/** Unpacks a block. */
export function inflateBlock(deflated: Uint8Array): Buffer {
  return inflateRawSync(deflated);
}
