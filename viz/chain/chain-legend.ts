import { DASHES } from '../layered/draw-picture.ts';
import type { ArrowDash, PictureLane } from '../layered/picture.ts';
import { h } from '../page/dom.ts';
import { s } from '../page/svg.ts';

const LINES: readonly (readonly [dash: ArrowDash, words: string])[] = [
  ['solid', 'stated by an article or a feed'],
  ['dashed', 'inferred from facts'],
  ['dotted', 'assumed: something is not told'],
];

/** What the lines say that a chain's picture has; nothing where it has none. */
export function legendEntries(lanes: readonly PictureLane[]): HTMLElement[] {
  const drawn = new Set(lanes.flatMap(({ arrows }) => arrows.map(({ dash }) => dash)));
  if (drawn.size === 0) return [];
  const entries = LINES.filter(([dash]) => drawn.has(dash)).map(([dash, words]) => {
    const line = s('path', {
      class: 'line',
      d: 'M2 5h34',
      'stroke-width': 2,
      'stroke-dasharray': DASHES[dash],
      'stroke-linecap': 'round',
    });
    return h('li', {}, s('svg', { width: 40, height: 10, 'aria-hidden': 'true' }, line), words);
  });
  return [h('li', {}, 'An arrow leads to what replaces.'), ...entries];
}
