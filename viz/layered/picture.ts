import type { NodeKind } from '../../src/model/graph.ts';

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
  /** What goes wrong with it: its text stands before the note. */
  alert?: { text: string; words: string };
  /** A restart between it and what comes after it. */
  restart?: { is: 'required' | 'perhaps' | 'untold'; text: string; words: string };
  /** What could stand in its place. */
  ways?: PictureWay[];
}

/** What could stand in the place of a box: drawn small below it. */
export interface PictureWay {
  key: string;
  head: string;
  note: string;
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
  ways: PlacedWay[];
  /** Where the arrow goes that leaves it, as far as it is only one; its label and a restart's words share that room. */
  goesOn: 'nowhere' | 'up' | 'level' | 'down';
}

export interface PlacedWay extends PictureWay {
  x: number;
  y: number;
  width: number;
  height: number;
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
  /** Lines: the first stands beside the title, others below it. */
  note: string[];
  /** The band: its top and its height. */
  y: number;
  height: number;
  boxes: PlacedBox[];
  arrows: PlacedArrow[];
}

export interface PlacedPicture {
  width: number;
  /** From the left of one rank to that of the next. */
  pitch: number;
  height: number;
  lanes: PlacedLane[];
}

/** Around what a lane holds. */
export const MARGIN = 20;
export const BOX = { width: 232, height: 78 };
/** What could stand in the place of a box, below it and `indent` to its right. */
export const WAY = { indent: 30, height: 40, gap: 7 };
