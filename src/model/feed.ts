import type { AdvisoryRecord, FeedSource } from './advisories.ts';
import type { ShippedFile } from './graph.ts';
import type { Scope, Target } from './relation.ts';

/** What a feed says of an update beside the products that it is for. */
export interface FeedStatement {
  kind: 'supersedes' | 'requires' | 'fixed-in' | 'ships' | 'publishes';
  /** The update that it is said of: digits. */
  article: string;
  target: Target;
  scope?: Scope;
  /** That it holds for `product` alone; without it, and without a scope, for all that the update is for. */
  isOfProduct?: boolean;
  /** Alternatives of one requirement share a number, unique within the article and its source. */
  group?: number;
  /** On `ships` alone. */
  file?: ShippedFile;
  /** The product of the row that is the evidence, as printed, and the row's number. */
  product: string;
  record: number;
}

/** Takes what a feed's reader finds, record by record, in the order of reading. */
export interface FeedSink {
  /** Begins a source: what follows belongs to it. */
  source(source: Pick<FeedSource, 'feed' | 'file' | 'date'>): void;
  /** A row that names an update for a product; the record is the caller's again afterwards. */
  advisory(record: AdvisoryRecord): void;
  /** Something else that the source says of an update: what it requires, ships, publishes. */
  statement(statement: FeedStatement): void;
  /** Counts something in the source that was mended or left out; `kind` in words ('rows without an update'). */
  dirt(kind: string, count?: number): void;
}
