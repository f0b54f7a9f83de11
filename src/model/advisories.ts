import type { FeedStatement } from './feed.ts';
import type { FeedRecord } from './graph.ts';
import type { RestartSaying } from './installation.ts';

/** A structured source that a graph was built from. */
export interface FeedSource {
  /** Which format it has: 'wesng', 'mssecure'. */
  feed: string;
  /** The file, or `archive!member`. */
  file: string;
  /** The day up to which it tells, `YYYY-MM-DD`, or null where it does not say. */
  date: string | null;
  /** How many records were used. */
  records: number;
  /** How often something in it was mended or left out, by what it was. */
  dirt: Record<string, number>;
}

/** What a processor runs, as feeds tell packages apart. */
export type Architecture = 'x86' | 'x64' | 'ia64' | 'arm64';

/** An operating system as packages are made for it: a family at a service pack, for one architecture. */
export interface Platform {
  /** 'windows-7-sp1-x64': the same for every spelling and edition, and with or without Server Core. */
  key: string;
  /** 'Windows 7 SP1 (x64)' */
  label: string;
  /** The family's key: 'windows-7', 'windows-10-1809'. */
  family: string;
  /** The service pack's level, '1'; null where the name has none, which for a feed is the release without one. */
  level: string | null;
  /** Null where the name has none: the only one there is, or x86 where another name has x64. */
  architecture: Architecture | null;
}

/** One product of a feed over all its spellings: what a row holds for, exactly. */
export interface AffectedProduct {
  /** Its place in the list of products; rows are asked for by it. */
  index: number;
  /** 'internet-explorer-11.0-on-windows-7-sp1-x64'; the same for spellings that differ in case, spacing and wording. */
  key: string;
  label: string;
  /** The spellings that feeds print, the most frequent first. */
  names: string[];
  /** The key of the product's node in the graph: of the component where there is one, else of the operating system. */
  product: string;
  /** The service pack's level of that product, or null. */
  level: string | null;
  /** What it says of its own architecture ('Office 2010 (32-bit editions)'); the platform's where it is one. */
  architecture: Architecture | null;
  /** The branch of servicing in its name: 'GDR', 'QFE', 'CU', 'CU31'; null where it has none. */
  branch: string | null;
  /** Whether it is an installation of Server Core. */
  isServerCore: boolean;
  /** The operating system that it is or runs on ('X on OS'); null for a product that names none. */
  platform: Platform | null;
  /** What runs on that operating system and has updates of its own ('Internet Explorer 11'); null for the system itself. */
  component: string | null;
  /** How many rows it has. */
  rows: number;
}

/** One row of a feed: an update that it names for a vulnerability of a product. */
export interface Advisory {
  /** The product's place in the list of products. */
  product: number;
  /** Which of the product's spellings stands in the row, as a place in its `names`. */
  spelling: number;
  /** The update: digits, or a service pack's own id ('SP81X86'); null where the row names none. */
  article: string | null;
  /** 'CVE-2019-0708', 'ADV180002', or the id of a row that names a service pack ('SP7X64SP1'); null where it has none. */
  cve: string | null;
  title: string;
  component: string;
  severity: string;
  impact: string;
  /** `YYYY-MM-DD` or null; in some feeds the revision of the CVE, not the release of the update. */
  date: string | null;
  /** The updates that this one replaces for the product: digits or service packs' ids, each once, never itself. */
  supersedes: readonly string[];
  /** Addresses of exploits that are known. */
  exploits: readonly string[];
  /** The build that the product has with the update, as printed ('10.0.14393.2363'); absent where the feed does not say. */
  build?: string;
  /** The place of its source in the list of sources. */
  source: number;
  /** The number of the record in its source, from 1. */
  record: number;
}

/** What feeds say, as it is asked: by product. */
export interface Advisories {
  readonly sources: readonly FeedSource[];
  /** Every product, its place being its index. */
  readonly products: readonly AffectedProduct[];
  /** The rows of one product in the order of reading; an index out of range throws RangeError. */
  rows(product: number): Advisory[];
}

/** A row as a feed gives it: cleaned, and not yet counted among the others. */
export interface AdvisoryRecord {
  article: string | null;
  cve: string | null;
  /** As printed. */
  product: string;
  title: string;
  component: string;
  severity: string;
  impact: string;
  date: string | null;
  /** Updates joined by ';', each digits or a service pack's id; '' for none. */
  supersedes: string;
  /** Addresses joined by ' '; '' for none. */
  exploits: string;
  /** The build that the product has with the update; '' or absent where none is said. */
  build?: string;
  /** What the record says of a restart after installing the update; null or absent where it says nothing. */
  restart?: FeedRestart | null;
  record: number;
}

/** What a record of a feed says of a restart. */
export interface FeedRestart {
  says: RestartSaying;
  /** The field with what it holds: 'RestartRequired: Maybe'. */
  printed: string;
}

/** The columns whose numbers are places in a list of texts; 0 is always ''. */
export const TEXT_COLUMNS = [
  'article',
  'cve',
  'title',
  'component',
  'severity',
  'impact',
  'date',
  'supersedes',
  'exploits',
  'build',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** The columns of a table of advisories; each row has a number in each. */
export const ADVISORY_COLUMNS = ['spelling', ...TEXT_COLUMNS, 'source', 'record'] as const;
export type AdvisoryColumn = (typeof ADVISORY_COLUMNS)[number];

/** All rows of all feeds in memory, ordered by product and then by reading. */
export interface AdvisoryTable {
  sources: FeedSource[];
  products: AffectedProduct[];
  texts: Record<TextColumn, string[]>;
  columns: Record<AdvisoryColumn, Uint32Array>;
  /** Where each product's rows begin; one more entry than there are products. */
  first: Uint32Array;
  /** What feeds say beside their rows. */
  statements: GatheredStatement[];
  /** What they say of restarts: one entry for each update, product, source and saying. */
  restarts: GatheredRestart[];
}

/** What a feed says of a restart after an update. */
export interface GatheredRestart {
  article: string;
  says: RestartSaying;
  evidence: FeedRecord;
}

/** A statement of a feed together with its evidence. */
export interface GatheredStatement extends Omit<FeedStatement, 'product' | 'record'> {
  evidence: FeedRecord;
}
