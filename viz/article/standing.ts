import type { ChainAnswer } from '../../src/query/chain.ts';
import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { NodeAnswer } from '../server/answers.ts';

/** Where a fix stands: what replaced it, what it breaks and where it was corrected, each in one line. */
export function standing(answer: NodeAnswer): HTMLElement[] {
  const others = (kind: string, direction: string) =>
    answer.edges.filter((edge) => edge.kind === kind && edge.direction === direction);
  const line = (words: string, edges: NodeAnswer['edges'], style: string): HTMLElement | null => {
    const nodes = [...new Map(edges.map((edge) => [edge.node.id, edge.node])).values()];
    if (nodes.length === 0) return null;
    const named = nodes.slice(0, 3).flatMap((node, index) => {
      const own = edges.filter((edge) => edge.node.id === node.id);
      // A service pack's name says what it is for.
      const scope = node.kind === 'service-pack' ? '' : scopeOf(own);
      const isInferred = own.every(({ basis }) => basis === 'inferred');
      const doubt = own.every(isAssumed) ? ' (assumed)' : ' (inferred)';
      return [
        index > 0 ? ', ' : ' ',
        nodeLink(node),
        scope !== '' && h('span', { class: 'scope' }, ` for ${scope}`),
        isInferred && h('span', { class: 'scope' }, doubt),
      ];
    });
    return h('p', { class: `verdict ${style}` }, words, ...named, nodes.length > 3 && ` and ${nodes.length - 3} more`);
  };
  return [
    line(
      'Replaced by',
      others('supersedes', 'in').filter((edge) => !isAssumed(edge)),
      'replaced',
    ),
    line('Perhaps replaced by', others('supersedes', 'in').filter(isAssumed), ''),
    line('Known to cause', others('broken-by', 'in'), 'breaks'),
    line('First corrected in', others('fixed-in', 'out'), 'fixed'),
  ].filter((verdict) => verdict !== null);
}

/** Rests on what no article states: it may replace, and is never chosen. */
const isAssumed = ({ rule }: NodeAnswer['edges'][number]): boolean => rule.endsWith('-assumed');

/** Whether it is something that is installed, so that 'nothing replaces it' says something. */
export function isInstalled({ kind, counts }: NodeAnswer): boolean {
  if (kind === 'fix' || kind === 'service-pack') return true;
  if (kind !== 'article') return false;
  const { ships = 0, publishes = 0, supersedes = 0, 'fixed-in': fixedIn = 0 } = counts.out;
  return ships + publishes + supersedes + fixedIn + (counts.in.supersedes ?? 0) > 0;
}

/** What is to be installed today instead, for each product, when that is further on than one step; or that it is current. */
export function currentStanding({ chains }: ChainAnswer): HTMLElement[] {
  return chains.slice(0, 4).flatMap(({ scopes, newer }) => {
    if (newer === null) return [];
    const scope = chains.length > 1 && scopes.length > 0 ? ` for ${scopes.slice(0, 2).join(', ')}` : '';
    if (newer.current.length === 0) {
      if (newer.isInLoop || newer.total > 0) return [];
      return [h('p', { class: 'verdict fixed' }, `Current${scope}: nothing replaces it, as far as the graph knows.`)];
    }
    const far = newer.current.filter(({ steps }) => steps > 1).slice(0, 2);
    return far.map((node) =>
      h(
        'p',
        { class: 'verdict replaced' },
        `Current replacement${scope}: `,
        nodeLink(node),
        `, ${node.steps} steps on`,
        node.grounds !== 'stated' && ` (${node.grounds})`,
      ),
    );
  });
}

/** The products that statements hold for; nothing where one of them holds for all. */
function scopeOf(edges: NodeAnswer['edges']): string {
  const products = edges.map((edge) => edge.scope?.product);
  return products.some((product) => product === undefined) ? '' : [...new Set(products)].join(', ');
}
