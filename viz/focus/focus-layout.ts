import { type Places, placeColumns, placeTree, type Side, sideWeight } from './focus-sides.ts';
import type { FocusItem } from './focus-slice.ts';

/** The size of what is drawn into, in pixels. */
export interface Room {
  width: number;
  height: number;
}

/** The places of a focus view's items, and what of the plane they are made for. */
export interface FocusLayout extends Places {
  /** Whether it is laid out in one column. */
  isNarrow: boolean;
  /** What of the plane is seen at rest; as large as the room. */
  box: { x: [number, number]; y: [number, number] };
}

/** Rooms of less than so many pixels are laid out in one column. */
const NARROW = 620;
/** Above and below the rows: the caption, and the room for the lowest name. */
const MARGIN = 38;
/** Half of the centre's name, which stays between the first columns; a side without anything still holds it. */
const CENTRE_NAME = 170;
/** One side takes at most this share of the width from the other. */
const MOST_SHARE = 0.66;

/**
 * What arrives at the centre stands left of it and what leaves it right, group under group, so that names can be read
 * as in a list. A side that goes on beyond its first nodes is a tree, one column a step. In a narrow room everything
 * stands in one column right of the centre, indented by its steps. All of it fits the room, but for the length of that
 * one column.
 */
export function focusLayout(items: readonly FocusItem[], { width, height }: Room): FocusLayout {
  const children = items.map((): number[] => []);
  for (const [index, { parent }] of items.entries()) if (parent >= 0) children[parent]?.push(index);
  const layout: FocusLayout = {
    x: new Float64Array(items.length),
    y: new Float64Array(items.length),
    names: new Float64Array(items.length),
    isNarrow: width < NARROW,
    box: { x: [-NARROW_LEFT, width - NARROW_LEFT], y: [NARROW_TOP - height, NARROW_TOP] },
  };
  if (layout.isNarrow) {
    placeList(layout, { items, children, width });
    return layout;
  }
  const tall = Math.max(100, height - 2 * MARGIN);
  const [left, right] = (['in', 'out'] as const).map((side): Side => {
    const own = (children[0] ?? []).filter((index) => items[index]!.side === side);
    return { items, children, own, sign: side === 'in' ? -1 : 1, height: tall, width: 0 };
  }) as [Side, Side];
  left.width = shareOf(width, sideWeight(left), sideWeight(right));
  right.width = width - left.width;
  for (const side of [left, right]) (isTree(side) ? placeTree : placeColumns)(layout, side);
  layout.names[0] = 2 * Math.min(left.width, right.width, CENTRE_NAME) - 20;
  layout.box = { x: [-left.width, right.width], y: [-height / 2, height / 2] };
  return layout;
}

function isTree({ children, own }: Side): boolean {
  return own.some((index) => children[index]!.length > 0);
}

/** How much of the width the left side gets. */
function shareOf(width: number, left: number, right: number): number {
  if (left === 0 && right > 0) return CENTRE_NAME;
  if (right === 0 && left > 0) return width - CENTRE_NAME;
  const share = left + right === 0 ? 0.5 : left / (left + right);
  return width * Math.max(1 - MOST_SHARE, Math.min(MOST_SHARE, share));
}

/** Left of the trunk and above the centre, in one column. */
const NARROW_LEFT = 34;
const NARROW_TOP = 44;
const NARROW_ROW = 26;
/** From the centre to the one column, and from step to step. */
const NARROW_FIRST = 78;
const NARROW_STEP = 36;
const NARROW_GAP = 0.6;

function placeList(
  layout: FocusLayout,
  { items, children, width }: { items: readonly FocusItem[]; children: readonly number[][]; width: number },
): void {
  let row = 2;
  const place = (index: number): void => {
    const { role, depth } = items[index]!;
    if (role === 'heading') row += NARROW_GAP;
    layout.x[index] = NARROW_FIRST + (depth - 1) * NARROW_STEP;
    layout.y[index] = -row++ * NARROW_ROW;
    layout.names[index] = width - NARROW_LEFT - layout.x[index]! - 24;
    for (const child of children[index]!) place(child);
  };
  layout.names[0] = width - NARROW_LEFT - 34;
  const first = children[0] ?? [];
  for (const side of ['in', 'out']) for (const index of first) if (items[index]!.side === side) place(index);
}
