import { EDGE_KINDS } from '../../src/model/graph.ts';
import { showDirectionMarks } from '../article/evidence-spans.ts';
import { EDGE_WORDS, NODE_WORDS, type Theme } from '../look/kinds.ts';
import { edgeColour } from '../look/looks.ts';
import { SHAPE_PATHS } from '../look/mark.ts';
import { PALETTE } from '../look/palette.ts';
import { type Box, overlap } from '../map/box.ts';
import { LOUD } from '../map/edge-order.ts';
import { drawing, s } from '../page/svg.ts';
import { nodeAddress } from '../state/address.ts';
import type { LineSample } from '../views/view.ts';
import { EDGE_NAME_SIZE, placeEdgeNames, wordsOf } from './edge-names.ts';
import { DASHES, numberParallel } from './edge-shape.ts';
import { curveEdges, type DrawnEdge, isOfCentre, quietOpacity } from './focus-edges.ts';
import type { FocusGraph } from './focus-graph.ts';
import { markBox, NAME_FONTS, nameBox } from './name-box.ts';

/** The mean width of a letter, as a share of its size. */
const LETTER = 0.54;
const FOOT = 30;

/**
 * The same picture as SVG, for files and for browsers without WebGL: nodes are links, and every edge says what it is.
 * It is as wide as the room that the graph was laid out for, and as high as it needs.
 */
export function focusSvg(graph: FocusGraph, theme: Theme): SVGSVGElement {
  const palette = PALETTE[theme];
  const { x: across, y: up } = graph.getAttribute('box');
  const [left, top] = [across[0], -up[1]];
  const lowest = graph.reduceNodes((most, _key, { y }) => Math.max(most, -y), Number.NEGATIVE_INFINITY);
  const size = { width: across[1] - left, height: Math.max(-up[0], lowest + FOOT) - top };
  const svg = drawing(size, 'Neighbourhood');
  svg.setAttribute('class', 'focus-svg');
  const places = new Map(graph.mapNodes((key, { x, y, size: radius }) => [key, { x: x - left, y: -y - top, radius }]));

  const taken: Box[] = [];
  const nodes = s('g');
  graph.forEachNode((key, node) => {
    const { role, label, kind, cited } = node;
    const place = places.get(key)!;
    const { size: letters, weight } = NAME_FONTS[role];
    const box = nameBox(node, place, label.length * letters * LETTER);
    const isCovered = role !== 'centre' && taken.some((other) => overlap(box, other, 0));
    if (!isCovered) taken.push(box);
    const text = !isCovered && {
      x: { start: box.left, middle: place.x, end: box.right }[box.anchor],
      y: box.middle + letters * 0.35,
      'text-anchor': box.anchor,
      'font-size': letters,
      'font-weight': weight,
      fill: role === 'heading' ? palette.quiet : palette.ink,
      stroke: palette.ground,
      'stroke-width': 3,
      'paint-order': 'stroke',
    };
    const name = text && s('text', text, showDirectionMarks(label));
    if (role === 'heading' || role === 'rest') {
      if (name) nodes.append(name);
      return;
    }
    const scale = place.radius / 7;
    taken.push(markBox(place));
    const mark = s('path', {
      d: SHAPE_PATHS[NODE_WORDS[kind].shape],
      fill: NODE_WORDS[kind].colour[theme],
      'fill-opacity': cited ? 0.6 : null,
      'fill-rule': 'evenodd',
      transform: `translate(${place.x - 8 * scale} ${place.y - 8 * scale}) scale(${scale})`,
    });
    const spoken = `${NODE_WORDS[kind].one} ${label}`;
    nodes.append(s('a', { href: nodeAddress(key), 'data-node': key, 'aria-label': spoken }, mark, name));
  });

  const edges = curveEdges(graph, numberParallel(graph.mapEdges((_key, edge) => edge)), places);
  const near = edges.filter(isOfCentre);
  const lines = [
    ...edges.filter((edge) => !isOfCentre(edge)).map((edge) => edgeGroup(edge, theme, quietOpacity(edges.length))),
    ...near.map((edge) => edgeGroup(edge, theme, null)),
  ];
  const names = placeEdgeNames(near, {
    taken,
    within: { left: 0, top: 0, right: size.width, bottom: size.height },
    measure: (words) => words.length * EDGE_NAME_SIZE * LETTER,
    which: graph.getAttribute('isNarrow') ? 'none' : 'one-of-bundle',
  });
  const named = s('g', {
    'font-size': EDGE_NAME_SIZE,
    'text-anchor': 'middle',
    fill: palette.quiet,
    stroke: palette.ground,
    'stroke-width': 3,
    'paint-order': 'stroke',
  });
  named.append(...names.map(({ words, x, y }) => s('text', { x, y: y + 4 }, words)));
  svg.append(...lines, named, nodes);
  return svg;
}

function edgeGroup({ edge, shape }: DrawnEdge, theme: Theme, opacity: number | null): SVGGElement {
  const { from, first, second, to, arrow } = shape;
  const colour = edgeColour(edge.kind, theme);
  return s(
    'g',
    { opacity, stroke: colour },
    s('title', {}, wordsOf(edge)),
    s('path', {
      d: `M${from.x} ${from.y}C${first.x} ${first.y} ${second.x} ${second.y} ${to.x} ${to.y}`,
      fill: 'none',
      'stroke-width': LOUD.has(edge.kind) ? 2 : 1.3,
      'stroke-dasharray': (DASHES[edge.kind] ?? []).join(' ') || null,
    }),
    s('polygon', {
      points: arrow.map(({ x, y }) => `${x},${y}`).join(' '),
      fill: edge.basis === 'inferred' ? 'none' : colour,
    }),
  );
}

/** What the lines of such a picture say. */
export function focusLines(graph: FocusGraph, theme: Theme): LineSample[] {
  const kinds = new Set(graph.mapEdges((_key, { kind }) => kind));
  const lines = EDGE_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
    words: EDGE_WORDS[kind].out.toLowerCase(),
    colour: edgeColour(kind, theme),
    dash: DASHES[kind]?.join(' ') ?? null,
  }));
  return graph.someEdge((_key, { basis }) => basis === 'inferred')
    ? [...lines, { words: 'inferred', colour: PALETTE[theme].edge, dash: null, isOpen: true }]
    : lines;
}
