import { deflateRawSync } from 'node:zlib';
import { lzxBlocks } from './lzx.ts';

export interface CabFile {
  name: string;
  content: Uint8Array;
}

/** How a cab's data is packed: as it is, in Microsoft's form of deflate, or in LZX with a window of 32 kB. */
export type CabPacking = 'stored' | 'mszip' | 'lzx';

const BLOCK_BYTES = 0x8000;
const TYPE = { stored: 0, mszip: 1, lzx: 3 | (15 << 8) };

/** A `.cab` of these files in memory, in one folder. Layout: [MS-CAB]; MSZIP: [MS-MCI]; LZX: [MS-PATCH] and libmspack. */
export function cabOf(files: readonly CabFile[], packing: CabPacking = 'stored'): Buffer {
  const data = Buffer.concat(files.map(({ content }) => content));
  const blocks = packed(data, packing).flatMap(({ piece, size }) => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(piece.length, 4);
    head.writeUInt16LE(size, 6);
    return [head, piece];
  });
  const body = Buffer.concat(blocks);
  let offset = 0;
  const entries = files.map(({ name, content }) => {
    const entry = Buffer.alloc(16 + name.length + 1);
    entry.writeUInt32LE(content.length, 0);
    entry.writeUInt32LE(offset, 4);
    entry.writeUInt16LE(0x4f4d, 10);
    entry.write(name, 16, 'latin1');
    offset += content.length;
    return entry;
  });
  const listed = Buffer.concat(entries);
  const folder = Buffer.alloc(8);
  folder.writeUInt32LE(36 + 8 + listed.length, 0);
  folder.writeUInt16LE(blocks.length / 2, 4);
  folder.writeUInt16LE(TYPE[packing], 6);
  const head = Buffer.alloc(36);
  head.write('MSCF', 0, 'latin1');
  head.writeUInt32LE(36 + 8 + listed.length + body.length, 8);
  head.writeUInt32LE(36 + 8, 16);
  head.writeUInt8(3, 24);
  head.writeUInt8(1, 25);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(files.length, 28);
  return Buffer.concat([head, folder, listed, body]);
}

function packed(data: Buffer, packing: CabPacking): { piece: Buffer; size: number }[] {
  if (packing === 'lzx') return lzxBlocks(data);
  const found: { piece: Buffer; size: number }[] = [];
  for (let at = 0; at < data.length || found.length === 0; at += BLOCK_BYTES) {
    const own = data.subarray(at, at + BLOCK_BYTES);
    // Each block is a stream of its own that may point back into the one before.
    const dictionary = data.subarray(Math.max(0, at - BLOCK_BYTES), at);
    const piece =
      packing === 'stored'
        ? own
        : Buffer.concat([Buffer.from('CK'), deflateRawSync(own, at === 0 ? {} : { dictionary })]);
    found.push({ piece, size: own.length });
  }
  return found;
}
