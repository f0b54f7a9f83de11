import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { UsageError } from '../model/diagnostic.ts';
import { damaged } from './damage.ts';
import { APPLICATION_ID, FORMAT_VERSION } from './schema.ts';

/**
 * The seal stands after SQLite's last page, where SQLite does not look: a CRC-32 for each chunk of the pages before it,
 * then a foot that says how long they are. It finds any changed or missing byte, also where no record lies.
 */
const CHUNK_BYTES = 64 * 1024;
const FOOT_BYTES = 32;
const MAGIC = 'kbgraph seal 1\n\0';

/** Appends the seal to a finished SQLite file and sees to it that all of it is on the disk. */
export function sealFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const size = fstatSync(file).size;
    const sums = Buffer.from(Uint32Array.from(chunkSums(file, size)).buffer);
    const foot = Buffer.alloc(FOOT_BYTES);
    foot.write(MAGIC, 'latin1');
    foot.writeUIntLE(size, 16, 6);
    foot.writeUInt32LE(crc32(sums), 24);
    foot.writeUInt32LE(crc32(foot.subarray(0, 28)), 28);
    writeSync(file, Buffer.concat([sums, foot]), 0, undefined, size);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A file's seal, held open: the file may be replaced meanwhile, and stays what it was for who reads it. */
export interface Seal {
  /** Reads the whole file; throws UsageError at the first difference. */
  verify(): void;
  close(): void;
}

/** Checks, without reading it all, that a file is a whole store of this format; throws UsageError with the reason. */
export function openSeal(path: string): Seal {
  const file = openSync(path, 'r');
  try {
    const sealed = checkHead(file, path);
    return {
      verify() {
        let chunk = 0;
        for (const sum of chunkSums(file, sealed.size)) {
          if (sum !== sealed.sums[chunk]) throw damaged(path, `bytes ${chunk * CHUNK_BYTES} and on have changed`);
          chunk++;
        }
        // What was listed at opening may have changed since, too.
        readSums(file, path, FORMAT_VERSION);
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function checkHead(file: number, path: string): Sums {
  const head = Buffer.alloc(100);
  readSync(file, head, 0, head.length, 0);
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0' || head.readUInt32BE(68) !== APPLICATION_ID) {
    throw new UsageError('not-a-store', `${path} is not a graph that kbgraph has built.`);
  }
  const version = head.readUInt32BE(60);
  const sealed = readSums(file, path, version);
  // The first chunk holds SQLite's own header and the tables' definitions.
  for (const sum of chunkSums(file, Math.min(sealed.size, CHUNK_BYTES))) {
    if (sum !== sealed.sums[0]) throw damaged(path, 'its first bytes have changed');
  }
  if (version === FORMAT_VERSION) return sealed;
  const than = version > FORMAT_VERSION ? 'a newer' : 'an older';
  const formats = `format ${version}, this one reads ${FORMAT_VERSION}`;
  throw new UsageError('store-version', `${path} was built by ${than} kbgraph (${formats}). Build it again.`);
}

interface Sums {
  sums: Uint32Array;
  /** How many bytes the sums cover. */
  size: number;
}

function readSums(file: number, path: string, version: number): Sums {
  const total = fstatSync(file).size;
  const foot = Buffer.alloc(FOOT_BYTES);
  readSync(file, foot, 0, FOOT_BYTES, Math.max(0, total - FOOT_BYTES));
  const size = foot.readUIntLE(16, 6);
  const bytes = Buffer.alloc(Math.min(total, Math.ceil(size / CHUNK_BYTES) * 4));
  const isFoot = foot.toString('latin1', 0, 16) === MAGIC && crc32(foot.subarray(0, 28)) === foot.readUInt32LE(28);
  if (!isFoot || total !== size + bytes.length + FOOT_BYTES) {
    // A later format may be sealed otherwise: then its version is what to say.
    if (version > FORMAT_VERSION) return { sums: new Uint32Array(0), size: 0 };
    throw damaged(path, 'its end is missing or has changed');
  }
  readSync(file, bytes, 0, bytes.length, size);
  if (crc32(bytes) !== foot.readUInt32LE(24)) throw damaged(path, 'its list of checksums has changed');
  return { sums: new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4), size };
}

function* chunkSums(file: number, size: number): Generator<number> {
  const bytes = Buffer.allocUnsafe(16 * CHUNK_BYTES);
  for (let at = 0; at < size; at += bytes.length) {
    const length = readSync(file, bytes, 0, Math.min(bytes.length, size - at), at);
    for (let from = 0; from < length; from += CHUNK_BYTES) {
      yield crc32(bytes.subarray(from, Math.min(length, from + CHUNK_BYTES)));
    }
  }
}
