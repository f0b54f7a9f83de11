import type { ChainAnswer } from '../../query/chain.ts';
import type { ChainMember, ChainSide } from '../../query/chain-side.ts';
import type { Output } from '../context.ts';
import { reasonLines, reasonsOf } from './chain-reasons.ts';
import { count } from './figures.ts';
import { articleNumber, nodeName } from './node-name.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** Every step in one direction, the nearest first: one package a line, and below it why. */
export function steps(title: string, side: ChainSide, answer: ChainAnswer, output: Output): string[] {
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

/** ' (A, B)': the other names of a package. */
export function alsoCalled(names: readonly { id: string; kind: string; label: string }[]): string {
  if (names.length === 0) return '';
  return ` (${names.map(({ id, kind, label }) => printable(kind === 'article' ? articleNumber(id) : label)).join(', ')})`;
}
