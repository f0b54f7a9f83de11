import type { NodeName } from '../../src/query/answer-parts.ts';
import type { ChainLink } from '../../src/query/chain-link.ts';
import type { ChainSide } from '../../src/query/chain-side.ts';
import { NODE_WORDS } from '../look/kinds.ts';
import { isNamed, keyOf } from '../look/node-name.ts';
import type { ChainBasis, ChainBox, ChainLane } from './chain-lanes.ts';

/** 'KB179129' for an article, the name for others. */
export function shortName(node: Pick<NodeName, 'id' | 'kind' | 'label'>): string {
  const key = keyOf(node.id);
  if (node.kind !== 'article') return isNamed(node) ? node.label : key;
  return /^\d+$/.test(key) ? `KB${key}` : key;
}

/** So many letters of a name stand in the first line of a box. */
const HEAD_LETTERS = 24;

/** The first line of a box and what stands below: a long name of a service pack goes below its level. */
export function boxNames(node: Pick<NodeName, 'id' | 'kind' | 'label'>): { head: string; title: string } {
  const name = shortName(node);
  if (node.kind === 'article') return { head: name, title: isNamed(node) ? node.label : '' };
  const what = node.kind === 'service-pack' ? 'Service pack' : NODE_WORDS[node.kind].one;
  if (name.length <= HEAD_LETTERS) return { head: name, title: what };
  return { head: /\b(?:SP|RU|R)\d\S*$/.exec(name)?.[0] ?? what, title: name };
}

/** 'KB179129 (teardrop2-fix)'. */
export function packageName({ head, also }: Pick<ChainBox, 'head' | 'also'>): string {
  return also.length === 0 ? shortName(head) : `${shortName(head)} (${also.map(shortName).join(', ')})`;
}

export const BASIS_WORDS: Record<ChainBasis, string> = {
  stated: 'stated',
  feed: 'from a feed',
  inferred: 'inferred',
  assumed: 'assumed',
};

/** What an inferred step rests on, or where a stated one is said. */
export function reasonWords({ basis, because, rule }: Pick<ChainLink, 'basis' | 'because' | 'rule'>): string {
  if (basis === 'inferred') return because ?? `by the rule ${rule}`;
  return basis === 'feed' ? `by the feed ${rule}` : 'an article states it';
}

/** The answer to 'what is current?' of a lane, before any drawing. */
export interface CurrentWords {
  words: string;
  nodes: { node: NodeName; words: string }[];
  /** What may replace it if something held that no article states; it is never chosen. */
  assumed: NodeName[];
}

export function currentWords({ chain }: ChainLane): CurrentWords | null {
  const { newer } = chain;
  if (newer === null) return null;
  const { current, assumed } = newer;
  return {
    words: leadWords(newer),
    nodes: current.map(({ id, kind, label, status, steps, grounds, leavesScope }) => ({
      node: { id, kind, label, status },
      words: [
        `${steps} ${steps === 1 ? 'step' : 'steps'}`,
        grounds !== 'stated' && grounds,
        leavesScope && 'outside the product',
        status === 'cited' && 'not in the archive',
      ]
        .filter(Boolean)
        .join(', '),
    })),
    assumed: assumed.map(({ id, kind, label, status }) => ({ id, kind, label, status })),
  };
}

function leadWords({ current, isInLoop, loops }: ChainSide): string {
  if (current.length > 0) return current.length === 1 ? 'Current replacement' : 'Current replacements';
  return isInLoop || loops.length > 0
    ? 'No current replacement: articles that replace each other leave none of them the newest'
    : 'Nothing replaces it, as far as the graph knows';
}

/** The loops of a lane: packages that replace each other, each loop once. */
export function loopsOf({ chain, boxes }: ChainLane): NodeName[][] {
  const loops = new Map<string, NodeName[]>();
  const places = new Map(boxes.map(({ key }, place) => [key, place]));
  const placeOf = ({ id }: NodeName): number => places.get(id) ?? boxes.length;
  for (const side of [chain.newer, chain.older]) {
    for (const loop of side?.loops ?? []) {
      // Both sides of what is itself in a loop tell of it; the oldest stands first, as in the drawing.
      const key = loop
        .map(({ id }) => id)
        .sort()
        .join(' ');
      loops.set(
        key,
        loop.toSorted((a, b) => placeOf(a) - placeOf(b)),
      );
    }
  }
  return [...loops.values()];
}

/** 'A loop: KB1, KB2 and KB3 replace each other; none of them is the newest.' */
export function loopLine(loop: readonly NodeName[]): string {
  const names = loop.map(shortName);
  const last = names.pop();
  return `A loop: ${names.join(', ')} and ${last} replace each other; none of them is the newest.`;
}

/** `currentWords` in one line. */
export function currentLine({ words, nodes, assumed }: CurrentWords): string {
  const told = nodes.map((each) => `${shortName(each.node)} (${each.words})`).join(', ');
  const perhaps = assumed.length === 0 ? '' : `; perhaps ${assumed.map(shortName).join(', ')} (assumed)`;
  return `${words}${told === '' ? '' : `: ${told}`}${perhaps}`;
}
