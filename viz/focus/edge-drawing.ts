import type { Theme } from '../look/kinds.ts';
import { GROUND, INK } from '../look/kinds.ts';
import { blend, edgeColour } from '../look/looks.ts';
import { LOUD } from '../map/edge-order.ts';
import { EDGE_NAME_SIZE, type NameRoom, placeEdgeNames } from './edge-names.ts';
import { DASHES } from './edge-shape.ts';
import { type DrawnEdge, isOfCentre, quietOpacity } from './focus-edges.ts';
import type { FocusEdge } from './focus-slice.ts';

/** What of the edges stands out. */
export interface EdgeLight {
  theme: Theme;
  /** The item whose edges stand out, and the one edge that does; null where none does. */
  item: number | null;
  edge: FocusEdge | null;
  /** The room for names of edges; where something is pointed at, all of its edges bear theirs. */
  room: Omit<NameRoom, 'measure'>;
}

/** Draws edges with their arrows; those that do not belong to what is pointed at fade. */
export function drawEdges(context: CanvasRenderingContext2D, drawn: readonly DrawnEdge[], light: EdgeLight): void {
  const isLit = ({ edge }: DrawnEdge): boolean =>
    light.edge !== null
      ? edge === light.edge
      : light.item === null || edge.source === light.item || edge.target === light.item;
  const lit = drawn.filter(isLit);
  for (const each of drawn) if (!isLit(each)) drawEdge(context, each, light.theme, 0.14);
  // Those between neighbours stand back behind those of the centre.
  const isPointed = light.edge !== null || light.item !== null;
  const isNear = (edge: DrawnEdge): boolean => isPointed || isOfCentre(edge);
  const quiet = quietOpacity(lit.length);
  for (const each of lit) if (!isNear(each)) drawEdge(context, each, light.theme, quiet);
  for (const each of lit) if (isNear(each)) drawEdge(context, each, light.theme, 1);
  context.globalAlpha = 1;
  context.setLineDash([]);
  context.font = `${EDGE_NAME_SIZE}px system-ui, sans-serif`;
  const names = placeEdgeNames(isPointed ? lit : lit.filter(isNear), {
    ...light.room,
    ...(isPointed && { which: 'every' }),
    measure: (words) => context.measureText(words).width,
  });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = GROUND[light.theme];
  context.fillStyle = blend(INK[light.theme], GROUND[light.theme], 0.2);
  for (const { words, x, y } of names) {
    context.strokeText(words, x, y);
    context.fillText(words, x, y);
  }
}

function drawEdge(context: CanvasRenderingContext2D, { edge, shape }: DrawnEdge, theme: Theme, alpha: number): void {
  const { from, first, second, to, arrow } = shape;
  const isLoud = LOUD.has(edge.kind);
  context.globalAlpha = alpha * (isLoud ? 1 : 0.75);
  context.strokeStyle = edgeColour(edge.kind, theme);
  context.fillStyle = context.strokeStyle;
  context.lineWidth = isLoud ? 2 : 1.3;
  context.setLineDash((DASHES[edge.kind] ?? []) as number[]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.bezierCurveTo(first.x, first.y, second.x, second.y, to.x, to.y);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(arrow[0].x, arrow[0].y);
  context.lineTo(arrow[1].x, arrow[1].y);
  context.lineTo(arrow[2].x, arrow[2].y);
  context.closePath();
  if (edge.basis === 'inferred') {
    context.lineWidth = 1.3;
    context.stroke();
  } else context.fill();
}
