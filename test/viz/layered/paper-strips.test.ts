import { expect, test } from 'vitest';
import { stripsOf } from '../../../viz/layered/paper-strips.ts';
import { BOX, type PictureLane } from '../../../viz/layered/picture.ts';
import { placePicture } from '../../../viz/layered/place-picture.ts';

/** A chain of so many boxes, with an arrow from the first to the last. */
function laneOf(title: string, size: number): PictureLane {
  const key = (at: number) => `${title} ${at}`;
  const arrow = (from: string, to: string) =>
    ({ key: `${from}>${to}`, from, to, dash: 'solid', label: 'stated', words: '' }) as const;
  return {
    title,
    note: '',
    anchor: null,
    boxes: Array.from({ length: size }, (_, at) => {
      return { key: key(at), node: null, kind: 'article', head: '', title: '', note: '', tone: 'plain', words: '' };
    }),
    arrows: [
      ...Array.from({ length: size - 1 }, (_, at) => arrow(key(at), key(at + 1))),
      ...(size > 2 ? [arrow(key(0), key(size - 1))] : []),
    ],
  };
}

test.each([1, 3, 4, 100])('strips of a chain of %i hold every box whole and once, and what runs past them', (size) => {
  const picture = placePicture([laneOf('A', size), laneOf('B', 2)]);
  const strips = stripsOf(picture);
  expect(strips).toHaveLength(Math.ceil(size / 3) + 1);
  const whole = strips.flatMap(({ x, y, width, height, picture: part }) =>
    part.lanes
      .flatMap(({ boxes }) => boxes)
      .filter((box) => box.x >= x && box.x + BOX.width <= x + width && box.y >= y && box.y < y + height)
      .map(({ key }) => key),
  );
  expect(whole.toSorted()).toEqual(picture.lanes.flatMap(({ boxes }) => boxes.map(({ key }) => key)).toSorted());
  const drawn = strips.reduce((sum, { picture: part }) => sum + part.lanes.flatMap(({ boxes }) => boxes).length, 0);
  expect(drawn).toBeLessThan(2 * (size + 2));
  if (size < 4) return;
  for (const { picture: part } of strips.slice(0, -1)) {
    expect(part.lanes[0]!.arrows.some(({ key }) => key === `A 0>A ${size - 1}`)).toBe(true);
  }
});
