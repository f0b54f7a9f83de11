import type { FocusItem } from './focus-slice.ts';

/** Where the items of a focus view lie; y grows upwards, one unit is a pixel where everything fits. */
export interface FocusLayout {
  x: Float64Array;
  y: Float64Array;
}

const ROW = 25;
const COLUMN = 250;
const TREE_FIRST = 150;
const TREE_COLUMN = 232;
/** From the centre to the first column. */
const FIRST = 190;
/** More rows than this, and a side has several columns. */
const ROWS = 30;
/** Half a row between groups. */
const GAP = 0.6;
/** How far the middle of a column bows away from the centre. */
const BOW = 46;

/**
 * What arrives at the centre stands left of it and what leaves it right, group under group, so that names can be read
 * as in a list. A side that goes on beyond its first nodes is a tree, one column a step. In a narrow view everything
 * stands in one column right of the centre, indented by its steps.
 */
export function focusLayout(items: readonly FocusItem[], isNarrow = false): FocusLayout {
  const layout: FocusLayout = { x: new Float64Array(items.length), y: new Float64Array(items.length) };
  const children = items.map((): number[] => []);
  for (const [index, { parent }] of items.entries()) if (parent >= 0) children[parent]?.push(index);
  if (isNarrow) {
    placeList(layout, items, children);
    return layout;
  }
  for (const side of ['in', 'out'] as const) {
    const own = (children[0] ?? []).filter((index) => items[index]!.side === side);
    const isTree = own.some((index) => children[index]!.length > 0);
    if (isTree) placeTree(layout, items, children, own, side);
    else placeColumns(layout, items, own, side);
  }
  return layout;
}

/** From the centre to the one column of a narrow view, and from step to step. */
const NARROW_FIRST = 78;
const NARROW_STEP = 36;

function placeList(layout: FocusLayout, items: readonly FocusItem[], children: readonly number[][]): void {
  let row = 2;
  const place = (index: number): void => {
    if (items[index]!.role === 'heading') row += GAP;
    layout.x[index] = NARROW_FIRST + (items[index]!.depth - 1) * NARROW_STEP;
    layout.y[index] = -row++ * ROW;
    for (const child of children[index]!) place(child);
  };
  const first = children[0] ?? [];
  for (const side of ['in', 'out']) for (const index of first) if (items[index]!.side === side) place(index);
}

function placeColumns(layout: FocusLayout, items: readonly FocusItem[], own: readonly number[], side: string): void {
  const columns: number[][] = [];
  const most = Math.ceil(own.length / Math.min(4, Math.ceil(own.length / ROWS)));
  for (const index of own) {
    const last = columns.at(-1);
    // A heading at the foot of a column would stand apart from what it heads.
    const isFull = last && (last.length >= most || (items[index]!.role === 'heading' && last.length >= most - 2));
    if (!last || isFull) columns.push([index]);
    else last.push(index);
  }
  for (const [number, column] of columns.entries()) {
    const rows: number[] = [];
    let row = 0;
    for (const [place, index] of column.entries()) {
      if (place > 0 && items[index]!.role === 'heading') row += GAP;
      rows.push(row++);
    }
    const height = row - 1;
    for (const [place, index] of column.entries()) {
      const y = (height / 2 - rows[place]!) * ROW;
      const bow = BOW * (1 - (height === 0 ? 0 : (2 * y) / (height * ROW)) ** 2);
      layout.x[index] = (side === 'in' ? -1 : 1) * (FIRST + bow + number * COLUMN);
      layout.y[index] = y;
    }
  }
}

function placeTree(
  layout: FocusLayout,
  items: readonly FocusItem[],
  children: readonly number[][],
  own: readonly number[],
  side: string,
): void {
  let row = 0;
  const place = (index: number): void => {
    const { role, depth } = items[index]!;
    layout.x[index] = (side === 'in' ? -1 : 1) * (TREE_FIRST + (depth - 1) * TREE_COLUMN);
    const below = children[index]!;
    if (role === 'heading') {
      // Its place above the first of its group comes once that one has a place.
      row += 1 + GAP;
      return;
    }
    if (below.length === 0) {
      layout.y[index] = row++ * ROW;
      return;
    }
    for (const child of below) place(child);
    const placed = below.filter((child) => items[child]!.role !== 'heading');
    layout.y[index] = (layout.y[placed[0]!]! + layout.y[placed.at(-1)!]!) / 2;
    headGroups(below);
  };
  const headGroups = (siblings: readonly number[]): void => {
    for (const [at, index] of siblings.entries()) {
      const next = siblings[at + 1];
      if (items[index]!.role === 'heading' && next !== undefined) layout.y[index] = layout.y[next]! - ROW;
    }
  };
  for (const index of own) place(index);
  headGroups(own);
  const middle = ((row - 1) * ROW) / 2;
  const turn = (index: number): void => {
    layout.y[index] = middle - layout.y[index]!;
    for (const child of children[index]!) turn(child);
  };
  for (const index of own) turn(index);
}
