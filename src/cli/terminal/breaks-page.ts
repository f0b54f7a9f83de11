import type { Breakage, BreaksAnswer } from '../../query/breaks.ts';
import type { Repair } from '../../query/repairs.ts';
import type { Output } from '../context.ts';
import { count, counted } from './figures.ts';
import { articleNumber, nodeName } from './node-name.ts';
import { dataLine } from './node-page.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** What something breaks and what it repairs, for people. */
export function formatBreaks(answer: BreaksAnswer, output: Output): string {
  const { bold, dim, green } = output.colors;
  const lines = [wrapIndented(nodeName(answer, output.colors), output.width, 8), ''];
  const { causes, repairs, causedBy } = answer;
  if (causes.length === 0) lines.push(green('Nothing is known to go wrong after installing it.'), '');
  const sections = [
    ['Known to go wrong after installing it', causes, 'problem'],
    ['Its own problem comes from', causedBy, 'culprit'],
    ['It repairs', repairs, 'problem'],
  ] as const;
  for (const [title, list, told] of sections) {
    if (list.length === 0) continue;
    const unrepaired = list.filter((one) => one.repairs.length === 0).length;
    const figures =
      unrepaired > 0 && list !== repairs
        ? `${count(list.length)}, ${count(unrepaired)} without a known repair`
        : count(list.length);
    lines.push(`${bold(title)} ${dim(`(${figures})`)}`);
    for (const one of list) lines.push(...formatBreakage(one, told, list === repairs, answer, output));
    lines.push('');
  }
  const closing = [answer.stated && 'Without what is inferred.', dataLine(answer.dataDate)].filter(Boolean).join(' ');
  return `${[...lines, dim(closing)].join('\n')}\n`;
}

const INDENT = 6;

function formatBreakage(
  { problem, culprit, isInherited, releases, scope, evidence, repairs }: Breakage,
  told: 'problem' | 'culprit',
  isRepaired: boolean,
  { id }: BreaksAnswer,
  output: Output,
): string[] {
  const { colors, width } = output;
  const { release: _, ...rest } = scope ?? {};
  const holds = Object.values(rest).join(', ');
  const remarks = [
    isInherited && `since ${printable(culprit.label)}`,
    isRepaired && culprit.id !== id && `broken by ${nameInText(culprit)}`,
    releases.length > 0 && `its release of ${printable(releases.join(' or '))}`,
    holds !== '' && `for ${printable(holds)}`,
  ].filter(Boolean);
  const remark = remarks.length > 0 ? `  ${colors.yellow(`[${remarks.join('; ')}]`)}` : '';
  const shown = told === 'problem' ? problem : culprit;
  const lines = [`  ${wrapIndented(`${nodeName(shown, colors)}${remark}`, width, 4)}`];
  const [said] = evidence;
  const quotes = said === undefined ? [] : wrapIndented(`“${printable(said.quote)}”`, width, INDENT).split('\n');
  lines.push(...quotes.map((line, at) => colors.dim(at === 0 ? ' '.repeat(INDENT) + line : line)));
  if (isRepaired) return lines;
  if (repairs.length === 0) return [...lines, `${' '.repeat(INDENT)}${colors.yellow('No repair is known.')}`];
  return [...lines, ...repairs.map((repair) => repairLine(repair, output))];
}

function repairLine({ by, means, files, because }: Repair, { colors, width }: Output): string {
  const name = means === 'own-fix' ? `the fix in ${nameInText(by)}` : nameInText(by);
  const why = means === 'own-fix' ? counted(files ?? 0, 'file') : printable(because);
  const text = means === 'service-pack' && because.endsWith(by.label) ? name : `${name}  ${colors.dim(`(${why})`)}`;
  return ' '.repeat(INDENT) + wrapIndented(`${colors.green('Repair:')} ${text}`, width, INDENT + 2);
}

function nameInText({ id, kind, label }: { id: string; kind: string; label: string }): string {
  return printable(kind === 'article' ? articleNumber(id) : label);
}
