import { type Box, overlap } from './box.ts';

/** A name that wants a place: where its node is, how far its mark reaches, and how wide the name is, in pixels. */
export interface NameWish {
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
}

/** Where a name's text begins, at its middle line. */
export interface NamePlace {
  left: number;
  middle: number;
}

/** Gives names their places, the first ones first, and none to those that would cover another or leave the view. */
export function createNamePlacer(view: { width: number; height: number }, taken: Box[] = []) {
  const cell = 120;
  const cells = new Map<number, Box[]>();
  const each = (box: Box, visit: (key: number) => void): void => {
    for (let row = Math.floor(box.top / cell); row <= Math.floor(box.bottom / cell); row++) {
      for (let column = Math.floor(box.left / cell); column <= Math.floor(box.right / cell); column++) {
        visit(row * 10_000 + column);
      }
    }
  };
  const take = (box: Box): void => {
    each(box, (key) => {
      const found = cells.get(key);
      if (found) found.push(box);
      else cells.set(key, [box]);
    });
  };
  const isFree = (box: Box): boolean => {
    let free = true;
    each(box, (key) => {
      if (free && cells.get(key)?.some((other) => overlap(box, other, 3))) free = false;
    });
    return free;
  };
  for (const box of taken) take(box);

  return {
    /** Right of the node, else left of it, else nowhere: null. */
    beside({ x, y, radius, width, height }: NameWish): NamePlace | null {
      for (const left of [x + radius + 4, x - radius - 4 - width]) {
        const box = { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
        if (box.left < 2 || box.right > view.width - 2 || !isFree(box)) continue;
        take(box);
        return { left, middle: y };
      }
      return null;
    },
    /** Around a place, or nowhere. */
    centred({ x, y, width, height }: NameWish): NamePlace | null {
      const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      if (box.left < 4 || box.right > view.width - 4 || box.top < 4 || box.bottom > view.height - 4) return null;
      if (!isFree(box)) return null;
      take(box);
      return { left: box.left, middle: y };
    },
  };
}
