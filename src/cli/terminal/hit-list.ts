import type { SearchAnswer, SearchHit } from '../../query/search.ts';
import type { Output } from '../context.ts';
import { counted } from './figures.ts';
import { articleNumber, nodeName } from './node-name.ts';
import { dataLine } from './node-page.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** What a search found, for people. */
export function formatHits(answer: SearchAnswer, output: Output): string {
  const { dim, yellow } = output.colors;
  const query = printable(answer.query);
  const corrected =
    answer.corrected === null ? [] : [yellow(`Nothing has '${query}'; this is for '${printable(answer.corrected)}'.`)];
  const found =
    answer.hits.length === 0
      ? [`Nothing was found for '${query}'.`]
      : answer.hits.flatMap((hit) => formatHit(hit, output));
  const closing = [answer.hits.length > 0 && counted(answer.hits.length, 'hit'), dataLine(answer.dataDate)];
  return `${[...corrected, ...found, '', dim(closing.filter(Boolean).join('. '))].join('\n')}\n`;
}

function formatHit(hit: SearchHit, { colors, width }: Output): string[] {
  const what = hit.kind === 'article' ? hit.date : articleNumber(hit.id);
  const head = `${wrapIndented(nodeName(hit, colors), width, 2)}${what ? `  ${colors.dim(printable(what))}` : ''}`;
  if (hit.snippet === null) return [head];
  const snippet = wrapIndented(printable(hit.snippet), width, 4).split('\n');
  return [head, ...snippet.map((line, at) => colors.dim(at === 0 ? `    ${line}` : line))];
}
