import type { EdgeKind } from '../../src/model/graph.ts';
import { LOUD } from '../map/edge-order.ts';
import { s } from '../page/svg.ts';
import { DASHES } from './edge-shape.ts';

/** A short line as edges of a kind are drawn, for legends; its colour comes from the style sheet. */
export function edgeSample(kind: EdgeKind): SVGSVGElement {
  return s(
    'svg',
    { viewBox: '0 0 34 10', class: `edge-sample edge-${kind}`, 'aria-hidden': 'true' },
    s('path', {
      d: 'M1 5h25',
      'stroke-width': LOUD.has(kind) ? 2 : 1.4,
      'stroke-dasharray': DASHES[kind]?.join(' '),
    }),
    s('path', { d: 'M33 5l-7 3.4V1.6z', class: 'tip' }),
  );
}
