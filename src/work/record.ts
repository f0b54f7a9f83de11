import type { ExtractedArticle } from '../model/extracted.ts';

/** One article as a line of `kbgraph parse`: JSON and a line feed. */
export function record(article: ExtractedArticle): string {
  const { id, dialect, title, modified, source, relations, category, keywords } = article;
  return `${JSON.stringify({ id, dialect, title, modified, source, relations, category, keywords })}\n`;
}
