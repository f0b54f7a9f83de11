import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import { GROUND, INK, type Theme } from '../look/kinds.ts';
import { blend } from '../look/looks.ts';
import { type Box, overlap } from '../map/box.ts';
import type { FocusNode } from './focus-graph.ts';

const SIZE = 12.5;
const FONTS = {
  beside: `650 14px system-ui, sans-serif`,
  centre: `650 15px system-ui, sans-serif`,
  node: `${SIZE}px system-ui, sans-serif`,
  heading: `650 12px system-ui, sans-serif`,
  rest: `650 ${SIZE}px system-ui, sans-serif`,
} as const;

/** Draws names on the outer side of their nodes, and leaves out those that would cover another. */
export function createFocusLabels(theme: () => Theme): {
  draw: NodeLabelDrawingFunction<FocusNode>;
  drawHover: NodeHoverDrawingFunction<FocusNode>;
  /** To be called before every frame. */
  startFrame(): void;
} {
  let taken: Box[] = [];
  const draw: NodeLabelDrawingFunction<FocusNode> = (context, data) => {
    const { role: own, side, isBeside } = data as unknown as FocusNode;
    const role = own === 'centre' && isBeside ? 'beside' : own;
    if (!data.label) return;
    context.font = FONTS[role];
    const width = context.measureText(data.label).width;
    const gap = role === 'heading' || role === 'rest' ? 0 : data.size + 5;
    const left = role === 'centre' ? data.x - width / 2 : side === 'in' ? data.x - gap - width : data.x + gap;
    const middle = role === 'centre' ? data.y + data.size + 15 : data.y;
    const box = { left, right: left + width, top: middle - 8, bottom: middle + 8 };
    // The centre's name is there in any case.
    if (own !== 'centre' && taken.some((other) => overlap(box, other, 0))) return;
    taken.push(box);
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = GROUND[theme()];
    context.strokeText(data.label, left, middle);
    context.fillStyle = role === 'heading' ? blend(INK[theme()], GROUND[theme()], 0.25) : INK[theme()];
    context.fillText(data.label, left, middle);
    if (role === 'rest') {
      context.fillRect(left, middle + 8, width, 1);
    }
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
  };
}
