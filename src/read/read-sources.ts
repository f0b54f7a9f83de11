import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Report } from '../model/diagnostic.ts';
import type { Diversion, SourceFile } from '../model/source-file.ts';
import { createArchiveGuard } from './archive-guard.ts';
import { decodeSource } from './decode-source.ts';
import { fileChunks } from './file-chunks.ts';
import { type Input, listInputs, unreadable } from './list-inputs.ts';
import type { RawFile } from './raw-file.ts';
import { formatBytes, READ_LIMITS, type ReadLimits } from './read-limits.ts';
import { readTar } from './read-tar.ts';
import { readZip } from './read-zip.ts';

export interface ReadOptions {
  /** Limits that differ from `READ_LIMITS`. */
  limits?: Partial<ReadLimits>;
  /** Hears how many bytes of the inputs on disk have been read, of how many. */
  onProgress?: (bytesRead: number, bytesTotal: number | null) => void;
  /** Names files on disk that are passed over without a word, such as the one that is being written. */
  skip?: (path: string) => boolean;
  /** Takes the files that hold something else than articles: they are not among the texts. */
  divert?: Diversion;
}

/**
 * The texts of files, of folders' files (in order of names) and of archives' members, one by one.
 * What cannot or must not be read is reported, and the rest goes on.
 */
export async function* readSources(
  paths: readonly string[],
  report: Report,
  options: ReadOptions = {},
): AsyncGenerator<SourceFile> {
  for await (const raw of readRawFiles(paths, report, options)) {
    const source = decodeSource(raw, report);
    if (source !== null) yield source;
  }
}

/** The same files before they are decoded: the bytes of each are valid until the next one is asked for. */
export async function* readRawFiles(
  paths: readonly string[],
  report: Report,
  options: ReadOptions = {},
): AsyncGenerator<RawFile> {
  const limits: ReadLimits = { ...READ_LIMITS, ...options.limits };
  const { onProgress, skip, divert } = options;
  const inputs = listInputs(paths, report).filter(({ path }) => !skip?.(path));
  const total = onProgress ? inputs.reduce((sum, input) => sum + sizeOf(input.path), 0) : 0;
  const readFile = createFileReader();
  let done = 0;
  for (const input of inputs) {
    const onRead = (bytes: number) => onProgress?.(done + bytes, total);
    try {
      yield* filesOf(input, { limits, report, onRead, readFile, divert });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      report(unreadable(input.path, error));
    }
    if (onProgress) {
      done += sizeOf(input.path);
      onProgress(done, total);
    }
  }
}

/** What reading one input needs. */
interface Reading {
  limits: ReadLimits;
  report: Report;
  onRead: (bytes: number) => void;
  readFile: (path: string) => Buffer;
  divert: Diversion | undefined;
}

async function* filesOf(
  { path, container }: Input,
  { limits, report, onRead, readFile, divert }: Reading,
): AsyncGenerator<RawFile> {
  if (container !== 'tar' && container !== 'zip' && divert?.wants(path, headOf(path))) {
    const size = statSync(path).size;
    if (size <= limits.feedBytes) return await divert.take({ name: path, chunks: fileChunks(path, onRead) });
    const message = `The file is ${formatBytes(size)} large; at most ${formatBytes(limits.feedBytes)} are read.`;
    return report({ source: path, rule: 'read/too-large', message });
  }
  if (container === 'other-archive') {
    const message = 'This kind of archive is not read; pack it as .zip or .tar.gz, or unpack it.';
    return report({ source: path, rule: 'read/unknown-archive', message });
  }
  const limit = container === 'zip' ? limits.zipBytes : limits.fileBytes;
  const size = statSync(path).size;
  if (container !== 'tar' && size > limit) {
    const what = container === 'zip' ? 'zip' : 'file';
    const message = `The ${what} is ${formatBytes(size)} large; at most ${formatBytes(limit)} are read.`;
    return report({ source: path, rule: 'read/too-large', message });
  }
  if (container === null) return yield { name: path, bytes: readFile(path) };
  const guard = createArchiveGuard(path, limits, report);
  const members = container === 'zip' ? readZip(path, guard, divert) : readTar(path, guard, onRead);
  for await (const { name, bytes } of members) {
    const file = { name: `${path}!${name}`, bytes };
    if (container === 'tar' && divert?.wants(file.name, bytes.subarray(0, HEAD_BYTES)))
      await divert.take({ name: file.name, chunks: [bytes] });
    else yield file;
  }
}

/** As many bytes as tell a feed from a text. */
const HEAD_BYTES = 64 * 1024;

function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.allocUnsafe(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

/** Reads whole files; small ones into one buffer that is used again, which is twice as fast for many. */
function createFileReader(): (path: string) => Buffer {
  const shared = Buffer.allocUnsafe(256 * 1024);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      const size = fstatSync(file).size;
      const bytes = size <= shared.length ? shared : Buffer.allocUnsafe(size);
      let length = 0;
      for (;;) {
        const read = readSync(file, bytes, length, size - length, length);
        length += read;
        if (read === 0 || length === size) return bytes.subarray(0, length);
      }
    } finally {
      closeSync(file);
    }
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
