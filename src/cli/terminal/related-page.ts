import type { RelatedAnswer, RelatedArticle } from '../../query/related.ts';
import type { Output } from '../context.ts';
import { nodeName } from './node-name.ts';
import { dataLine } from './node-page.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** Articles that have to do with one, for people: each with its reasons. */
export function formatRelated(answer: RelatedAnswer, output: Output): string {
  const { bold, dim } = output.colors;
  const head = wrapIndented(nodeName(answer, output.colors), output.width, 8);
  const what = answer.unlinked ? 'Related, and not joined with it yet' : 'Related';
  const lines =
    answer.related.length === 0
      ? ['Nothing in this graph has to do with it.']
      : [bold(what), ...answer.related.flatMap((article) => formatArticle(article, output))];
  return `${[head, '', ...lines, '', dim(dataLine(answer.dataDate))].join('\n')}\n`;
}

const INDENT = 6;
/** The weakest reasons are for programs. */
const MOST_REASONS = 3;

function formatArticle(article: RelatedArticle, { colors, width }: Output): string[] {
  const head = wrapIndented(nodeName(article, colors), width, INDENT);
  const reasons = article.reasons.slice(0, MOST_REASONS).map(({ words }) => printable(words));
  const why = wrapIndented(reasons.join('; '), width, INDENT).split('\n');
  return [
    `${String(article.rank).padStart(3)}  ${head}`,
    ...why.map((line, at) => colors.dim(at === 0 ? ' '.repeat(INDENT) + line : line)),
  ];
}
