import type { NodeKind } from '../../src/model/graph.ts';
import { layOut } from './layered-layout.ts';

/** How a box is set apart; each look is also said in its note. */
export type BoxTone = 'plain' | 'asked' | 'current' | 'absent' | 'danger' | 'fold' | 'done';

export interface PictureBox {
  key: string;
  /** The node that it leads to; null for what stands for several. */
  node: string | null;
  kind: NodeKind;
  /** 'KB179129', then its title, then what is to be known of it. */
  head: string;
  title: string;
  note: string;
  tone: BoxTone;
  /** Everything that it says, for a pointer that rests and for a screen reader. */
  words: string;
}

export type ArrowDash = 'solid' | 'dashed' | 'dotted';

export interface PictureArrow {
  key: string;
  from: string;
  to: string;
  dash: ArrowDash;
  /** 'stated', 'inferred', …; stands at the line. */
  label: string;
  words: string;
}

/** One band of a picture. */
export interface PictureLane {
  title: string;
  note: string;
  boxes: PictureBox[];
  arrows: PictureArrow[];
  /** The box that stands in the same column in all lanes. */
  anchor: string | null;
}

export interface PlacedBox extends PictureBox {
  x: number;
  y: number;
}

export interface PlacedArrow extends PictureArrow {
  points: { x: number; y: number }[];
  closesCycle: boolean;
  /** Where its label stands. */
  label: string;
  labelAt: { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
}

export interface PlacedLane {
  title: string;
  note: string;
  /** The band: its top and its height. */
  y: number;
  height: number;
  boxes: PlacedBox[];
  arrows: PlacedArrow[];
}

export interface PlacedPicture {
  width: number;
  height: number;
  lanes: PlacedLane[];
}

export const BOX = { width: 232, height: 78 };
const BETWEEN = 16;
/** Between ranks, where the labels of arrows stand. */
const LEAST_GAP = 92;
const LETTER = 6.2;
const TITLE_LETTER = 7.6;
const MARGIN = 20;
const HEAD = 44;
/** A closing edge runs this much below the way that it closes. */
const BELOW = 18;

/** Places lanes under each other, each laid out from left to right, with their anchors in one column. */
export function placePicture(lanes: readonly PictureLane[]): PlacedPicture {
  const longest = lanes.flatMap(({ arrows }) => arrows).reduce((most, { label }) => Math.max(most, label.length), 0);
  const gap = { between: BETWEEN, ranks: Math.min(220, Math.max(LEAST_GAP, longest * LETTER + 30)) };
  const laid = lanes.map((lane) => {
    const place = new Map(lane.boxes.map(({ key }, index) => [key, index]));
    const edges = lane.arrows.map(({ from, to }): [number, number] => [place.get(from)!, place.get(to)!]);
    const drawing = layOut({ boxes: lane.boxes.map(() => BOX), edges, gap });
    const anchor = lane.anchor === null ? undefined : place.get(lane.anchor);
    return { lane, edges, drawing, anchorX: anchor === undefined ? 0 : drawing.boxes[anchor]!.x };
  });
  const anchorX = laid.reduce((most, each) => Math.max(most, each.anchorX), 0);
  let y = 0;
  let width = 0;
  const placed = laid.map(({ lane, edges, drawing, anchorX: own }): PlacedLane => {
    const left = MARGIN + (lane.anchor === null ? 0 : anchorX - own);
    const head = lane.title === '' ? MARGIN : HEAD;
    const top = y + head;
    const height = head + drawing.height + MARGIN;
    // The name of a lane and its note stand in one line.
    const words = MARGIN * 3 + (lane.title.length + lane.note.length) * TITLE_LETTER;
    width = Math.max(width, left + drawing.width + MARGIN, Math.min(words, 1000));
    const leaving = countBy(edges.map(([from]) => from));
    const arriving = countBy(edges.map(([, to]) => to));
    const result: PlacedLane = {
      title: lane.title,
      note: lane.note,
      y,
      height,
      boxes: lane.boxes.map((box, index) => {
        const at = drawing.boxes[index]!;
        return { ...box, x: left + at.x, y: top + at.y };
      }),
      arrows: lane.arrows.map((arrow, index) => {
        const { points, closesCycle } = drawing.edges[index]!;
        const drop = closesCycle ? BELOW : 0;
        const moved = points.map((point) => ({ x: left + point.x, y: top + point.y + drop }));
        const [from, to] = edges[index]!;
        const [first, last] = [moved[0]!, moved[moved.length - 1]!];
        const labelAt =
          leaving.get(from) === 1
            ? { x: first.x + 8, y: first.y - 6, anchor: 'start' as const }
            : arriving.get(to) === 1
              ? { x: last.x - 12, y: last.y - 6, anchor: 'end' as const }
              : { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 - 4, anchor: 'middle' as const };
        return { ...arrow, points: moved, closesCycle, labelAt };
      }),
    };
    y += height;
    return result;
  });
  return { width: Math.max(width, 320), height: y, lanes: placed };
}

function countBy(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

/** The way of an arrow as an SVG path: level where it leaves and arrives. */
export function arrowPath(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${round(first.x)} ${round(first.y)}`;
  let before = first;
  for (const point of rest) {
    const half = (before.x + point.x) / 2;
    path +=
      before.y === point.y
        ? `H${round(point.x)}`
        : `C${round(half)} ${round(before.y)} ${round(half)} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
    before = point;
  }
  return path;
}

const round = (number: number): number => Math.round(number * 10) / 10;
