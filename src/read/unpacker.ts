import { type LibarchiveWasm, libarchiveWasm } from 'libarchive-wasm';

/** An archive's bytes in order, and how many there are; more are left unread. */
export interface PackedBytes {
  size: number;
  chunks: Iterable<Buffer>;
}

/** One file in an archive, while it is its turn. */
export interface UnpackedMember {
  /** Its path, with `/` between folders. */
  name: string;
  size: number;
  /** Its bytes as they are unpacked, to be asked for once; throws where they are damaged or cut off. */
  chunks(): Generator<Buffer>;
  /** All of them together; null, and nothing is unpacked, where they are more than `most`. */
  bytes(most: number): Buffer | null;
}

/** An archive in memory. */
export interface OpenArchive {
  /** How many bytes there were of those that were announced. */
  readonly length: number;
  /** Its files in order, each time from the first; throws where it is no archive or its beginning is damaged. */
  members(): Generator<UnpackedMember>;
  /** Gives its memory back. */
  close(): void;
}

/** Opens archives of any kind that libarchive knows (zip, cab). */
export interface Unpacker {
  /** Takes an archive into memory; throws where there is not enough. */
  open(archive: PackedBytes): OpenArchive;
}

const PIECE_BYTES = 64 * 1024;
/** libarchive's type of an entry, and that of what is neither a folder nor a link. */
const TYPE_BITS = 0o170000;
const REGULAR = 0o100000;

/**
 * Starts an instance of libarchive. It holds the archives that are open in a memory of its own, of at most 2 GB, which
 * later ones use again; what is unpacked is given away in pieces.
 */
export async function createUnpacker(): Promise<Unpacker> {
  const libarchive = await libarchiveWasm();
  const { module } = libarchive;
  const piece = module._malloc(PIECE_BYTES);
  return {
    open({ size, chunks }) {
      const place: number = module._malloc(Math.max(1, size));
      if (place === 0) throw new Error('it is too large for the memory that there is');
      let length = 0;
      for (const chunk of chunks) {
        const part = chunk.subarray(0, size - length);
        module.HEAP8.set(part, place + length);
        length += part.length;
        if (length === size) break;
      }
      return {
        length,
        members: () => membersOf(libarchive, { place, length }, piece),
        close: () => module._free(place),
      };
    },
  };
}

function* membersOf(
  libarchive: LibarchiveWasm,
  { place, length }: { place: number; length: number },
  piece: number,
): Generator<UnpackedMember> {
  const { module } = libarchive;
  const archive = libarchive.read_new_memory(place, length);
  function* unpack(size: number): Generator<Buffer> {
    for (let left = size; left > 0; ) {
      const read = libarchive.read_data(archive, piece, Math.min(left, PIECE_BYTES));
      if (read === 0) throw new Error('it is cut off');
      left -= read;
      yield Buffer.from((module.HEAP8.slice(piece, piece + read) as Int8Array<ArrayBuffer>).buffer);
    }
  }
  try {
    for (;;) {
      const entry = libarchive.read_next_entry(archive);
      if (entry === 0) return;
      if ((libarchive.entry_filetype(entry) & TYPE_BITS) !== REGULAR) continue;
      const size = libarchive.entry_size(entry);
      yield {
        name: libarchive.entry_pathname(entry).replaceAll('\\', '/'),
        size,
        chunks: () => unpack(size),
        bytes: (most) => (size > most ? null : Buffer.concat([...unpack(size)])),
      };
    }
  } finally {
    libarchive.read_free(archive);
  }
}
