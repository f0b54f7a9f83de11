import type { Span } from './article.ts';
import type { Relation } from './relation.ts';

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
}
