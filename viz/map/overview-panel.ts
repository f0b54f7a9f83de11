import type { NodeKind } from '../../src/model/graph.ts';
import type { GraphData } from '../graph/graph-data.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';

const STEP = 40;

/** What stands in the panel while nothing is selected: the map as a list, the most important nodes first. */
export function overviewPanel(graph: GraphData, hidden: ReadonlySet<NodeKind>): HTMLElement {
  const list = h('ol', { class: 'nodes' });
  let next = 0;
  const add = (): void => {
    for (let added = 0; added < STEP && next < graph.count; next++) {
      const kind = graph.kind(next);
      if (hidden.has(kind)) continue;
      list.append(h('li', {}, nodeLink({ id: graph.id(next), kind, label: graph.label(next) })));
      added++;
    }
    more.hidden = next >= graph.count;
  };
  const more = h('button', { type: 'button', class: 'more', onclick: add }, 'Show more');
  add();
  return h(
    'section',
    {},
    h('h2', { id: 'panel-title', tabindex: '-1' }, 'The most important nodes'),
    h(
      'p',
      { class: 'quiet' },
      `Of ${count(graph.count)} nodes and ${count(graph.manifest.edges)} edges. Select one here, on the map or by search to see what replaces it, what it needs and the sentences that say so.`,
    ),
    list,
    more,
  );
}
