import { DASHES } from '../layered/draw-picture.ts';
import { h } from '../page/dom.ts';
import { s } from '../page/svg.ts';

/** What the lines of a chain's picture say. */
export function chainLegend(): HTMLElement {
  const entry = (dash: keyof typeof DASHES, words: string): HTMLElement =>
    h(
      'li',
      {},
      s(
        'svg',
        { width: 40, height: 10, 'aria-hidden': 'true' },
        s('path', {
          class: 'line',
          d: 'M2 5h34',
          'stroke-width': 2,
          'stroke-dasharray': DASHES[dash],
          'stroke-linecap': 'round',
        }),
      ),
      words,
    );
  return h(
    'ul',
    { class: 'picture-legend', 'aria-label': 'Lines' },
    h('li', {}, 'An arrow leads to what replaces.'),
    entry('solid', 'stated by an article or a feed'),
    entry('dashed', 'inferred from facts'),
    entry('dotted', 'assumed: something is not told'),
  );
}
