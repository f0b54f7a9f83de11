import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain } from '../../../src/query/chain.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { chainCsv, chainText } from '../../../viz/chain/chain-copies.ts';
import { chainLanes } from '../../../viz/chain/chain-lanes.ts';
import { chainPicture } from '../../../viz/chain/chain-picture.ts';
import { loopsOf } from '../../../viz/chain/chain-words.ts';
import { foldLane } from '../../../viz/chain/fold-lane.ts';
import { BOX } from '../../../viz/layered/picture.ts';
import { placePicture } from '../../../viz/layered/place-picture.ts';
import { loopOf, membersOf } from '../../browser/loops.ts';
import { writeArticles } from '../../browser/written-store.ts';

const SIZES = [2, 3, 5];
const folder = mkdtempSync(join(tmpdir(), 'kbgraph-loops-'));
let store: Store;

beforeAll(() => {
  writeArticles(join(folder, 'loops.db'), SIZES.flatMap(loopOf));
  store = openStore(join(folder, 'loops.db'));
});
afterAll(() => {
  store?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is asked about a loop: what comes before it, each of its members, what comes after it. */
const SUBJECTS = SIZES.flatMap((size) =>
  [`940${size}90`, ...membersOf(size), `940${size}91`].map((id) => ({ size, id })),
);

describe.each(SUBJECTS)('the chain of $id, beside or in a loop of $size', ({ size, id }) => {
  const members = membersOf(size);
  const laneOf = () => chainLanes(chain(store, id)!)[0]!;

  test('names the loop once, marks its members, and knows what is current', () => {
    const lane = laneOf();
    expect(loopsOf(lane).map((loop) => loop.map((node) => node.id.slice(8)).sort())).toEqual([members]);
    const marked = lane.boxes.filter(({ marks }) => marks.includes('in a loop')).map(({ key }) => key.slice(8));
    expect(marked.sort()).toEqual(members);
    const current = lane.boxes.filter(({ marks }) => marks.includes('current')).map(({ key }) => key.slice(8));
    expect(current).toEqual([`940${size}91`]);
  });

  test('is drawn whole: one arrow closes the loop, nothing overlaps, and all labels stand inside', () => {
    const picture = placePicture([chainPicture(foldLane(laneOf(), new Set()), true)]);
    const [lane] = picture.lanes;
    expect(lane!.boxes).toHaveLength(size + 2);
    expect(lane!.arrows).toHaveLength(size + 2);
    expect(lane!.arrows.filter(({ closesCycle }) => closesCycle)).toHaveLength(1);
    for (const [at, a] of lane!.boxes.entries()) {
      for (const b of lane!.boxes.slice(at + 1)) {
        expect(Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height).toBe(true);
      }
    }
    for (const { labelAt, points } of lane!.arrows) {
      expect(labelAt.y).toBeLessThan(picture.height);
      for (const { x, y } of points) expect([x <= picture.width, y <= picture.height]).toEqual([true, true]);
    }
  });

  test('says so in the copies', () => {
    const answer = chain(store, id)!;
    const names = members.map((each) => `KB${each}`);
    expect(chainText(answer)).toContain(
      `A loop: ${names.slice(0, -1).join(', ')} and ${names.at(-1)} replace each other; none of them is the newest.`,
    );
    const [head, ...rows] = chainCsv(answer).trim().split('\r\n');
    expect(head).toMatch(/,loop$/);
    const inside = rows.filter((row) => row.endsWith(names.join(' ')));
    expect(inside).toHaveLength(size);
    expect(rows).toHaveLength(size + 2);
    const loops = answer.chains.flatMap(({ newer, older }) => [newer, older].flatMap((side) => side?.loops ?? []));
    expect(loops[0]?.map((node) => node.id.slice(8)).sort()).toEqual(members);
  });
});
