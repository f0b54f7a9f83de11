import { drawSign, type Sign } from '../layered/draw-signs.ts';
import type { PictureLane } from '../layered/picture.ts';
import { h } from '../page/dom.ts';
import { s } from '../page/svg.ts';

const SIGNS: readonly (readonly [sign: Sign, words: string])[] = [
  ['required', 'restart'],
  ['perhaps', 'perhaps a restart'],
  ['untold', 'whether to restart is not told'],
  ['alert', 'known to go wrong afterwards'],
];
const COLOURS = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  edge: 'var(--edge)',
  danger: 'var(--danger)',
  surface: 'var(--surface)',
};

/** What the signs say that a plan's picture has. */
export function legendEntries(lanes: readonly PictureLane[]): HTMLElement[] {
  const boxes = lanes.flatMap((lane) => lane.boxes);
  const drawn = new Set<Sign>();
  for (const { restart, alert } of boxes) {
    if (restart) drawn.add(restart.is);
    if (alert) drawn.add('alert');
  }
  if (lanes.every(({ arrows }) => arrows.length === 0) && drawn.size === 0) return [];
  return [
    h('li', {}, 'Installed from left to right; a box or an arrow tells why.'),
    ...SIGNS.filter(([sign]) => drawn.has(sign)).map(([sign, words]) =>
      h(
        'li',
        {},
        s('svg', { width: 24, height: 24, viewBox: '-12 -12 24 24', 'aria-hidden': 'true' }, drawSign(sign, COLOURS)),
        words,
      ),
    ),
  ];
}
