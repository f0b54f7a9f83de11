import type { Article } from '../../model/article.ts';

/** The readable text from the first block to the last: without header, footer and legal block. */
export function bodyOf({ view, blocks }: Article): string {
  const first = blocks[0];
  const last = blocks.at(-1);
  return first && last ? view.slice(first.from, last.to) : '';
}
