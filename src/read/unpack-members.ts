import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';

/** One member of an archive that is held in memory. */
export interface UnpackedMember {
  name: string;
  size: number;
  /** Its bytes; throws where they are damaged. Null, and nothing is unpacked, where they are more than `most`. */
  bytes(most: number): Buffer | null;
}

/** The files in an archive of any kind that libarchive knows (zip, cab), one by one; throws where it is none. */
export async function* unpackMembers(archive: Buffer): AsyncGenerator<UnpackedMember> {
  // A module of its own gives its memory back when the archive is done.
  const reader = new ArchiveReader(
    await libarchiveWasm(),
    new Int8Array(archive.buffer, archive.byteOffset, archive.length),
  );
  try {
    for (let entry = reader.nextEntry(); entry !== null; entry = reader.nextEntry()) {
      if (entry.getFiletype() !== 'File') continue;
      const size = entry.getSize();
      const current = entry;
      yield {
        name: entry.getPathname().replaceAll('\\', '/'),
        size,
        bytes(most) {
          if (size > most) return null;
          const data = current.readData() ?? new Int8Array(0);
          if (data.length !== size) throw new Error('it is cut off');
          return Buffer.from(data.buffer, data.byteOffset, data.length);
        },
      };
    }
  } finally {
    reader.free();
  }
}
