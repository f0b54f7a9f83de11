import type { Article } from '../model/article.ts';
import type { Relation } from '../model/relation.ts';
import type { Reading } from './reading/reading.ts';

/** One relation's extractor: a plain object in a file of its own, and one line in the registry. */
export interface Extractor {
  name: string;
  /** The relations that the article states; offsets count in `article.text`. Never throws for what a text says. */
  extract(article: Article, reading: Reading): Relation[];
}
