import type { Article } from '../model/article.ts';
import type { Relation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import { createReading } from './reading/reading.ts';
import * as registry from './registry.ts';

const extractors: readonly Extractor[] = Object.values(registry);

/** The relations that an article's own words state, each with evidence in its untouched text. */
export function extractRelations(article: Article): Relation[] {
  const reading = createReading(article);
  return extractors.flatMap((extractor) => extractor.extract(article, reading));
}
