import { BOX, MARGIN, type PlacedPicture } from './picture.ts';

/** So many ranks stand beside each other on paper; what goes on further stands below. */
const RANKS_ON_PAPER = 3;

/** A part of a picture: the rectangle that is seen, and what reaches into it. */
export interface PaperStrip {
  x: number;
  y: number;
  width: number;
  height: number;
  picture: PlacedPicture;
}

/** A picture in strips for paper: each lane apart, cut between ranks where it is long. */
export function stripsOf(picture: PlacedPicture): PaperStrip[] {
  const step = RANKS_ON_PAPER * picture.pitch;
  const width = step + MARGIN;
  return picture.lanes.flatMap((lane, place) => {
    const starts = lane.boxes.map((box) => box.x - MARGIN);
    const end = starts.reduce((most, x) => Math.max(most, x), 0);
    const strips: PaperStrip[] = [];
    for (let x = starts.reduce((least, each) => Math.min(least, each), end); x <= end; x += step) {
      const isSeen = (left: number, right: number): boolean => right > x && left < x + width;
      const boxes = lane.boxes.filter((box) => isSeen(box.x, box.x + BOX.width));
      const arrows = lane.arrows.filter(
        ({ points }) => isSeen(points[0]!.x, points.at(-1)!.x) || isSeen(points.at(-1)!.x, points[0]!.x),
      );
      // Bands differ by their places.
      const lanes = picture.lanes.map((each, at) =>
        at === place ? { ...lane, boxes, arrows } : { ...each, boxes: [], arrows: [] },
      );
      strips.push({ x, y: lane.y, width, height: lane.height, picture: { ...picture, lanes } });
    }
    return strips;
  });
}
