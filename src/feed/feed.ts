import type { Report } from '../model/diagnostic.ts';
import type { FeedSink } from '../model/feed.ts';
import type { ByteSource } from '../model/source-file.ts';

/** One format of structured sources. */
export interface Feed {
  /** 'wesng' */
  name: string;
  /** Whether a file is in this format, by the beginning of its text or its bytes; `file` is its name, for what it adds. */
  recognises(head: FeedHead): boolean;
  /** Reads a whole source; what it says goes to the sink, what is wrong with it to the report. It never throws for that. */
  read(source: ByteSource, sink: FeedSink, report: Report): void | Promise<void>;
}

/** The beginning of a file. */
export interface FeedHead {
  file: string;
  bytes: Buffer;
  /** The same, decoded; '' where it is no text. */
  text: string;
}
