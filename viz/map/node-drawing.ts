import type { NodeKind } from '../../src/model/graph.ts';
import { GROUND, INK, NODE_WORDS, type Theme } from '../look/kinds.ts';
import { SHAPE_PATHS } from '../look/mark.ts';
import type { Box } from './box.ts';
import type { Place, Size } from './camera.ts';

const paths = new Map<NodeKind, Path2D>();

/** A node's mark on a 2D canvas, in the shape and the colour of its kind. */
export function drawMark(
  context: CanvasRenderingContext2D,
  kind: NodeKind,
  { x, y }: Place,
  radius: number,
  theme: Theme,
): void {
  let path = paths.get(kind);
  if (!path) {
    path = new Path2D(SHAPE_PATHS[NODE_WORDS[kind].shape]);
    paths.set(kind, path);
  }
  const scale = radius / 7;
  context.save();
  context.translate(x - 8 * scale, y - 8 * scale);
  context.scale(scale, scale);
  context.fillStyle = NODE_WORDS[kind].colour[theme];
  context.fill(path, 'evenodd');
  context.restore();
}

/** A name with a halo of the ground's colour. */
export function drawName(context: CanvasRenderingContext2D, name: string, left: number, middle: number, theme: Theme) {
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = GROUND[theme];
  context.strokeText(name, left, middle);
  context.fillStyle = INK[theme];
  context.fillText(name, left, middle);
}

/** The plate with a node's name and a second line: what it says, and where it stands. */
export interface Plate extends Box {
  name: string;
  note: string;
}

const NAME_FONT = '600 13px system-ui, sans-serif';
const NOTE_FONT = '12px system-ui, sans-serif';

/** Places a plate right of a node, else left of it, else below it, within the view. */
export function placePlate(
  context: CanvasRenderingContext2D,
  { x, y }: Place,
  radius: number,
  [name, note]: [string, string],
  view: Size,
): Plate {
  context.font = NAME_FONT;
  const nameWidth = context.measureText(name).width;
  context.font = NOTE_FONT;
  const width = Math.max(nameWidth, context.measureText(note).width) + 18;
  const height = note === '' ? 26 : 42;
  const right = x + radius + 10;
  const isRight = right + width <= view.width;
  const isBelow = !isRight && x - radius - 12 - width < 0;
  const beside = isRight ? right : isBelow ? x - width / 2 : x - radius - 10 - width;
  const left = Math.max(2, Math.min(beside, view.width - width - 2));
  const top = Math.max(2, Math.min(isBelow ? y + radius + 12 : y - height / 2, view.height - height - 2));
  return { name, note, left, top, right: left + width, bottom: top + height };
}

/** Draws a plate, and a ring around its node. */
export function drawPlate(
  context: CanvasRenderingContext2D,
  { x, y }: Place,
  radius: number,
  { name, note, left, top, right, bottom }: Plate,
  theme: Theme,
): void {
  context.beginPath();
  context.arc(x, y, radius + 4, 0, Math.PI * 2);
  context.lineWidth = 2;
  context.strokeStyle = INK[theme];
  context.stroke();
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 6);
  context.fillStyle = INK[theme];
  context.fill();
  context.textBaseline = 'middle';
  context.fillStyle = GROUND[theme];
  context.font = NAME_FONT;
  context.fillText(name, left + 9, top + 14);
  if (note === '') return;
  context.font = NOTE_FONT;
  context.fillText(note, left + 9, top + 30);
}
