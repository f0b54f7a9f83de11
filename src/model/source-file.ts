/** One readable file: on disk, or a member of an archive. */
export interface SourceFile {
  /** Where it is, as a person would name it: `notes/Q1.txt`, or `archive.zip!txt/Q1.txt` for a member. */
  name: string;
  /** The decoded text, without a byte order mark; offsets count its UTF-16 units. */
  text: string;
}

/** A file that is read as it comes, piece by piece, since it may be too large to be held as one text. */
export interface ByteSource {
  /** As `SourceFile.name`. */
  name: string;
  /** Its bytes from the first on; asked for once. */
  chunks: Iterable<Buffer>;
}

/** Takes files out of the stream of texts that hold something else than articles. */
export interface Diversion {
  /** Whether a file is for it, by its name and its first bytes. */
  wants(name: string, head: Buffer): boolean;
  /** Reads a whole file; throws only for what is wrong with the reading itself. */
  take(source: ByteSource): void | Promise<void>;
}
