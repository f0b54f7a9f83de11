import type { Article } from '../model/article.ts';
import type { ExtractedArticle } from '../model/extracted.ts';
import type { Relation } from '../model/relation.ts';
import { extractMentions } from './mentions.ts';
import { extractPublications } from './publishes.ts';

/** What an article names besides its relations: the fixes that it delivers, and what it only mentions. */
export function extractNames(
  article: Article,
  relations: readonly Relation[],
): Pick<ExtractedArticle, 'publishes' | 'mentions'> {
  const publishes = extractPublications(article);
  const mentions = extractMentions(article, relations, publishes);
  return {
    ...(publishes.length > 0 ? { publishes } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
  };
}
