import type { Article } from '../model/article.ts';
import type { ExtractedArticle } from '../model/extracted.ts';
import type { Relation } from '../model/relation.ts';
import { extractInstallation } from './extract-installation.ts';
import { extractMentions } from './mentions.ts';
import { extractPublications } from './publishes.ts';

/** What an article says besides its relations: the fixes that it delivers, what it only mentions, how to install it. */
export function extractNames(
  article: Article,
  relations: readonly Relation[],
): Pick<ExtractedArticle, 'publishes' | 'mentions' | 'installation'> {
  const publishes = extractPublications(article);
  const mentions = extractMentions(article, relations, publishes);
  const installation = extractInstallation(article);
  return {
    ...(installation.length > 0 ? { installation } : {}),
    ...(publishes.length > 0 ? { publishes } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
  };
}
