import { EDGE_WORDS } from '../../model/edge-words.ts';
import type { OtherPath, PathAnswer, PathLink, PathStep } from '../../query/path.ts';
import type { Output } from '../context.ts';
import { counted } from './figures.ts';
import { articleNumber, nodeName } from './node-name.ts';
import { dataLine } from './node-page.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** The paths between two things, for people: one node after another, and between them what joins them. */
export function formatPaths(answer: PathAnswer, output: Output): string {
  const { bold, dim, yellow } = output.colors;
  const lines = answer.paths.flatMap((steps, at) => [
    ...(at > 0 ? [''] : []),
    bold(counted(steps.length - 1, 'step')),
    ...pathLines(steps, output),
  ]);
  if (answer.paths.length === 0) {
    lines.push(...wrapIndented(nothing(answer), output.width, 0).split('\n').map(yellow));
    if (answer.instead !== null) lines.push('', ...pathLines(answer.instead.path, output));
  }
  if (!answer.isComplete) lines.push('', yellow('The search was given up after many edges: there may be other paths.'));
  return `${[...lines, '', dim(dataLine(answer.dataDate))].join('\n')}\n`;
}

/** Says plainly that there is no such path, and what there is instead. */
function nothing({ from, to, longest, kinds, direction, hubs, stated, instead }: PathAnswer): string {
  const ends = `${printable(articleNumber(from.id))} to ${printable(articleNumber(to.id))}`;
  const conditions = [
    instead !== null && instead.kinds.length > 0 && `by ${kinds.join(', ')}`,
    direction !== 'any' && (direction === 'out' ? 'along the edges' : 'against the edges'),
    stated && 'by what is stated',
    !hubs && 'without hubs',
  ].filter(Boolean);
  const none = `No path of at most ${counted(longest, 'step')} leads from ${ends}${conditions.length > 0 ? ` ${conditions.join(', ')}` : ''}.`;
  return instead === null ? none : `${none} There is one only ${only(instead)}:`;
}

function only({ kinds, isAgainstDirection, hubs }: OtherPath): string {
  const ways = [
    kinds.length > 0 && `by other kinds (${kinds.join(', ')})`,
    isAgainstDirection && 'against the direction',
    hubs.length > 0 &&
      `through ${hubs.length === 1 ? 'a hub' : 'hubs'} (${hubs.map(({ label }) => printable(label)).join(', ')})`,
  ].filter(Boolean);
  return ways.length > 0 ? ways.join(', ') : 'so';
}

function pathLines(steps: readonly PathStep[], output: Output): string[] {
  return steps.flatMap((step) => [
    ...linkLines(step.links, output),
    `  ${wrapIndented(nodeName(step, output.colors), output.width, 4)}`,
  ]);
}

function linkLines(links: readonly PathLink[], { colors, width }: Output): string[] {
  const [first] = links;
  if (first === undefined) return [];
  const words = links.map(({ kind, direction, count }) => {
    const said = EDGE_WORDS[kind][direction];
    return count > 1 ? `${said} (${count})` : said;
  });
  const marks = [
    first.scope !== null && `for ${printable(Object.values(first.scope).join(', '))}`,
    first.basis !== 'stated' && `${first.basis}: ${printable(first.rule)}`,
  ].filter(Boolean);
  const [said] = first.evidence;
  const quote = said === undefined ? '' : printable(said.quote);
  // A bare number repeats what stands below.
  const isBare = /^(?:Q|KB)? ?\d{1,8}$/.test(quote);
  const why = first.because !== null ? printable(first.because) : quote === '' || isBare ? '' : `“${quote}”`;
  const where = said === undefined || why === '' ? '' : ` (${printable(said.article)})`;
  const head = [
    colors.cyan(`↓ ${words.join(', ').toLowerCase()}`),
    marks.length > 0 && colors.yellow(`[${marks.join('; ')}]`),
  ];
  const lines = [`    ${wrapIndented(head.filter(Boolean).join(' '), width, 6)}`];
  if (why !== '') {
    const text = wrapIndented(why + where, width, 6).split('\n');
    lines.push(...text.map((line, at) => colors.dim(at === 0 ? `      ${line}` : line)));
  }
  return lines;
}
