/** One readable file: on disk, or a member of an archive. */
export interface SourceFile {
  /** Where it is, as a person would name it: `notes/Q1.txt`, or `archive.zip!txt/Q1.txt` for a member. */
  name: string;
  /** The decoded text, without a byte order mark; offsets count its UTF-16 units. */
  text: string;
}
