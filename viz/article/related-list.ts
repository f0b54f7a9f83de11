import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { fetchRelated } from '../server/queries.ts';

const LIMIT = 10;

/** Articles that have to do with one, each with the reasons; asked for when a person opens it. */
export function relatedList(id: string): HTMLElement {
  const place = h('div', { 'aria-live': 'polite' });
  const details = h(
    'details',
    { class: 'group' },
    h(
      'summary',
      {},
      h('span', { class: 'arrow', 'aria-hidden': 'true' }, '~'),
      h('span', { class: 'title' }, 'Related articles'),
    ),
    place,
  );
  let isAsked = false;
  details.addEventListener('toggle', async () => {
    if (!details.open || isAsked) return;
    isAsked = true;
    place.replaceChildren(h('p', { class: 'quiet' }, 'Looking…'));
    try {
      const { related } = await fetchRelated(id, { limit: LIMIT });
      const items = related.map((article) =>
        h(
          'li',
          {},
          nodeLink(article),
          h('p', { class: 'notes' }, h('bdi', {}, article.reasons.map(({ words }) => words).join('; '))),
        ),
      );
      place.replaceChildren(
        items.length > 0 ? h('ol', { class: 'edges' }, ...items) : h('p', { class: 'quiet' }, 'None is known.'),
      );
    } catch (error) {
      isAsked = false;
      place.replaceChildren(h('p', { class: 'quiet' }, error instanceof Error ? error.message : String(error)));
    }
  });
  return details;
}
