import { readFileSync } from 'node:fs';
import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';
import type { Diversion } from '../model/source-file.ts';
import type { ArchiveGuard, Member } from './archive-guard.ts';
import type { RawFile } from './raw-file.ts';
import { withFirst } from './with-first.ts';
import { readZipDirectory } from './zip-directory.ts';

/** Reads the members of a `.zip` in order; the archive is held in memory. */
export async function* readZip(
  path: string,
  guard: ArchiveGuard,
  diversion: Diversion | undefined,
): AsyncGenerator<RawFile> {
  const zip = readFileSync(path);
  const directory = readZipDirectory(zip);
  if (directory === null && zip.toString('latin1', 0, 2) !== 'PK') {
    return guard.refuse(null, 'read/damaged-archive', 'This is not a zip archive, in spite of its name.');
  }
  let archive: ArchiveReader;
  try {
    // A module of its own gives its memory back when the archive is done.
    archive = new ArchiveReader(await libarchiveWasm(), new Int8Array(zip.buffer, zip.byteOffset, zip.length));
  } catch {
    return guard.refuse(null, 'read/damaged-archive', 'The archive cannot be opened; it is damaged from its start.');
  }
  let unpackedBytes = 0;
  let members = 0;
  try {
    for (let entry = archive.nextEntry(); entry !== null; entry = archive.nextEntry()) {
      members++;
      const archiveName = entry.getPathname();
      const listed = directory?.take(archiveName);
      const member: Member = {
        name: listed?.name ?? archiveName,
        kind: KINDS[entry.getFiletype()] ?? 'other',
        size: entry.getSize(),
      };
      const packedBytes = listed?.packedBytes ?? zip.length;
      if (!guard.admits(member) || !guard.isPlausible(member, packedBytes)) continue;
      if (entry.isEncrypted()) {
        guard.refuse(member.name, 'read/encrypted', 'The entry is encrypted.');
        continue;
      }
      const name = `${path}!${member.name}`;
      const pieces = piecesOf(archive, member, guard);
      const head = pieces.next().value ?? Buffer.alloc(0);
      const isFeed = diversion?.wants(name, head) === true;
      if (!guard.fits(member, isFeed ? 'feed' : 'text')) continue;
      if (isFeed) await diversion.take({ name, chunks: withFirst(head, pieces) });
      else {
        const bytes = Buffer.concat([head, ...pieces]);
        if (bytes.length === member.size) yield { name: member.name, bytes };
      }
      unpackedBytes += member.size;
      if (!guard.mayGoOn(unpackedBytes, zip.length)) return;
    }
    if (directory === null) guard.damaged('it has no directory at its end');
    else if (members < directory.members) guard.damaged(`it lists ${directory.members} entries and gives ${members}`);
  } catch (error) {
    guard.damaged((error as Error).message);
  } finally {
    archive.free();
  }
}

/** A large member is unpacked in pieces of this many bytes: twice as fast as in pieces of a megabyte. */
const PIECE_BYTES = 64 * 1024;

/** The bytes of the current entry; a report where they end too early or are damaged: the entries after it may be whole. */
function* piecesOf(archive: ArchiveReader, member: Member, guard: ArchiveGuard): Generator<Buffer, undefined> {
  let left = member.size;
  try {
    while (left > 0) {
      const data = archive.readData(Math.min(left, PIECE_BYTES));
      if (data.length === 0) break;
      left -= data.length;
      yield Buffer.from(data.buffer, data.byteOffset, data.length);
    }
    if (left > 0) guard.refuse(member.name, 'read/damaged-archive', 'The entry is cut off.');
  } catch (error) {
    guard.refuse(member.name, 'read/damaged-archive', `The entry is damaged (${(error as Error).message}).`);
  }
  return undefined;
}

const KINDS: Record<string, Member['kind']> = { File: 'file', Directory: 'folder', SymbolicLink: 'link' };
