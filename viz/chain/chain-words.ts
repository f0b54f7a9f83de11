import type { NodeName } from '../../src/query/answer-parts.ts';
import type { ChainLink } from '../../src/query/chain-link.ts';
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
}

export function currentWords({ chain }: ChainLane): CurrentWords | null {
  const { newer } = chain;
  if (newer === null) return null;
  if (newer.current.length > 0) {
    return {
      words: newer.current.length === 1 ? 'Current replacement' : 'Current replacements',
      nodes: newer.current.map(({ id, kind, label, status, steps, grounds, leavesScope }) => ({
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
    };
  }
  if (newer.isInLoop || newer.loops.length > 0) {
    return {
      words: 'No current replacement: articles that replace each other leave none of them the newest',
      nodes: [],
    };
  }
  return { words: 'Nothing replaces it, as far as the graph knows', nodes: [] };
}
