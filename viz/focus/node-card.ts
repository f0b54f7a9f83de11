import type { GraphData } from '../graph/graph-data.ts';
import { degreeOf, neighbourGroups } from '../graph/neighbours.ts';
import { EDGE_WORDS } from '../look/kinds.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { edgeSample } from './edge-sample.ts';
import { isSame, type OpenedGroup } from './focus-options.ts';
import { type FocusItem, SHOWN_OF_GROUP } from './focus-slice.ts';

/** So many nodes of a rest are listed; the list view has all of them. */
const LISTED = 300;

export interface CardHandlers {
  onToggle(group: OpenedGroup): void;
  onClose(): void;
}

/** What a click on a node opens: what it is, and its groups with their counts, each to be opened and closed. */
export function nodeCard(
  graph: GraphData,
  { rank }: FocusItem,
  opened: readonly OpenedGroup[],
  isCentre: boolean,
  handlers: CardHandlers,
): HTMLElement {
  const id = graph.id(rank);
  const groups = neighbourGroups(graph, rank).map((group) => {
    const own: OpenedGroup = { id, kind: group.kind, direction: group.direction };
    const isOpen = opened.some((other) => isSame(other, own));
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': String(isOpen),
          'data-group': `${group.kind}.${group.direction}`,
          onclick: () => handlers.onToggle(own),
        },
        edgeSample(group.kind),
        h('span', {}, EDGE_WORDS[group.kind][group.direction]),
        h('span', { class: 'count' }, count(group.ranks.length)),
        h('span', { class: 'sign', 'aria-hidden': 'true' }, isOpen ? '−' : '+'),
      ),
    );
  });
  return card(
    handlers,
    h('p', { class: 'card-title' }, nodeLink({ id, kind: graph.kind(rank), label: graph.label(rank) })),
    h(
      'p',
      { class: 'quiet' },
      isCentre
        ? 'The centre of this view.'
        : `${count(degreeOf(graph, rank))} edges. Its name leads to it; a group opens here, up to ${SHOWN_OF_GROUP} at once.`,
    ),
    !isCentre && h('ul', { class: 'card-groups' }, ...groups),
  );
}

/** What a click on '+189' opens: the nodes that it stands for. */
export function restCard(graph: GraphData, { ranks, rank }: FocusItem, handlers: CardHandlers): HTMLElement {
  return card(
    handlers,
    h('p', { class: 'card-title' }, `${count(ranks.length)} more neighbours of ${graph.label(rank) || graph.id(rank)}`),
    h(
      'ol',
      { class: 'nodes' },
      ...ranks
        .slice(0, LISTED)
        .map((other) =>
          h('li', {}, nodeLink({ id: graph.id(other), kind: graph.kind(other), label: graph.label(other) })),
        ),
    ),
    ranks.length > LISTED && h('p', { class: 'quiet' }, `The ${count(LISTED)} most important are listed.`),
  );
}

function card(handlers: CardHandlers, ...children: (Node | false)[]): HTMLElement {
  const close = h('button', { type: 'button', class: 'close', 'aria-label': 'Close', onclick: handlers.onClose }, '×');
  const element = h('div', { class: 'node-card', role: 'dialog', 'aria-label': 'Node' }, close, ...children);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') handlers.onClose();
  });
  return element;
}
