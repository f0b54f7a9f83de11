import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 64 * 1024;

/** A file's bytes as they are read; `onRead` hears how many there have been. Throws what the system says. */
export function* fileChunks(path: string, onRead?: (bytes: number) => void): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (let at = 0; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const length = readSync(file, chunk, 0, CHUNK_BYTES, at);
      if (length === 0) return;
      at += length;
      onRead?.(at);
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
