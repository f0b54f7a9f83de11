import type { NodeKind } from '../../src/model/graph.ts';
import { s } from '../page/svg.ts';
import { NODE_WORDS, type Shape } from './kinds.ts';

/** The same shapes as the map's, in a box from 0 to 16. */
export const SHAPE_PATHS: Record<Shape, string> = {
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  diamond: 'M8 .5 15.5 8 8 15.5.5 8z',
  square: 'M2.2 2.2h11.6v11.6H2.2z',
  hexagon: 'M4.3 1.3h7.4L15.5 8l-3.8 6.7H4.3L.5 8z',
  ring: 'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 1 1 8 .8zm0 3.6a3.6 3.6 0 1 0 0 7.2a3.6 3.6 0 1 0 0-7.2z',
  triangle: 'M8 1.2 15.3 14H.7z',
  cross: 'M3.2.8 8 5.5 12.8.8l2.4 2.4L10.5 8l4.7 4.8-2.4 2.4L8 10.5l-4.8 4.7L.8 12.8 5.5 8 .8 3.2z',
};

/** A kind's mark as a small picture, for legends and lists; the name stands beside it, so readers skip it. */
export function kindMark(kind: NodeKind): SVGSVGElement {
  return s(
    'svg',
    { viewBox: '0 0 16 16', class: `mark kind-${kind}`, 'aria-hidden': 'true' },
    s('path', { d: SHAPE_PATHS[NODE_WORDS[kind].shape], 'fill-rule': 'evenodd' }),
  );
}
