import type { EdgeKind } from '../../src/model/graph.ts';
import { LOUD } from '../map/edge-order.ts';
import { DASHES } from './edge-shape.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A short line as edges of a kind are drawn, for legends; its colour comes from the style sheet. */
export function edgeSample(kind: EdgeKind): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const set = (element: Element, attributes: Record<string, string>): void => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };
  set(svg, { viewBox: '0 0 34 10', class: `edge-sample edge-${kind}`, 'aria-hidden': 'true' });
  const line = document.createElementNS(SVG, 'path');
  set(line, {
    d: 'M1 5h25',
    'stroke-width': LOUD.has(kind) ? '2' : '1.4',
    'stroke-dasharray': (DASHES[kind] ?? []).join(' '),
  });
  const tip = document.createElementNS(SVG, 'path');
  set(tip, { d: 'M33 5l-7 3.4V1.6z', class: 'tip' });
  svg.append(line, tip);
  return svg;
}
