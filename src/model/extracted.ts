import type { Span } from './article.ts';
import type { InstallationNote } from './installation.ts';
import type { Evidence, Relation, Scope } from './relation.ts';

/** What parse and extract leave of one article: plain data that crosses threads, without the blocks. */
export interface ExtractedArticle {
  id: string;
  dialect: string;
  title: string;
  modified: string | null;
  category: string | null;
  /** The file that it came from. */
  source: string;
  /** Where the article stands in the file's decoded text; relations' offsets count from that text's start. */
  span: Span;
  /** `text.slice(span.from, span.to)` of the file's decoded text. */
  text: string;
  keywords: string[];
  relations: Relation[];
  /** Named fixes and bulletins that this article delivers; absent where there are none. */
  publishes?: Publication[];
  /** Files, fixes and vulnerabilities that it only names; absent where there are none. */
  mentions?: Mention[];
  /** What it says of installing its fix: a restart, what to do afterwards, what it leaves out; absent where nothing. */
  installation?: InstallationNote[];
  /** What it says of what later packages contain; absent where nothing. */
  containment?: ContainmentNote[];
}

/**
 * `later-contains-earlier`: later versions of the article's files contain the fixes of earlier ones.
 * `lacks`: a service pack does not contain the fixes of an earlier one.
 * `keeps`: the article's fix does not replace that of another.
 */
export type ContainmentNote = { evidence: Evidence[] } & (
  | { says: 'later-contains-earlier' }
  | { says: 'lacks'; servicePack: string; lacked: string }
  | { says: 'keeps'; article: string }
);

/** A fix that an article delivers, as printed ('teardrop2-fix', 'MS02-017'), and where it says so. */
export interface Publication {
  fix: string;
  evidence: Evidence[];
  /** The product whose heading it stands under, where the article has several. */
  scope?: Scope;
}

/** Something that an article names without shipping or requiring it. */
export interface Mention {
  target: { file: string } | { fix: string } | { cve: string };
  evidence: Evidence[];
}
