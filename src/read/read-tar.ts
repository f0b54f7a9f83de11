import { extract, type Header } from 'tar-stream';
import type { ArchiveGuard, Member } from './archive-guard.ts';
import type { RawFile } from './raw-file.ts';
import { unpackedChunks } from './unpacked-chunks.ts';

/** A `.tar` ends in two blocks of zeros. */
const END_MARK_BYTES = 1024;
/** As in `unpackedChunks`. */
const PIECE_BYTES = 64 * 1024;

/** Reads the members of a `.tar` or `.tar.gz` in order, streaming; `onRead` hears how much of the file is used up. */
export async function* readTar(
  path: string,
  guard: ArchiveGuard,
  onRead: (bytes: number) => void,
): AsyncGenerator<RawFile> {
  // Tars from before 1988 lack the mark of the format; every header still has its checksum.
  const tar = extract({ allowUnknownFormat: true } as Parameters<typeof extract>[0]);
  const state: { packedBytes: number; error: Error | null; ready: RawFile[] } = {
    packedBytes: 0,
    error: null,
    ready: [],
  };
  tar.on('error', (error) => {
    state.error ??= error;
  });
  tar.on('entry', (headers, stream, next) => {
    const member = memberOf(headers);
    const isWanted = guard.admits(member) && guard.fits(member, 'text');
    const startsAt = state.packedBytes;
    const parts: Buffer[] = [];
    stream.on('data', (part) => {
      if (isWanted) parts.push(part as Buffer);
    });
    stream.on('error', () => undefined); // the whole stream's error tells
    stream.on('end', () => {
      // How much was packed is known to the piece that was read, no closer.
      const packed = Math.max(state.packedBytes - startsAt, Math.min(state.packedBytes, PIECE_BYTES));
      if (isWanted && guard.isPlausible(member, packed)) {
        state.ready.push({ name: member.name, bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts) });
      }
      next();
    });
  });
  const closed = new Promise<void>((resolve) => tar.on('close', resolve));
  const drained = () => Promise.race([new Promise<void>((resolve) => tar.once('drain', resolve)), closed]);
  const taken = () => state.ready.splice(0);

  let unpackedBytes = 0;
  let tail: Buffer = Buffer.alloc(0);
  let isStopped = false;
  try {
    for await (const { bytes, packedBytes } of unpackedChunks(path)) {
      state.packedBytes = packedBytes;
      unpackedBytes += bytes.length;
      tail = Buffer.concat([tail, bytes.subarray(-END_MARK_BYTES)]).subarray(-END_MARK_BYTES);
      if (!tar.write(bytes)) await drained();
      yield* taken();
      onRead(packedBytes);
      if (state.error !== null) break;
      isStopped = !guard.mayGoOn(unpackedBytes, packedBytes);
      if (isStopped) break;
    }
    if (isStopped) return;
    tar.end(null);
    await closed;
    yield* taken();
    if (tail.length < END_MARK_BYTES || tail.some((byte) => byte !== 0))
      state.error ??= new Error('it has no end mark');
  } catch (error) {
    state.error = error as Error;
    yield* taken();
  } finally {
    tar.destroy(null);
  }
  if (state.error !== null) guard.damaged(state.error.message);
}

function memberOf({ name, type, size }: Header): Member {
  const kind =
    type === 'file' || type === 'contiguous-file'
      ? 'file'
      : type === 'directory'
        ? 'folder'
        : type === 'link' || type === 'symlink'
          ? 'link'
          : 'other';
  return { name: name.replace(/^(?:\.\/)+/, ''), kind, size: size ?? 0 };
}
