/** A file's bytes, before they are decoded; only valid until the next one is asked for. */
export interface RawFile {
  /** As `SourceFile.name`. */
  name: string;
  bytes: Buffer;
}
