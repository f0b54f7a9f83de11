import { type LayeredDrawing, layOut } from './layered-layout.ts';
import {
  BOX,
  MARGIN,
  type PictureBox,
  type PictureLane,
  type PlacedArrow,
  type PlacedBox,
  type PlacedLane,
  type PlacedPicture,
  type PlacedWay,
  WAY,
} from './picture.ts';

/** Beside a box that nothing follows, the words of its restart need this. */
const RESTART_ROOM = 70;
const BETWEEN = 16;
/** Between ranks, where the labels of arrows stand. */
const LEAST_GAP = 92;
const LETTER = 6.2;
const TITLE_LETTER = 8.2;
const NOTE_LETTER = 6.9;
const NOTE_LINE = 18;
const HEAD = 44;
/** A closing edge runs this much below the way that it closes. */
const BELOW = 18;
const LABEL = 14;

/** The rectangle of a box together with the ways below it; edges meet the box itself. */
function roomOf({ ways = [] }: PictureBox): { width: number; height: number; port: number } {
  return { width: BOX.width, height: BOX.height + ways.length * (WAY.height + WAY.gap), port: BOX.height / 2 };
}

function placeBox(box: PictureBox, goesOn: PlacedBox['goesOn'], x: number, y: number): PlacedBox {
  const ways = (box.ways ?? []).map(
    (way, place): PlacedWay => ({
      ...way,
      x: x + WAY.indent,
      y: y + BOX.height + WAY.gap + place * (WAY.height + WAY.gap),
      width: BOX.width - WAY.indent,
      height: WAY.height,
    }),
  );
  return { ...box, x, y, ways, goesOn };
}

/**
 * Places lanes under each other, each laid out from left to right, with their anchors in one column. `room` is the width
 * of the frame in pixels, in which the notes of lanes can be read without scrolling.
 */
export function placePicture(lanes: readonly PictureLane[], room = 1000): PlacedPicture {
  const longest = lanes.flatMap(({ arrows }) => arrows).reduce((most, { label }) => Math.max(most, label.length), 0);
  const gap = { between: BETWEEN, ranks: Math.min(220, Math.max(LEAST_GAP, longest * LETTER + 30)) };
  const laid = lanes.map((lane) => {
    const place = new Map(lane.boxes.map(({ key }, index) => [key, index]));
    const edges = lane.arrows.map(({ from, to }): [number, number] => [place.get(from)!, place.get(to)!]);
    const drawing = layOut({ boxes: lane.boxes.map(roomOf), edges, gap });
    const anchor = lane.anchor === null ? undefined : place.get(lane.anchor);
    return { lane, edges, drawing, anchorX: anchor === undefined ? 0 : drawing.boxes[anchor]!.x };
  });
  const anchorX = laid.reduce((most, each) => Math.max(most, each.anchorX), 0);
  let y = 0;
  let width = 0;
  const placed = laid.map(({ lane, edges, drawing, anchorX: own }): PlacedLane => {
    const left = MARGIN + (lane.anchor === null ? 0 : anchorX - own);
    const note = wrapNote(lane, room);
    const head = lane.title === '' ? MARGIN : HEAD + (note.length - 1) * NOTE_LINE;
    const top = y + head;
    // What closes a cycle and its label run below the boxes.
    const below = drawing.edges.some(({ closesCycle }) => closesCycle) ? BELOW + LABEL : 0;
    const height = head + drawing.height + below + MARGIN;
    // The name of a lane and its note stand in one line.
    const words = MARGIN * 3 + (lane.title.length + note[0]!.length) * TITLE_LETTER;
    const beside = lane.boxes.some(({ restart }) => restart) ? RESTART_ROOM : 0;
    width = Math.max(width, left + drawing.width + beside + MARGIN, Math.min(words, 1000));
    const around = neighbourCounts(edges, drawing);
    const goesOn = (box: number): PlacedBox['goesOn'] =>
      around.only.get(box) ?? (around.leaving.has(box) ? 'level' : 'nowhere');
    const result: PlacedLane = {
      title: lane.title,
      note,
      y,
      height,
      boxes: lane.boxes.map((box, index) => {
        const at = drawing.boxes[index]!;
        return placeBox(box, goesOn(index), left + at.x, top + at.y);
      }),
      arrows: lane.arrows.map((arrow, index) => {
        const { points, closesCycle } = drawing.edges[index]!;
        const drop = closesCycle ? BELOW : 0;
        const moved = points.map((point) => ({ x: left + point.x, y: top + point.y + drop }));
        const [from, to] = edges[index]!;
        const indent = lane.boxes[from]?.restart ? 16 : 8;
        const labelAt = closesCycle
          ? belowOf(moved)
          : labelPlace(moved, indent, around.only.get(from), around.arriving.get(to) === 1);
        return { ...arrow, points: moved, closesCycle, labelAt };
      }),
    };
    y += height;
    return result;
  });
  return { width: Math.max(width, 320), pitch: BOX.width + gap.ranks, height: y, lanes: placed };
}

/** The lines of a note: beside the title where it fits, else below it. */
function wrapNote({ title, note }: PictureLane, room: number): string[] {
  const letters = Math.max(20, Math.floor((room - 2 * MARGIN) / NOTE_LETTER));
  if (title.length * (TITLE_LETTER / NOTE_LETTER) + note.length <= letters) return [note];
  const lines = [''];
  let line = '';
  for (const word of note.split(' ')) {
    if (line !== '' && line.length + word.length >= letters) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** What leaves and what arrives at the boxes; `only` says where the one arrow of a box goes. */
interface NeighbourCounts {
  leaving: ReadonlyMap<number, number>;
  arriving: ReadonlyMap<number, number>;
  only: ReadonlyMap<number, Exclude<PlacedBox['goesOn'], 'nowhere'>>;
}

/** Counts without what closes a cycle, which runs below the others. */
function neighbourCounts(edges: readonly (readonly [number, number])[], drawing: LayeredDrawing): NeighbourCounts {
  const leaving = new Map<number, number>();
  const arriving = new Map<number, number>();
  const only: Map<number, 'up' | 'level' | 'down'> = new Map();
  edges.forEach(([from, to], index) => {
    const { closesCycle, points } = drawing.edges[index]!;
    if (closesCycle) return;
    const count = (leaving.get(from) ?? 0) + 1;
    leaving.set(from, count);
    arriving.set(to, (arriving.get(to) ?? 0) + 1);
    const rise = (points[0]?.y ?? 0) - (points[1]?.y ?? 0);
    if (count === 1) only.set(from, rise > 1 ? 'up' : rise < -1 ? 'down' : 'level');
    else only.delete(from);
  });
  return { leaving, arriving, only };
}

type Points = readonly { x: number; y: number }[];

/** Where the label of an arrow stands: at the end where no other arrow is, and off the line. */
function labelPlace(
  points: Points,
  indent: number,
  only: PlacedBox['goesOn'] | undefined,
  arrivesAlone: boolean,
): PlacedArrow['labelAt'] {
  const [first, last] = [points[0]!, points[points.length - 1]!];
  if (arrivesAlone && (only === undefined || only === 'up')) return { x: last.x - 12, y: last.y - 6, anchor: 'end' };
  if (only !== undefined) return { x: first.x + indent, y: first.y + (only === 'up' ? 15 : -6), anchor: 'start' };
  const { x, y } = middleOf(points);
  return { x, y: y - 4, anchor: 'middle' };
}

/** The label of what closes a cycle stands below its middle. */
function belowOf(points: Points): PlacedArrow['labelAt'] {
  const { x, y } = middleOf(points);
  return { x, y: y + 14, anchor: 'middle' };
}

/** The middle of a way: of its level part beside a box that it passes, where it has one. */
function middleOf(points: Points): { x: number; y: number } {
  const at = points.length > 2 ? Math.floor((points.length - 1) / 2) : 0;
  const [from, to] = [points[at]!, points[at + 1]!];
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}
