import { closeSync, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** Packed bytes that are unpacked in one go: at most 1,032 times as many come out, which bounds memory. */
const PACKED_BYTES = 64 * 1024;
const UNPACKED_BYTES = 256 * 1024;

/** A piece of an unpacked stream, and how much of the file had been read to make it. */
export interface UnpackedChunk {
  bytes: Buffer;
  packedBytes: number;
}

/**
 * The contents of a file, piece by piece, unpacked when it is gzip.
 * All that could be unpacked is given before an error is thrown.
 */
export async function* unpackedChunks(path: string): AsyncGenerator<UnpackedChunk> {
  const file = openSync(path, 'r');
  try {
    const magic = Buffer.alloc(2);
    readSync(file, magic, 0, 2, 0);
    if (magic[0] === 0x1f && magic[1] === 0x8b) yield* gunzip(file);
    else yield* plain(file);
  } finally {
    closeSync(file);
  }
}

function* plain(file: number): Generator<UnpackedChunk> {
  let packedBytes = 0;
  for (;;) {
    const bytes = Buffer.allocUnsafe(UNPACKED_BYTES);
    const length = readSync(file, bytes, 0, UNPACKED_BYTES, packedBytes);
    if (length === 0) return;
    packedBytes += length;
    yield { bytes: bytes.subarray(0, length), packedBytes };
  }
}

async function* gunzip(file: number): AsyncGenerator<UnpackedChunk> {
  const stream = createGunzip({ chunkSize: UNPACKED_BYTES });
  let unpacked: Buffer[] = [];
  stream.on('data', (bytes: Buffer) => unpacked.push(bytes));
  const failed = new Promise<Error>((resolve) => stream.on('error', resolve));
  const ended = new Promise<null>((resolve) => stream.on('end', () => resolve(null)));
  const write = (bytes: Buffer) => new Promise<null>((resolve) => stream.write(bytes, () => resolve(null)));

  let packedBytes = 0;
  // The next piece unpacks in zlib's thread while the caller works on this one.
  let pending: Promise<Error | null> = Promise.resolve(null);
  try {
    for (;;) {
      const packed = Buffer.allocUnsafe(PACKED_BYTES);
      const length = readSync(file, packed, 0, PACKED_BYTES, packedBytes);
      const error = await pending;
      const ready = unpacked;
      unpacked = [];
      if (error === null) {
        if (length > 0) pending = Promise.race([write(packed.subarray(0, length)), failed]);
        else stream.end();
      }
      for (const bytes of ready) yield { bytes, packedBytes };
      if (error !== null) throw error;
      if (length === 0) break;
      packedBytes += length;
    }
    const error = await Promise.race([ended, failed]);
    for (const bytes of unpacked) yield { bytes, packedBytes };
    if (error !== null) throw error;
  } finally {
    stream.destroy();
  }
}
