import type { Article, Span } from '../../src/model/article.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/** What a parse gave, as text that a person can check against the page: one line a field or block. */
export function printedOutcome(articles: readonly Article[], diagnostics: readonly Diagnostic[]): string {
  return [...articles.flatMap(articleLines), ...diagnostics.map(({ rule }) => `diagnostic: ${rule}`), ''].join('\n');
}

function articleLines(article: Article): string[] {
  const textOf = ({ from, to }: Span): string => article.view.slice(from, to).replace(/\s+/g, ' ');
  const lines = [
    `id: ${article.id}`,
    `title: ${article.title}`,
    `modified: ${article.modified}`,
    `whole file: ${article.span.from === 0 && article.span.to === article.text.length}`,
    ...article.appliesTo.map((span) => `applies to: ${textOf(span)}`),
    ...(article.product ? [`product: ${textOf(article.product)}`] : []),
    ...(article.productVersion ? [`version: ${textOf(article.productVersion)}`] : []),
    `keywords: ${article.keywords.join(' ')}`,
  ];
  for (const block of article.blocks) {
    if (block.kind === 'heading') lines.push(`${'#'.repeat(block.level)} ${textOf(block)}`);
    else if (block.kind === 'item') lines.push(`${'  '.repeat(block.level - 1)}- ${textOf(block)}`);
    else if (block.kind === 'table') lines.push(...block.rows.map((row) => `| ${row.cells.map(textOf).join(' | ')}`));
    else lines.push(`${block.kind}: ${textOf(block)}`);
  }
  return [...lines, ''];
}
