import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import { GROUND, INK, type Theme } from '../look/kinds.ts';
import { type Box, overlap } from './box.ts';
import type { EdgeAttributesOnMap, NodeAttributesOnMap } from './map-graph.ts';

/** Draws names with a halo of the ground's colour, and leaves out those that would cover another or a region's. */
export function createLabelDrawing(
  theme: () => Theme,
  namesInPlace: () => readonly Box[],
): {
  draw: NodeLabelDrawingFunction<NodeAttributesOnMap, EdgeAttributesOnMap>;
  /** To be called before every frame. */
  startFrame(): void;
} {
  let taken: Box[] | null = null;
  return {
    startFrame: () => {
      taken = null;
    },
    draw: (context, data, settings) => {
      // A highlighted node's name stands on its plate.
      if (!data.label || data.highlighted) return;
      context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
      const x = data.x + data.size + 4;
      const y = data.y + settings.labelSize / 3;
      const right = x + context.measureText(data.label).width;
      const box = { left: x, right, top: y - settings.labelSize, bottom: y + 3 };
      taken ??= [...namesInPlace()];
      if (taken.some((other) => overlap(box, other, 3))) return;
      taken.push(box);
      context.lineJoin = 'round';
      context.lineWidth = 4;
      context.strokeStyle = GROUND[theme()];
      context.strokeText(data.label, x, y);
      context.fillStyle = INK[theme()];
      context.fillText(data.label, x, y);
    },
  };
}

/** Draws the node under the pointer: a ring, and its name on a plate. */
export function hoverDrawing(theme: () => Theme): NodeHoverDrawingFunction<NodeAttributesOnMap, EdgeAttributesOnMap> {
  return (context, data, settings) => {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
    context.lineWidth = 2;
    context.strokeStyle = INK[theme()];
    context.stroke();
    if (!data.label) return;
    context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(data.label).width + 14;
    const { left, middle } = plate(data, width, context.canvas.clientWidth);
    context.beginPath();
    context.roundRect(left, middle - settings.labelSize / 2 - 6, width, settings.labelSize + 12, 5);
    context.fillStyle = INK[theme()];
    context.fill();
    context.fillStyle = GROUND[theme()];
    context.fillText(data.label, left + 7, middle + settings.labelSize / 3);
  };
}

/** Where a plate goes: right of its node, else left of it, else below it and within the canvas. */
function plate(
  node: { x: number; y: number; size: number },
  width: number,
  room: number,
): { left: number; middle: number } {
  const right = node.x + node.size + 8;
  if (right + width <= room) return { left: right, middle: node.y };
  const left = node.x - node.size - 8 - width;
  if (left >= 0) return { left, middle: node.y };
  return { left: Math.max(2, Math.min(node.x - width / 2, room - width - 2)), middle: node.y + node.size + 20 };
}
