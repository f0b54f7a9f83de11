import type { NodeKind } from '../../src/model/graph.ts';
import { NODE_WORDS } from '../look/kinds.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { kindOf, type MapData } from './map-data.ts';

const STEP = 40;

/** What stands in the panel while nothing is selected: the map as a list, the most important nodes first. */
export function overviewPanel(data: MapData, hidden: ReadonlySet<NodeKind>): HTMLElement {
  const ranks: number[] = [];
  for (let rank = 0; rank < data.shown; rank++) if (!hidden.has(kindOf(data, rank))) ranks.push(rank);
  const list = h('ol', { class: 'nodes' });
  const add = (): void => {
    const from = list.childElementCount;
    for (const rank of ranks.slice(from, from + STEP)) {
      const id = data.names.ids[rank] ?? '';
      list.append(h('li', {}, nodeLink({ id, kind: kindOf(data, rank), label: data.names.labels[rank] ?? '' })));
    }
    more.hidden = list.childElementCount >= ranks.length;
  };
  const more = h('button', { type: 'button', class: 'more', onclick: add }, 'Show more');
  add();
  return h(
    'section',
    {},
    h('h2', { id: 'panel-title', tabindex: '-1' }, 'The most important nodes'),
    h('p', { class: 'quiet' }, shownSentence(data, ranks.length)),
    h(
      'p',
      { class: 'quiet' },
      'Select one here, on the map or by search to see what replaces it, what it needs and the sentences that say so.',
    ),
    list,
    more,
  );
}

/** How much of the graph the map holds, openly. */
export function shownSentence({ manifest, shown, edgeKinds }: MapData, listed: number): string {
  const nodes =
    shown < manifest.nodes
      ? `The map shows the ${count(shown)} most important of ${count(manifest.nodes)} nodes; search reaches all of them.`
      : `The map shows all ${count(manifest.nodes)} nodes.`;
  const lines = `${count(edgeKinds.length)} of ${count(manifest.pairs)} joined pairs are drawn as lines.`;
  return listed < shown ? `${nodes} ${lines} The legend hides ${count(shown - listed)} of them.` : `${nodes} ${lines}`;
}

/** The same in a few words, for the map's corner. */
export function caption({ manifest, shown, edgeKinds }: MapData): string {
  const part = (some: number, all: number): string => (some < all ? `${count(some)} of ${count(all)}` : count(all));
  return `${part(shown, manifest.nodes)} nodes, ${part(edgeKinds.length, manifest.pairs)} joined pairs drawn`;
}

/** The nodes that a page without a map would otherwise lack: kinds with their counts, for the map's description. */
export function mapDescription({ manifest, shown }: MapData): string {
  const kinds = Object.entries(manifest.nodesByKind)
    .map(([kind, number]) => `${count(number)} ${NODE_WORDS[kind as NodeKind].many.toLowerCase()}`)
    .join(', ');
  return `Map of ${count(shown)} of ${count(manifest.nodes)} nodes: ${kinds}. The panel lists the same nodes.`;
}
