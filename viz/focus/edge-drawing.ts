import type { Theme } from '../look/kinds.ts';
import { EDGE_WORDS, GROUND, INK } from '../look/kinds.ts';
import { edgeColour } from '../look/looks.ts';
import { LOUD } from '../map/edge-order.ts';
import { DASHES, type EdgeShape } from './edge-shape.ts';
import type { FocusEdge } from './focus-slice.ts';

export interface DrawnEdge {
  edge: FocusEdge;
  shape: EdgeShape;
}

/** What of the edges stands out. */
export interface EdgeLight {
  theme: Theme;
  /** The item whose edges stand out, and the one edge that does; null where none does. */
  item: number | null;
  edge: FocusEdge | null;
  /** Whether every edge bears its name. */
  named: boolean;
}

/** Draws edges with their arrows; those that do not belong to what is pointed at fade. */
export function drawEdges(context: CanvasRenderingContext2D, drawn: readonly DrawnEdge[], light: EdgeLight): void {
  const isLit = ({ edge }: DrawnEdge): boolean =>
    light.edge !== null
      ? edge === light.edge
      : light.item === null || edge.source === light.item || edge.target === light.item;
  const lit = drawn.filter(isLit);
  for (const each of drawn) if (!isLit(each)) drawEdge(context, each, light.theme, 0.14);
  // Those between neighbours stand back behind those of the centre, which is the first item.
  const isPointed = light.edge !== null || light.item !== null;
  const isNear = ({ edge }: DrawnEdge): boolean => isPointed || edge.source === 0 || edge.target === 0;
  // The more there are, the less each of them tells.
  const quiet = Math.max(0.1, Math.min(0.34, 30 / lit.length));
  for (const each of lit) if (!isNear(each)) drawEdge(context, each, light.theme, quiet);
  for (const each of lit) if (isNear(each)) drawEdge(context, each, light.theme, 1);
  context.globalAlpha = 1;
  context.setLineDash([]);
  if (light.edge !== null || light.named) for (const each of lit) nameEdge(context, each, light.theme);
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

function nameEdge(context: CanvasRenderingContext2D, { edge, shape }: DrawnEdge, theme: Theme): void {
  const words = EDGE_WORDS[edge.kind].out.toLowerCase() + (edge.basis === 'stated' ? '' : ` (${edge.basis})`);
  context.font = '11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = GROUND[theme];
  context.strokeText(words, shape.middle.x, shape.middle.y);
  context.fillStyle = INK[theme];
  context.fillText(words, shape.middle.x, shape.middle.y);
  context.textAlign = 'left';
}
