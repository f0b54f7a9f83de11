import type { FocusItem } from './focus-slice.ts';

/** One side of a focus view, and the room that it has, in pixels. */
export interface Side {
  items: readonly FocusItem[];
  children: readonly number[][];
  /** What hangs on the centre on this side. */
  own: readonly number[];
  /** -1 left of the centre, 1 right of it. */
  sign: -1 | 1;
  /** From the centre to the border. */
  width: number;
  height: number;
}

/** Where the items of a focus view lie, in pixels from the centre; x grows to the right and y upwards. */
export interface Places {
  x: Float64Array;
  y: Float64Array;
  /** The pixels that each item's name may take. */
  names: Float64Array;
}

/** Rows further apart than this do not read as a list, and nearer than this their names cover each other. */
const WIDEST_ROW = 44;
const TIGHT_ROW = 19;
/** A heading stands so far above what it heads, and so far below what is over it besides. */
const HEADING = 25;
const GAP = 12;
const MOST_COLUMNS = 4;
/** How far the middle of a column bows away from the centre. */
const BOW = 44;
/** From the centre to the first column. */
const [LEAST_FIRST, MOST_FIRST] = [110, 210] as const;
/** A name takes so many pixels where there is room. */
const NAME = 245;
const LONGEST_NAME = 330;
const SHORTEST_NAME = 60;
/** A mark, with the room before and after its name. */
const MARK = 26;

/** How many columns the side would like to have; 0 for a side without anything. */
export function sideWeight(side: Side): number {
  const steps = Math.max(0, ...side.items.map((item) => (isOf(side, item) ? item.depth : 0)));
  return steps > 1 ? steps : columnsOf(side);
}

function isOf({ sign }: Side, { side, role }: FocusItem): boolean {
  return role !== 'centre' && (side === 'in') === (sign === -1);
}

function columnsOf({ own, items, height }: Side): number {
  const headings = own.filter((index) => items[index]!.role === 'heading').length;
  const needed = (own.length - headings) * TIGHT_ROW + headings * (HEADING + GAP);
  return Math.min(MOST_COLUMNS, Math.ceil(needed / height));
}

/** Puts one side's nodes into as few columns as the height allows, groups in their order. */
export function placeColumns(layout: Places, side: Side): void {
  const { items, own, sign, width } = side;
  const wanted = columnsOf(side);
  const most = Math.ceil(own.length / wanted);
  const columns: number[][] = [];
  for (const index of own) {
    const last = columns.at(-1);
    // A heading at the foot of a column would stand apart from what it heads.
    const isFull = last && wanted > 1 && last.length >= (items[index]!.role === 'heading' ? most - 2 : most);
    if (!last || isFull) columns.push([index]);
    else last.push(index);
  }
  const reach = width - BOW;
  const first = between(LEAST_FIRST, reach - columns.length * (NAME + MARK), MOST_FIRST);
  const name = between(SHORTEST_NAME, (reach - first) / columns.length - MARK, LONGEST_NAME);
  for (const [number, column] of columns.entries()) {
    const isHeading = column.map((index) => items[index]!.role === 'heading');
    const { offsets, height } = rowsOf(isHeading, side.height);
    for (const [place, index] of column.entries()) {
      const y = height / 2 - offsets[place]!;
      const bow = BOW * (1 - (height === 0 ? 0 : (2 * y) / height) ** 2);
      layout.x[index] = sign * (first + bow + number * (name + MARK));
      layout.y[index] = y;
      layout.names[index] = name;
    }
  }
}

/** Where the rows of a column lie below its first; a heading stands close above what it heads. */
function rowsOf(isHeading: readonly boolean[], room: number): { offsets: number[]; height: number } {
  const headings = isHeading.filter(Boolean).length;
  const left = room - headings * (HEADING + GAP);
  const apart = between(TIGHT_ROW, left / Math.max(1, isHeading.length - headings), WIDEST_ROW);
  let height = 0;
  const offsets = isHeading.map((heading, place) => {
    if (place > 0) height += heading ? apart + GAP : isHeading[place - 1] ? Math.min(HEADING, apart) : apart;
    return height;
  });
  return { offsets, height };
}

/** Puts one side's nodes into columns by their steps, each beside the middle of what hangs on it. */
export function placeTree(layout: Places, side: Side): void {
  const { items, children, own, sign, width } = side;
  const steps = sideWeight(side);
  const first = between(LEAST_FIRST - 20, width * 0.25, MOST_FIRST - 50);
  const column = (width - first) / steps;
  // In rows, downwards, until it is known how many there are.
  let rows = 0;
  const place = (index: number): void => {
    const { role, depth } = items[index]!;
    layout.x[index] = sign * (first + (depth - 1) * column);
    layout.names[index] = column - MARK;
    const below = children[index]!;
    if (role === 'heading') {
      // Its place above the first of its group comes once that one has a place.
      rows += 1.5;
      return;
    }
    if (below.length === 0) {
      layout.y[index] = rows++;
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
      if (items[index]!.role === 'heading' && next !== undefined) layout.y[index] = layout.y[next]! - 1;
    }
  };
  for (const index of own) place(index);
  headGroups(own);
  const apart = Math.min(WIDEST_ROW, side.height / Math.max(1, rows));
  const turn = (index: number): void => {
    layout.y[index] = ((rows - 1) / 2 - layout.y[index]!) * apart;
    for (const child of children[index]!) turn(child);
  };
  for (const index of own) turn(index);
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
