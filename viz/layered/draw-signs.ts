import type { Palette } from '../look/palette.ts';
import { s } from '../page/svg.ts';

/** A restart that is required, perhaps required or not told of, and what is known to go wrong. */
export type Sign = 'required' | 'perhaps' | 'untold' | 'alert';

/** A triangle around 0, 0 with an exclamation mark cut out of it. */
const ALERT = 'M0-6.5L6.5 5h-13zM-.8-2.2h1.6l-.3 3.6h-1zM-.8 2.3h1.6v1.5h-1.6z';
/** Most of a circle around 0, 0, and the head of the arrow that it is. */
const AGAIN = 'M3.6-3.6A5 5 0 1 0 5 0';
const AGAIN_HEAD = 'M.6-4.6h4.6v-4.6z';

/** Draws a sign around 0, 0, at most 12 pixels to each side. */
export function drawSign(
  sign: Sign,
  { ink, quiet, edge, danger, surface }: Pick<Palette, 'ink' | 'quiet' | 'edge' | 'danger' | 'surface'>,
): SVGElement {
  if (sign === 'alert') return s('path', { d: ALERT, 'fill-rule': 'evenodd', fill: danger });
  const isSure = sign === 'required';
  const stroke = isSure ? surface : quiet;
  return s(
    'g',
    {},
    s('circle', {
      r: 11,
      fill: isSure ? ink : surface,
      stroke: isSure ? ink : edge,
      'stroke-width': 1.2,
      'stroke-dasharray': isSure ? null : '2.5 2.5',
    }),
    ...(sign === 'untold'
      ? [s('text', { y: 4.5, 'font-size': 13, 'font-weight': 600, 'text-anchor': 'middle', fill: stroke }, '?')]
      : [
          s('path', { d: AGAIN, fill: 'none', stroke, 'stroke-width': 1.8, 'stroke-linecap': 'round' }),
          s('path', { d: AGAIN_HEAD, fill: stroke }),
        ]),
  );
}
