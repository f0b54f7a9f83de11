import type { ChainAnswer, ProductChain } from '../../query/chain.ts';
import type { ChainLink } from '../../query/chain-link.ts';
import type { ChainMember, ChainSide, CurrentReplacement } from '../../query/chain-side.ts';
import type { Output } from '../context.ts';
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

const BESIDE = {
  partNewer: 'A part of it is replaced by',
  partOlder: 'Replaces a part of',
  newer: 'Newer builds of some of its files are in',
  older: 'Has newer builds of some files of',
  same: 'Ships the same builds as',
};

/** What shares files with it: shown, for it is no replacement. */
function besideLines(beside: ProductChain['beside'], answer: ChainAnswer, output: Output): string[] {
  const { bold, dim } = output.colors;
  const directionOf = ([first]: readonly ChainLink[]): keyof typeof BESIDE =>
    first?.kind === 'same-build'
      ? 'same'
      : first?.kind === 'supersedes'
        ? first.older === answer.id
          ? 'partNewer'
          : 'partOlder'
        : first?.older === answer.id
          ? 'newer'
          : 'older';
  return (['partNewer', 'partOlder', 'newer', 'same', 'older'] as const).flatMap((direction) => {
    const members = beside.filter(({ links }) => directionOf(links) === direction);
    if (members.length === 0) return [];
    const lines = [`${bold(BESIDE[direction])} ${dim(`(${count(members.length)}, no replacement)`)}`];
    for (const member of members.slice(0, MOST_BESIDE)) {
      lines.push(`     ${wrapIndented(nodeName(member, output.colors), output.width, 7)}`);
      const reasons = member.links.map((link) => reason(link, new Set([member.id]), new Map([[answer.id, '']])));
      lines.push(...reasonLines([...new Set(reasons)], output));
    }
    const more = members.length - MOST_BESIDE;
    if (more > 0) lines.push(dim(`     … and ${count(more)} more; --json all`));
    return lines;
  });
}

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

function alsoCalled(names: readonly { id: string; kind: string; label: string }[]): string {
  if (names.length === 0) return '';
  return ` (${names.map(({ id, kind, label }) => printable(kind === 'article' ? articleNumber(id) : label)).join(', ')})`;
}

/** Every step in one direction, the nearest first: one package a line, and below it why. */
function steps(title: string, side: ChainSide, answer: ChainAnswer, output: Output): string[] {
  const { bold, dim } = output.colors;
  const assumed = new Set(side.members.flatMap((each) => (each.grounds === 'assumed' ? each.package : []))).size;
  if (side.total + assumed === 0) return [];
  const isAll = side.total === side.direct;
  const sure = isAll ? count(side.total) : `${count(side.direct)} directly, ${count(side.total)} in all`;
  const figures = [side.total > 0 && sure, assumed > 0 && `${count(assumed)} assumed`].filter(Boolean).join(', ');
  const packages = new Map<number, ChainMember[]>();
  for (const member of side.members) {
    if (member.steps > 0) packages.set(member.package, [...(packages.get(member.package) ?? []), member]);
  }
  const own = [answer, ...side.members.filter((member) => member.steps === 0)];
  const names = new Map(
    [answer, ...side.members].map(({ id, kind, label }) => [id, kind === 'article' ? articleNumber(id) : label]),
  );
  const blocks = [...packages.values()].map((members, at, all) => {
    // What stands on the line above, or at the top, needs no name.
    const near = [...(all[at - 1] ?? []), ...(members[0]?.steps === 1 ? own : [])];
    const told = new Map([...names, ...near.map(({ id }): [string, string] => [id, ''])]);
    return { line: packageLine(members, side, title === 'Replaced by', output), reasons: reasonsOf(members, told) };
  });
  const lines = [`${bold(title)} ${dim(`(${figures})`)}`];
  for (const [at, { line, reasons }] of blocks.entries()) {
    lines.push(line);
    // One sentence often names several: it is quoted once, after the last of them.
    if (reasons.join('\n') !== blocks[at + 1]?.reasons.join('\n')) lines.push(...reasonLines(reasons, output));
  }
  if (side.omitted > 0)
    lines.push(dim(`  … and ${count(side.omitted)} more; --limit N lists more of them, --json all`));
  return lines;
}

function packageLine(
  members: readonly ChainMember[],
  side: ChainSide,
  isNewer: boolean,
  { colors, width }: Output,
): string {
  const [head, ...also] = [...members].sort((a, b) => Number(a.kind === 'fix') - Number(b.kind === 'fix'));
  if (head === undefined) return '';
  const marks = [
    head.grounds === 'assumed' && 'assumed',
    head.isWithdrawn && 'withdrawn',
    head.leavesScope && 'leaves the scope',
    head.steps > 0 && isNewer && side.forks.includes(head.id) && 'replaced by several',
    side.loops.some((loop) => loop.some(({ id }) => id === head.id)) && 'a loop',
  ].filter(Boolean);
  const remark = marks.length > 0 ? ` ${colors.yellow(`[${marks.join('; ')}]`)}` : '';
  const current = head.isCurrent ? colors.green(' ← current') : '';
  const line = `${nodeName(head, colors)}${alsoCalled(also)}${remark}${current}`;
  return `${String(head.steps).padStart(3)}  ${wrapIndented(line, width, 7)}`;
}

/** Why: the sentences that state it, or the facts that the inference rests on. An empty name is not told. */
function reasonsOf(members: readonly ChainMember[], names: ReadonlyMap<string, string>): string[] {
  const own = new Set(members.map(({ id }) => id));
  const links = members.flatMap(({ via }) => via).filter((link) => !(own.has(link.newer) && own.has(link.older)));
  return [...new Set(links.map((link) => reason(link, own, names)))].filter((text) => text !== '');
}

function reason(link: ChainLink, own: ReadonlySet<string>, names: ReadonlyMap<string, string>): string {
  const isNewer = own.has(link.newer);
  const other = isNewer ? link.older : link.newer;
  const verb = link.kind === 'publishes' ? 'one package with' : isNewer ? 'replaces' : 'replaced by';
  const name = names.get(other) ?? articleNumber(other);
  const whom = name === '' ? '' : `${verb} ${printable(name)}`;
  const [said] = link.evidence;
  const quote = said === undefined ? '' : `“${printable(said.quote)}” (${printable(said.article)})`;
  const why = link.because === null ? quote : printable(link.because);
  // The product itself stands above.
  const { product, ...rest } = link.scope ?? {};
  const holds = Object.values(link.fit === 'exact' ? rest : { product, ...rest })
    .filter(Boolean)
    .join(', ');
  const marks = [
    holds !== '' && `for ${printable(holds)}`,
    link.basis !== 'stated' && `${link.basis}: ${printable(link.rule)}`,
    link.through.length > 0 && `needs ${printable(link.through.join(', '))} first`,
    link.fit === 'outside' && 'leaves the scope',
  ].filter(Boolean);
  const words = [whom, why].filter(Boolean).join(': ');
  return [words, marks.length > 0 && `[${marks.join('; ')}]`].filter(Boolean).join(' ');
}

/** What shares files is no answer to the question: a few are enough. */
const MOST_BESIDE = 5;
const INDENT = 9;
/** A replacement of thousands has as many reasons. */
const MOST_REASONS = 3;

function reasonLines(reasons: readonly string[], { colors: { dim }, width }: Output): string[] {
  const more = reasons.length - MOST_REASONS;
  const shown = more > 0 ? [...reasons.slice(0, MOST_REASONS), `and ${count(more)} more reasons`] : reasons;
  return shown.flatMap((text) =>
    wrapIndented(text, width, INDENT)
      .split('\n')
      .map((line, at) => dim(at === 0 ? ' '.repeat(INDENT) + line : line)),
  );
}
