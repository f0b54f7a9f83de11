import type { ChainAnswer, ProductChain } from '../../query/chain.ts';
import type { ChainMember, ChainSide, CurrentReplacement } from '../../query/chain-side.ts';
import type { Output } from '../context.ts';
import { besideLines } from './chain-beside.ts';
import { alsoCalled, steps } from './chain-steps.ts';
import { count, counted } from './figures.ts';
import { articleNumber, nodeName } from './node-name.ts';
import { dataLine } from './node-page.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** What something replaces and what replaces it, for people: for each product what is current, then every step. */
export function formatChain(answer: ChainAnswer, output: Output): string {
  const { dim, yellow } = output.colors;
  const lines = [wrapIndented(nodeName(answer, output.colors), output.width, 8)];
  if (answer.isAboutProduct === false) {
    const remark = `It does not name ${printable(answer.product ?? '')} among its products.`;
    lines.push(yellow(wrapIndented(remark, output.width, 0)));
  }
  for (const one of answer.chains) lines.push('', ...formatProduct(one, answer, output));
  const basis = answer.stated ? 'Without what is inferred. ' : '';
  return `${[...lines, '', dim(basis + dataLine(answer.dataDate))].join('\n')}\n`;
}

function formatProduct({ scopes, newer, older, beside }: ProductChain, answer: ChainAnswer, output: Output): string[] {
  const { bold, cyan } = output.colors;
  const lines = scopes.map((scope) => cyan(bold(wrapIndented(printable(scope), output.width, 2))));
  const names = otherNames(newer ?? older, answer);
  if (names !== '') lines.push(wrapIndented(names, output.width, 2));
  if (newer !== null) lines.push(...summary(newer, answer, output), ...steps('Replaced by', newer, answer, output));
  const nothing = `${bold('Replaces')} nothing, as far as ${answer.stated ? 'is stated' : 'the graph knows'}.`;
  if (older !== null)
    lines.push(
      ...(older.total > 0 || older.members.some(isNotItself) ? steps('Replaces', older, answer, output) : [nothing]),
    );
  return [...lines, ...besideLines(beside, answer, output)];
}

const isNotItself = ({ steps }: ChainMember): boolean => steps > 0;

/** The fixes that it is published as, and the articles that share them. */
function otherNames(side: ChainSide | null, { kind }: ChainAnswer): string {
  const own = side?.members.filter(({ steps, package: at }) => steps === 0 && !(at === 0 && side.isInLoop)) ?? [];
  if (own.length === 0) return '';
  const names = own.map((member) => printable(member.kind === 'article' ? articleNumber(member.id) : member.label));
  return `${kind === 'article' ? 'Published as' : 'Described in'} ${names.join(', ')}.`;
}

/** What to install today, in a line. */
function summary(side: ChainSide, answer: ChainAnswer, output: Output): string[] {
  const { colors, width } = output;
  const loops = side.loops.map((loop) => {
    const names = loop.map(({ id }) => printable(articleNumber(id))).join(', ');
    return colors.yellow(wrapIndented(`A loop: ${names} replace each other; none of them is the newest.`, width, 2));
  });
  const one = (current: CurrentReplacement) =>
    [
      `${nodeName(current, colors)}${alsoCalled(current.also)},`,
      `${counted(current.steps, 'step')} on`,
      current.leavesScope && colors.yellow('[leaves the scope]'),
    ].filter(Boolean);
  const assumed =
    side.assumed.length === 0
      ? []
      : [
          wrapIndented(
            `${colors.yellow('May also be replaced by')} ${listed(side.assumed.map((each) => `${printable(each.kind === 'article' ? articleNumber(each.id) : each.label)}${alsoCalled(each.also)}`))}${colors.dim(': assumed from newer files, for no article states which service packs they are for')}`,
            width,
            2,
          ),
        ];
  const [only, ...more] = side.current;
  if (only === undefined) {
    const nothing = answer.stated
      ? 'Nothing is stated to replace it.'
      : 'Nothing replaces it, as far as the graph knows.';
    return [...loops, ...(side.isInLoop ? [] : [colors.green(nothing)]), ...assumed];
  }
  if (more.length === 0) {
    return [
      ...loops,
      wrapIndented(`${colors.green('Current replacement:')} ${one(only).join(' ')}`, width, 2),
      ...assumed,
    ];
  }
  return [
    ...loops,
    colors.green(`${count(side.current.length)} current replacements:`),
    ...side.current.map((current) => `  ${wrapIndented(one(current).join(' '), width, 4)}`),
    ...assumed,
  ];
}

/** 'A, B and C'; of many the first few. */
function listed(names: readonly string[]): string {
  const shown =
    names.length > MOST_ASSUMED
      ? [...names.slice(0, MOST_ASSUMED), `${count(names.length - MOST_ASSUMED)} more`]
      : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const MOST_ASSUMED = 4;
