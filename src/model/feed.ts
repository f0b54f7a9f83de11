import type { AdvisoryRecord, FeedSource } from './advisories.ts';

/** Takes what a feed's reader finds, record by record, in the order of reading. */
export interface FeedSink {
  /** Begins a source: what follows belongs to it. */
  source(source: Pick<FeedSource, 'feed' | 'file' | 'date'>): void;
  /** A row that names an update for a product. */
  advisory(record: AdvisoryRecord): void;
  /** Counts something in the source that was mended or left out; `kind` in words ('rows without an update'). */
  dirt(kind: string, count?: number): void;
}
