import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/pipeline.ts';
import { chain } from '../../../src/query/chain.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { type ChainBox, type ChainLane, chainLanes } from '../../../viz/chain/chain-lanes.ts';
import { foldLane } from '../../../viz/chain/fold-lane.ts';

const folder = mkdtempSync(join(tmpdir(), 'kbgraph-lanes-'));
let store: Store;

beforeAll(async () => {
  await buildGraph(['data'], { out: join(folder, 'sample.db') });
  store = openStore(join(folder, 'sample.db'));
}, 60_000);

afterAll(() => {
  store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const lanesOf = (id: string): ChainLane[] => chainLanes(chain(store, id)!);
const boxOf = (lane: ChainLane, key: string) => lane.boxes.find((box) => box.key === key)!;

describe('the lanes of a chain', () => {
  test('hold every member once, in a package that is joined by the fix that it publishes', () => {
    const subjects = [...store.nodes()].filter(({ node }) => ['article', 'fix', 'service-pack'].includes(node.kind));
    for (const { node } of subjects) {
      const answer = chain(store, node.id)!;
      for (const [place, lane] of chainLanes(answer).entries()) {
        const { newer, older } = answer.chains[place]!;
        const told = new Set([node.id, ...[newer, older].flatMap((side) => side?.members.map(({ id }) => id) ?? [])]);
        const drawn = lane.boxes.flatMap(({ head, also }) => [head, ...also].map(({ id }) => id));
        expect(drawn.sort(), node.id).toEqual([...told].sort());
        const keys = new Set(lane.boxes.map(({ key }) => key));
        for (const arrow of lane.arrows) expect([keys.has(arrow.older), keys.has(arrow.newer)]).toEqual([true, true]);
        // Nothing hangs in the air.
        const reached = new Set([lane.subject]);
        for (let grown = -1; grown !== reached.size; ) {
          grown = reached.size;
          for (const { older: from, newer: to } of lane.arrows) {
            if (reached.has(from)) reached.add(to);
            if (reached.has(to)) reached.add(from);
          }
        }
        expect(reached, node.id).toEqual(keys);
      }
    }
  });

  test('join an article and its fix, and say what is current and withdrawn', () => {
    const [lane] = lanesOf('Q154993');
    expect(lane!.title).toBe('Windows NT 4.0');
    expect(boxOf(lane!, 'article:154993')).toMatchObject({
      side: 'subject',
      marks: expect.arrayContaining(['asked for']),
    });
    expect(boxOf(lane!, 'article:154993').also.map(({ id }) => id)).toEqual(['fix:lsa-fix']);
    expect(boxOf(lane!, 'service-pack:windows-nt-4.0-sp6a').marks).toContain('current');
    expect(boxOf(lane!, 'service-pack:windows-nt-4.0-sp6').marks).toContain('withdrawn');
    expect(boxOf(lane!, 'service-pack:windows-nt-4.0-sp5').marks).toContain('replaced by several');
  });

  test('tell stated from inferred replacements, with all their reasons', () => {
    const [lane] = lanesOf('Q154993');
    const arrow = (newer: string) =>
      lane!.arrows.find((each) => each.older === 'article:154993' && each.newer === newer)!;
    expect(arrow('article:183007').basis).toBe('stated');
    expect(arrow('article:183007').links.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(1);
    expect(arrow('service-pack:windows-nt-4.0-sp4').basis).toBe('inferred');
  });
});

describe('folding', () => {
  const box = (key: string, steps: number, marks: ChainBox['marks'] = []): ChainBox => ({
    key,
    head: { id: key, kind: 'article', label: key, status: 'present' },
    also: [],
    side: steps < 0 ? 'older' : steps > 0 ? 'newer' : 'subject',
    steps: Math.abs(steps),
    released: null,
    marks,
  });
  const fixes = Array.from({ length: 30 }, (_, place) => box(`article:${place}`, -1));
  const wide: ChainLane = {
    title: 'Windows NT 4.0',
    products: [],
    subject: 'service-pack:sp4',
    omitted: 0,
    chain: { scopes: [], products: [], newer: null, older: null, beside: [] },
    boxes: [...fixes, box('service-pack:sp4', 0, ['asked for']), box('service-pack:sp6a', 1, ['current'])],
    arrows: [
      ...fixes.map(({ key }) => ({ older: key, newer: 'service-pack:sp4', basis: 'inferred' as const, links: [] })),
      { older: 'service-pack:sp4', newer: 'service-pack:sp6a', basis: 'inferred', links: [] },
    ],
  };

  test('puts what a service pack contains together, and keeps what is current', () => {
    const { items, arrows } = foldLane(wide, new Set());
    expect(items.flatMap(({ box }) => box?.key ?? [])).toEqual([
      'article:0',
      'article:1',
      'article:2',
      'article:3',
      'service-pack:sp4',
      'service-pack:sp6a',
    ]);
    expect(items.flatMap(({ fold }) => fold?.boxes ?? []).length).toBe(26);
    expect(arrows.length).toBe(6);
  });

  test('opens a fold by its key, and all of them give the lane back', () => {
    const keys = foldLane(wide, new Set()).items.flatMap(({ fold }) => fold?.key ?? []);
    const open = foldLane(wide, new Set(keys));
    expect(open.items).toEqual(wide.boxes.map((box) => ({ box })));
    expect(open.arrows).toEqual(wide.arrows);
    expect(open.open.map(({ key }) => key)).toEqual(keys);
  });

  test('takes what leads to folded boxes alone along, and what leads elsewhere too stays', () => {
    const [alone, shared] = [box('article:alone', -2), box('article:shared', -2)];
    const deep: ChainLane = {
      ...wide,
      boxes: [alone, shared, ...wide.boxes],
      arrows: [
        ...wide.arrows,
        { older: alone.key, newer: 'article:29', basis: 'stated', links: [] },
        { older: shared.key, newer: 'article:28', basis: 'stated', links: [] },
        { older: shared.key, newer: 'service-pack:sp4', basis: 'stated', links: [] },
      ],
    };
    const { items, arrows } = foldLane(deep, new Set());
    const drawn = items.flatMap(({ box }) => box?.key ?? []);
    // Those that go on further stay in sight with what leads to them.
    expect(drawn).toContain('article:28');
    expect(drawn).toContain('article:shared');
    const keys = new Set(items.map(({ box, fold }) => box?.key ?? fold?.key));
    for (const { older, newer } of arrows) expect([keys.has(older), keys.has(newer)]).toEqual([true, true]);
    const all = items.flatMap(({ box, fold }) => (box ? [box] : fold!.boxes)).map(({ key }) => key);
    expect([...all].sort()).toEqual(deep.boxes.map(({ key }) => key).sort());
  });

  test('of more boxes than a drawing holds stays folded when it is opened: a list tells of them', () => {
    const fixes = Array.from({ length: 700 }, (_, place) => box(`article:${place}`, -1));
    const arrows = fixes.map(({ key }) => ({
      older: key,
      newer: 'service-pack:sp4',
      basis: 'inferred' as const,
      links: [],
    }));
    const huge = { ...wide, boxes: [...fixes, ...wide.boxes.slice(30)], arrows };
    const [key = ''] = foldLane(huge, new Set()).items.flatMap(({ fold }) => fold?.key ?? []);
    expect(foldLane(huge, new Set([key])).items.flatMap(({ fold }) => fold?.boxes.length ?? [])).toEqual([696]);
  });

  test('leaves few boxes alone', () => {
    const few = { ...wide, boxes: wide.boxes.slice(26), arrows: wide.arrows.slice(26) };
    expect(foldLane(few, new Set()).items.length).toBe(6);
  });
});
