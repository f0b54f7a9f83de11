import type { Span } from './article.ts';

/** The relations that an article's own words can state; the order is the order of printing. */
export const RELATION_TYPES = [
  'references',
  'supersedes',
  'supersededBy',
  'requires',
  'fixedIn',
  'includes',
  'brokenBy',
  'appliesTo',
  'ships',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** What a relation points to. Products and service packs as the labelling guide writes them ('Exchange Server 5.5 SP4'). */
export type Target =
  | { article: string }
  | { servicePack: string }
  | { product: string }
  | { fix: string }
  | { file: string };

/** A sentence that states a relation: `text.slice(from, to) === quote` in the article's untouched text. */
export interface Evidence extends Span {
  quote: string;
}

/** What a statement holds for, as its heading or sentence names it; absent where it holds for the whole article. */
export interface Scope {
  product?: string;
  platform?: string;
  language?: string;
  /** GDR or QFE/LDR. */
  branch?: string;
  /** The service pack that a package needs ('SP1'), where a table's column says so. */
  baseline?: string;
  /** A release's date or name as printed. */
  release?: string;
  /** The encryption strength that files are made for: '128-bit', '56-bit', '40-bit', 'North American', 'export'. */
  encryption?: string;
  /** The section of an article on several fixes that is meant, and not the whole of it. */
  part?: string;
}

export interface PlainRelation {
  type: Exclude<RelationType, 'ships'>;
  target: Target;
  evidence: Evidence[];
  scope?: Scope;
  /** Alternatives of one requirement share a number, unique within the article. */
  group?: number;
  /** The text says 'or later', 'or a later', 'at least'. */
  orLater?: true;
}

/** One row of a file table. */
export interface ShipsRelation {
  type: 'ships';
  target: { file: string };
  /** As printed, or null. */
  version: string | null;
  /** As printed ('x86', 'Intel', 'IA-64'), or null. */
  platform: string | null;
  /** `YYYY-MM-DD`, or null. */
  date: string | null;
  /** Bytes, or null. */
  size: number | null;
  evidence: Evidence[];
  scope?: Scope;
}

export type Relation = PlainRelation | ShipsRelation;
