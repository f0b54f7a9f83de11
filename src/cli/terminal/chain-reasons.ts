import type { ChainLink } from '../../query/chain-link.ts';
import type { ChainMember } from '../../query/chain-side.ts';
import type { Output } from '../context.ts';
import { feedSays } from './feed-words.ts';
import { count } from './figures.ts';
import { articleNumber } from './node-name.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

const INDENT = 9;
/** A replacement of thousands has as many reasons. */
const MOST_REASONS = 3;

/** Why: the sentences that state it, or the facts that the inference rests on. An empty name is not told. */
export function reasonsOf(members: readonly ChainMember[], names: ReadonlyMap<string, string>): string[] {
  const own = new Set(members.map(({ id }) => id));
  const links = members.flatMap(({ via }) => via).filter((link) => !(own.has(link.newer) && own.has(link.older)));
  const byFeed = links.filter(({ basis }) => basis === 'feed');
  const said = links.filter(({ basis }) => basis !== 'feed').map((link) => reason(link, own, names));
  return [...new Set([...said, ...feedReasons(byFeed, own, names)])].filter((text) => text !== '');
}

/** Feeds say one thing of many platforms: once for each feed and what it replaces. */
function feedReasons(
  links: readonly ChainLink[],
  own: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): string[] {
  const groups = new Map<string, { links: ChainLink[]; whom: string }>();
  for (const link of links) {
    const whom = whomOf(link, own, names);
    const group = groups.get(`${link.rule} ${whom}`) ?? { links: [], whom };
    groups.set(`${link.rule} ${whom}`, group);
    group.links.push(link);
  }
  return [...groups.values()].map(({ links: all, whom }) => {
    const leaves = all.every(({ fit }) => fit === 'outside') ? ' [leaves the scope]' : '';
    const says = feedSays(
      all.flatMap(({ evidence }) => evidence),
      all.map(({ scope }) => scope),
    );
    return `${whom === '' ? '' : `${whom}: `}${says}${leaves}`;
  });
}

function whomOf(link: ChainLink, own: ReadonlySet<string>, names: ReadonlyMap<string, string>): string {
  const isNewer = own.has(link.newer);
  const other = isNewer ? link.older : link.newer;
  const verb = link.kind === 'publishes' ? 'one package with' : isNewer ? 'replaces' : 'replaced by';
  const name = names.get(other) ?? articleNumber(other);
  return name === '' ? '' : `${verb} ${printable(name)}`;
}

/** Why one package replaces another, in a line: whom, the sentence or the facts, for what it holds and how it is known. */
export function reason(link: ChainLink, own: ReadonlySet<string>, names: ReadonlyMap<string, string>): string {
  const whom = whomOf(link, own, names);
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

/** Reasons as indented lines, of many the first few. */
export function reasonLines(reasons: readonly string[], { colors: { dim }, width }: Output): string[] {
  const more = reasons.length - MOST_REASONS;
  const shown = more > 0 ? [...reasons.slice(0, MOST_REASONS), `and ${count(more)} more reasons`] : reasons;
  return shown.flatMap((text) =>
    wrapIndented(text, width, INDENT)
      .split('\n')
      .map((line, at) => dim(at === 0 ? ' '.repeat(INDENT) + line : line)),
  );
}
