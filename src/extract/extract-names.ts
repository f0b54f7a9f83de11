import type { Article } from '../model/article.ts';
import type { ExtractedArticle } from '../model/extracted.ts';
import type { Relation } from '../model/relation.ts';
import { extractContainment } from './extract-containment.ts';
import { extractInstallation } from './extract-installation.ts';
import { extractMentions } from './mentions.ts';
import { extractPublications } from './publishes.ts';

/** What an article says besides its relations: the fixes that it delivers, what it only mentions, how to install it. */
export function extractNames(
  article: Article,
  relations: readonly Relation[],
): Pick<ExtractedArticle, 'publishes' | 'mentions' | 'installation' | 'containment'> {
  const publishes = extractPublications(article);
  const mentions = extractMentions(article, relations, publishes);
  const installation = extractInstallation(article);
  const containment = extractContainment(article);
  return {
    ...(containment.length > 0 ? { containment } : {}),
    ...(installation.length > 0 ? { installation } : {}),
    ...(publishes.length > 0 ? { publishes } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
  };
}
