import type { GraphData, Places } from '../graph/graph-data.ts';
import { GROUND, NODE_WORDS, type Theme } from '../look/kinds.ts';
import { edgeColour, markRadius, shortLabel } from '../look/looks.ts';
import { count } from '../page/dom.ts';
import { type Camera, type Size, toScreen } from './camera.ts';
import { LOUD } from './edge-order.ts';
import type { Highlight } from './highlight.ts';
import { createNamePlacer } from './name-placement.ts';
import { drawMark, drawName, drawPlate, type Plate, placePlate } from './node-drawing.ts';
import { nameRegions } from './region-drawing.ts';

/** What stands over the nodes: names, and the neighbourhood of what is selected or pointed at. */
export interface OverlayPicture {
  camera: Camera;
  view: Size;
  theme: Theme;
  /** How large marks are. */
  scale: number;
  /** How near the camera is, 1 showing everything: the nearer, the more names. */
  zoom: number;
  mask: Uint8Array;
  selected: Highlight | null;
  hovered: Highlight | null;
}

/** A name for each so many square pixels at most. */
const ROOM = 9000;
const NAMED_NEIGHBOURS = 60;
const FONT = '500 12px system-ui, sans-serif';
/** How many nodes may bear names where everything is shown; the number grows with this power of the zoom. */
const NAMED_AT_FIRST = 30;
const NAMED_BY_ZOOM = 2.3;

export function drawOverlay(
  context: CanvasRenderingContext2D,
  places: Places,
  graph: GraphData | null,
  picture: OverlayPicture,
): void {
  const { view, theme, camera, selected, hovered } = picture;
  context.clearRect(0, 0, view.width, view.height);
  const main = selected ?? hovered;
  if (!main || !graph) {
    const placer = createNamePlacer(view);
    nameRegions(context, places.manifest.regions, camera, view, theme, placer);
    if (graph) nameNodes(context, graph, picture, placer);
    return;
  }
  context.globalAlpha = selected ? 0.72 : 0.5;
  context.fillStyle = GROUND[theme];
  context.fillRect(0, 0, view.width, view.height);
  context.globalAlpha = 1;
  const plate = plateOf(context, graph, picture, main);
  const placer = createNamePlacer(view, [plate]);
  nameRegions(context, places.manifest.regions, camera, view, theme, placer);
  drawNeighbourhood(context, graph, picture, main, placer);
  drawCentre(context, graph, picture, main.node, plate);
  if (selected && hovered && hovered.node !== selected.node) {
    drawLines(context, graph, picture, hovered);
    drawCentre(context, graph, picture, hovered.node, plateOf(context, graph, picture, hovered));
  }
}

function nameNodes(
  context: CanvasRenderingContext2D,
  graph: GraphData,
  { camera, view, theme, scale, zoom, mask }: OverlayPicture,
  placer: ReturnType<typeof createNamePlacer>,
): void {
  context.font = FONT;
  const last = Math.min(graph.count, Math.ceil(NAMED_AT_FIRST * zoom ** NAMED_BY_ZOOM));
  let room = Math.ceil((view.width * view.height) / ROOM);
  // Once the names cover each other, it is no use to go on through thousands.
  let refused = 0;
  for (let rank = 0; rank < last && room > 0 && refused < 400; rank++) {
    if (mask[rank]) continue;
    const at = placeOf(graph, rank, camera, view);
    if (at.x < 0 || at.y < 0 || at.x > view.width || at.y > view.height) continue;
    const name = nameOf(graph, rank);
    const radius = markRadius(graph.importance[rank]!, scale);
    const place = placer.beside({ ...at, radius, width: context.measureText(name).width, height: 15 });
    if (!place) {
      refused++;
      continue;
    }
    room--;
    drawName(context, name, place.left, place.middle, theme);
  }
}

function drawNeighbourhood(
  context: CanvasRenderingContext2D,
  graph: GraphData,
  picture: OverlayPicture,
  highlight: Highlight,
  placer: ReturnType<typeof createNamePlacer>,
): void {
  const { camera, view, theme, scale } = picture;
  drawLines(context, graph, picture, highlight);
  for (const rank of highlight.neighbours.toReversed()) {
    const radius = Math.max(4, markRadius(graph.importance[rank]!, scale));
    drawMark(context, graph.kind(rank), placeOf(graph, rank, camera, view), radius, theme);
  }
  context.font = FONT;
  for (const rank of highlight.neighbours.slice(0, NAMED_NEIGHBOURS)) {
    const at = placeOf(graph, rank, camera, view);
    const name = nameOf(graph, rank);
    const radius = Math.max(4, markRadius(graph.importance[rank]!, scale));
    const place = placer.beside({ ...at, radius, width: context.measureText(name).width, height: 15 });
    if (place) drawName(context, name, place.left, place.middle, theme);
  }
}

function drawLines(
  context: CanvasRenderingContext2D,
  graph: GraphData,
  { camera, view, theme }: OverlayPicture,
  { node, edges }: Highlight,
): void {
  const from = placeOf(graph, node, camera, view);
  for (const { kind, other } of edges) {
    const to = placeOf(graph, other, camera, view);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.strokeStyle = edgeColour(kind, theme);
    context.globalAlpha = LOUD.has(kind) ? 0.9 : 0.4;
    context.lineWidth = LOUD.has(kind) ? 1.6 : 1;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function plateOf(
  context: CanvasRenderingContext2D,
  graph: GraphData,
  { camera, view, scale }: OverlayPicture,
  { node, neighbours, total }: Highlight,
): Plate {
  const shown = neighbours.length < total ? `, ${count(neighbours.length)} shown` : '';
  const note = `${NODE_WORDS[graph.kind(node)].one} · ${count(total)} ${total === 1 ? 'neighbour' : 'neighbours'}${shown}`;
  const at = placeOf(graph, node, camera, view);
  return placePlate(context, at, centreRadius(graph, node, scale), [nameOf(graph, node, 56), note], view);
}

function drawCentre(
  context: CanvasRenderingContext2D,
  graph: GraphData,
  { camera, view, theme, scale }: OverlayPicture,
  node: number,
  plate: Plate,
): void {
  const at = placeOf(graph, node, camera, view);
  const radius = centreRadius(graph, node, scale);
  drawMark(context, graph.kind(node), at, radius, theme);
  drawPlate(context, at, radius, plate, theme);
}

function centreRadius(graph: GraphData, node: number, scale: number): number {
  return Math.max(6, markRadius(graph.importance[node]!, scale));
}

export function placeOf({ positions }: Places, rank: number, camera: Camera, view: Size): { x: number; y: number } {
  return toScreen(camera, view, { x: positions[rank * 2]!, y: positions[rank * 2 + 1]! });
}

function nameOf(graph: GraphData, rank: number, most?: number): string {
  return shortLabel({ id: graph.id(rank), kind: graph.kind(rank), label: graph.label(rank) }, most);
}
