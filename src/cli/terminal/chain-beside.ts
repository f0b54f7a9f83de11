import type { ChainAnswer, ProductChain } from '../../query/chain.ts';
import type { ChainLink } from '../../query/chain-link.ts';
import type { Output } from '../context.ts';
import { reason, reasonLines } from './chain-reasons.ts';
import { count } from './figures.ts';
import { nodeName } from './node-name.ts';
import { wrapIndented } from './wrap.ts';

/** What shares files is no answer to the question: a few are enough. */
const MOST_BESIDE = 5;

const BESIDE = {
  partNewer: 'A part of it is replaced by',
  partOlder: 'Replaces a part of',
  newer: 'Newer builds of some of its files are in',
  older: 'Has newer builds of some files of',
  same: 'Ships the same builds as',
};

/** What shares files with it: shown, for it is no replacement. */
export function besideLines(beside: ProductChain['beside'], answer: ChainAnswer, output: Output): string[] {
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
