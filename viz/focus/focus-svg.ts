import { EDGE_WORDS, NODE_WORDS, type Theme } from '../look/kinds.ts';
import { edgeColour } from '../look/looks.ts';
import { SHAPE_PATHS } from '../look/mark.ts';
import { nodeAddress } from '../state/address.ts';
import { DASHES, edgeShape, numberParallel } from './edge-shape.ts';
import type { FocusGraph } from './focus-graph.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = { x: 250, y: 40 };

/** The same picture as SVG, for browsers without WebGL: nodes are links, and every edge says what it is. */
export function focusSvg(slice: FocusGraph, theme: Theme): SVGSVGElement {
  const make = (
    tag: string,
    attributes: Record<string, string | number>,
    ...children: (Node | string)[]
  ): SVGElement => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.append(...children);
    return element;
  };
  const places = slice.mapNodes((key, { x, y, size }) => ({ key, x, y: -y, radius: Math.max(size, 1) }));
  const byKey = new Map(places.map((place) => [place.key, place]));
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const [left, top] = [Math.min(...xs) - MARGIN.x, Math.min(...ys) - MARGIN.y];
  const box = [left, top, Math.max(...xs) + MARGIN.x - left, Math.max(...ys) + MARGIN.y - top];
  const svg = make('svg', { viewBox: box.join(' '), role: 'group', 'aria-label': 'Neighbourhood', class: 'focus-svg' });

  const numbers = numberParallel(slice.mapEdges((_key, edge) => edge));
  let index = 0;
  slice.forEachEdge((_key, { kind, basis }, source, target) => {
    const [a, b] = [byKey.get(source)!, byKey.get(target)!];
    const { from, first, second, to, arrow } = edgeShape(a, b, { ...numbers[index++]!, arrow: 8 });
    const colour = edgeColour(kind, theme);
    const d = `M${from.x} ${from.y}C${first.x} ${first.y} ${second.x} ${second.y} ${to.x} ${to.y}`;
    const tip = arrow.map(({ x, y }) => `${x},${y}`).join(' ');
    svg.append(
      make(
        'g',
        {},
        make('title', {}, `${EDGE_WORDS[kind].out} (${basis})`),
        make('path', {
          d,
          fill: 'none',
          stroke: colour,
          'stroke-width': 1.4,
          'stroke-dasharray': (DASHES[kind] ?? []).join(' '),
        }),
        make('polygon', { points: tip, fill: basis === 'inferred' ? 'none' : colour, stroke: colour }),
      ),
    );
  });
  slice.forEachNode((key, { role, side, label, kind }) => {
    const { x, y, radius } = byKey.get(key)!;
    const isIn = side === 'in' && role !== 'centre';
    const at = role === 'centre' ? { x, y: y + radius + 18 } : { x: x + (isIn ? -1 : 1) * (radius + 5), y: y + 4 };
    const anchor = role === 'centre' ? 'middle' : isIn ? 'end' : 'start';
    const text = make('text', { ...at, 'text-anchor': anchor, class: role }, label);
    if (role === 'heading' || role === 'rest') {
      svg.append(text);
      return;
    }
    const scale = radius / 7;
    const mark = make('path', {
      d: SHAPE_PATHS[NODE_WORDS[kind].shape],
      fill: NODE_WORDS[kind].colour[theme],
      'fill-rule': 'evenodd',
      transform: `translate(${x - 8 * scale} ${y - 8 * scale}) scale(${scale})`,
    });
    svg.append(
      make(
        'a',
        { href: nodeAddress(key), 'data-node': key, 'aria-label': `${NODE_WORDS[kind].one} ${label}` },
        mark,
        text,
      ),
    );
  });
  return svg as SVGSVGElement;
}
