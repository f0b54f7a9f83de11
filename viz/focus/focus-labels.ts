import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import { GROUND, INK, type Theme } from '../look/kinds.ts';
import { blend } from '../look/looks.ts';
import { type Box, overlap } from '../map/box.ts';
import type { FocusNode } from './focus-graph.ts';
import { NAME_FONTS, nameBox } from './name-box.ts';

/** Draws names on the outer side of their nodes, and leaves out those that would cover another. */
export function createFocusLabels(theme: () => Theme): {
  draw: NodeLabelDrawingFunction<FocusNode>;
  drawHover: NodeHoverDrawingFunction<FocusNode>;
  /** To be called before every frame. */
  startFrame(): void;
  /** Where names stand in this frame. */
  taken(): readonly Box[];
} {
  let taken: Box[] = [];
  const draw: NodeLabelDrawingFunction<FocusNode> = (context, data) => {
    const node = data as unknown as FocusNode;
    const { role } = node;
    if (!data.label) return;
    const { size, weight } = NAME_FONTS[role];
    context.font = `${weight} ${size}px system-ui, sans-serif`;
    const width = context.measureText(data.label).width;
    const box = nameBox(node, { x: data.x, y: data.y, radius: data.size }, width);
    // The centre's name is there in any case.
    if (role !== 'centre' && taken.some((other) => overlap(box, other, 0))) return;
    taken.push(box);
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = GROUND[theme()];
    context.strokeText(data.label, box.left, box.middle);
    context.fillStyle = role === 'heading' ? blend(INK[theme()], GROUND[theme()], 0.25) : INK[theme()];
    context.fillText(data.label, box.left, box.middle);
    if (role === 'rest') context.fillRect(box.left, box.bottom, width, 1);
  };
  return {
    draw,
    drawHover: (context, data) => {
      if ((data as unknown as FocusNode).role === 'heading') return;
      context.beginPath();
      context.arc(data.x, data.y, Math.max(data.size, 4) + 4, 0, Math.PI * 2);
      context.lineWidth = 2;
      context.strokeStyle = INK[theme()];
      context.stroke();
    },
    startFrame() {
      taken = [];
    },
    taken: () => taken,
  };
}
