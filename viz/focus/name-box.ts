import type { Box } from '../map/box.ts';
import type { FocusNode } from './focus-graph.ts';

export interface NamePlace extends Box {
  /** The middle of the line. */
  middle: number;
  /** Which end of the name stays where it is when its letters are wider than was thought. */
  anchor: 'start' | 'middle' | 'end';
}

/** Where a node's name stands, given how wide it is: beside the mark on its outer side, the centre's below it. */
export function nameBox(
  { role, side, isBeside }: Pick<FocusNode, 'role' | 'side' | 'isBeside'>,
  { x, y, radius }: { x: number; y: number; radius: number },
  width: number,
): NamePlace {
  const isBelow = role === 'centre' && !isBeside;
  const gap = role === 'heading' || role === 'rest' ? 0 : radius + 5;
  const left = isBelow ? x - width / 2 : side === 'in' ? x - gap - width : x + gap;
  const middle = isBelow ? y + radius + 15 : y;
  const anchor = isBelow ? 'middle' : side === 'in' ? 'end' : 'start';
  return { left, right: left + width, top: middle - 8, bottom: middle + 8, middle, anchor };
}

/** What a node's mark covers. */
export function markBox({ x, y, radius }: { x: number; y: number; radius: number }): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** How names are written, by what bears them. */
export const NAME_FONTS: Record<FocusNode['role'], { size: number; weight: number }> = {
  centre: { size: 15, weight: 650 },
  node: { size: 12.5, weight: 400 },
  heading: { size: 12, weight: 650 },
  rest: { size: 12.5, weight: 650 },
};
