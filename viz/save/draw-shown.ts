import type { NodeKind } from '../../src/model/graph.ts';
import { showDirectionMarks } from '../article/evidence-spans.ts';
import { NODE_WORDS, type Theme } from '../look/kinds.ts';
import { shortLabel } from '../look/looks.ts';
import { SHAPE_PATHS } from '../look/mark.ts';
import { FONT, PALETTE } from '../look/palette.ts';
import { s } from '../page/svg.ts';
import type { ShownGraph } from '../views/view.ts';

const WIDTH = 1600;
const MARGIN = 70;
/** With more nodes than this, only the first ones, which matter most, have their names beside them. */
const NAMED = 80;
const MARK = 10;

/** Draws what a view on a canvas shows as a picture of its own, since a canvas cannot be taken over. */
export function drawShown({ nodes, edges }: ShownGraph, theme: Theme): SVGSVGElement {
  const palette = PALETTE[theme];
  const [left, right] = extent(nodes.map(({ x }) => x));
  const [top, bottom] = extent(nodes.map(({ y }) => y));
  const scale = (WIDTH - 2 * MARGIN) / Math.max(1, right - left);
  const height = Math.round(Math.min(4000, Math.max(200, (bottom - top) * scale)) + 2 * MARGIN);
  const down = (height - 2 * MARGIN) / Math.max(1, bottom - top);
  const places = new Map(
    nodes.map(({ id, x, y }) => [id, { x: MARGIN + (x - left) * scale, y: MARGIN + (y - top) * down }]),
  );
  const svg = s('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width: WIDTH,
    height,
    viewBox: `0 0 ${WIDTH} ${height}`,
    'font-family': FONT,
  });
  svg.append(s('rect', { width: WIDTH, height, fill: palette.ground }));
  const lines = s('g', { stroke: palette.edge, 'stroke-opacity': edges.length > 2000 ? 0.15 : 0.5, fill: 'none' });
  for (const { source, target, basis } of edges) {
    const [from, to] = [places.get(source), places.get(target)];
    if (!from || !to || source === target) continue;
    lines.append(
      s('path', {
        d: `M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`,
        'stroke-dasharray': basis === 'inferred' ? '5 4' : null,
      }),
    );
  }
  const size = nodes.length > 400 ? MARK / 2.5 : MARK;
  const marks = s('g');
  // What matters most stands first in the list, and is drawn last.
  for (const node of nodes.toReversed()) {
    const place = places.get(node.id)!;
    const { shape, colour } = NODE_WORDS[node.kind];
    marks.append(
      s('path', {
        d: SHAPE_PATHS[shape],
        'fill-rule': 'evenodd',
        fill: colour[theme],
        transform: `translate(${(place.x - size / 2).toFixed(1)} ${(place.y - size / 2).toFixed(1)}) scale(${size / 16})`,
      }),
    );
  }
  const names = s('g', {
    'font-size': 12,
    fill: palette.ink,
    stroke: palette.ground,
    'stroke-width': 3,
    'paint-order': 'stroke',
  });
  for (const node of nodes.slice(0, NAMED)) {
    const place = places.get(node.id)!;
    const words = showDirectionMarks(shortLabel(node));
    names.append(s('text', { x: place.x + size, y: place.y + 4 }, words));
  }
  svg.append(lines, marks, names);
  return svg;
}

/** The kinds that a picture has, for its legend. */
export function kindsOf({ nodes }: ShownGraph): NodeKind[] {
  return [...new Set(nodes.map(({ kind }) => kind))];
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    values.length === 0 ? [0, 1] : [values[0]!, values[0]!],
  );
}
