import { readFileSync } from 'node:fs';
import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';
import type { ArchiveGuard, Member } from './archive-guard.ts';
import type { RawFile } from './raw-file.ts';
import { readZipDirectory } from './zip-directory.ts';

/** Reads the members of a `.zip` in order; the archive is held in memory. */
export async function* readZip(path: string, guard: ArchiveGuard): AsyncGenerator<RawFile> {
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
      const bytes = readEntry(entry, member, guard);
      if (bytes === null) continue;
      unpackedBytes += bytes.length;
      yield { name: member.name, bytes };
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

/** The bytes of one entry; null, and a report, when they are damaged: the entries after it may be whole. */
function readEntry(entry: Entry, member: Member, guard: ArchiveGuard): Buffer | null {
  if (entry.isEncrypted()) {
    guard.refuse(member.name, 'read/encrypted', 'The entry is encrypted.');
    return null;
  }
  try {
    const data = entry.readData() ?? new Int8Array(0);
    if (data.length === member.size) return Buffer.from(data.buffer, data.byteOffset, data.length);
    guard.refuse(member.name, 'read/damaged-archive', 'The entry is cut off.');
  } catch (error) {
    guard.refuse(member.name, 'read/damaged-archive', `The entry is damaged (${(error as Error).message}).`);
  }
  return null;
}

type Entry = NonNullable<ReturnType<ArchiveReader['nextEntry']>>;

const KINDS: Record<string, Member['kind']> = { File: 'file', Directory: 'folder', SymbolicLink: 'link' };
