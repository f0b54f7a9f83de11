import type { Article } from '../../model/article.ts';
import type { BodyLine } from './lines.ts';

/** The lines that a text without line breaks had, as far as its tables' heads and rows tell. */
export function flatLines(_article: Article, _from: number, _to: number): BodyLine[] {
  return [];
}
