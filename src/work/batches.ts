import type { RawFile } from '../read/raw-file.ts';

/** Files in one block of bytes, which is handed to a thread without being copied. */
export interface Batch {
  names: string[];
  /** Where each file ends in `bytes`; the next one begins there. */
  ends: number[];
  bytes: Uint8Array<ArrayBuffer>;
}

/** Large enough that handing it over costs little, small enough to keep few in memory. */
const BATCH_BYTES = 1_500_000;

/** Packs files, in order, into batches of about the same size. */
export async function* batches(files: AsyncIterable<RawFile>): AsyncGenerator<Batch> {
  let batch = emptyBatch(BATCH_BYTES);
  let length = 0;
  for await (const { name, bytes } of files) {
    if (length > 0 && length + bytes.length > BATCH_BYTES) {
      yield batch;
      batch = emptyBatch(BATCH_BYTES);
      length = 0;
    }
    if (bytes.length > batch.bytes.length) batch = emptyBatch(bytes.length);
    batch.bytes.set(bytes, length);
    length += bytes.length;
    batch.names.push(name);
    batch.ends.push(length);
  }
  if (batch.names.length > 0) yield batch;
}

function emptyBatch(size: number): Batch {
  return { names: [], ends: [], bytes: new Uint8Array(size) };
}

/** The files of a batch, in order. */
export function* filesIn({ names, ends, bytes }: Batch): Generator<RawFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = 0;
  for (const [i, name] of names.entries()) {
    const to = ends[i]!;
    yield { name, bytes: buffer.subarray(from, to) };
    from = to;
  }
}
