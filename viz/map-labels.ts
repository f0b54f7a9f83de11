import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import { type Box, overlap } from './box.ts';
import { GROUND, INK, type Theme } from './kinds.ts';
import type { EdgeAttributesOnMap, NodeAttributesOnMap } from './map-graph.ts';

/** Draws names with a halo of the ground's colour, and leaves out those that would cover one already drawn. */
export function createLabelDrawing(theme: () => Theme): {
  draw: NodeLabelDrawingFunction<NodeAttributesOnMap, EdgeAttributesOnMap>;
  /** To be called before every frame. */
  startFrame(): void;
} {
  let taken: Box[] = [];
  return {
    startFrame: () => {
      taken = [];
    },
    draw: (context, data, settings) => {
      if (!data.label) return;
      context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
      const x = data.x + data.size + 4;
      const y = data.y + settings.labelSize / 3;
      const right = x + context.measureText(data.label).width;
      const box = { left: x, right, top: y - settings.labelSize, bottom: y + 3 };
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
    const width = context.measureText(data.label).width;
    const overRight = data.x + data.size + width + 24 > context.canvas.clientWidth;
    const left = overRight ? data.x - data.size - width - 22 : data.x + data.size + 8;
    context.beginPath();
    context.roundRect(left, data.y - settings.labelSize / 2 - 6, width + 14, settings.labelSize + 12, 5);
    context.fillStyle = INK[theme()];
    context.fill();
    context.fillStyle = GROUND[theme()];
    context.fillText(data.label, left + 7, data.y + settings.labelSize / 3);
  };
}
