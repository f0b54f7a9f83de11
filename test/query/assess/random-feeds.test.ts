import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/query/assess.ts';
import { feedView, someCapture, someRow, WINDOWS_7 } from './feed-view.ts';

const OWN = [WINDOWS_7, `Internet Explorer 11 on ${WINDOWS_7}`, 'Windows 7 for x64-based systems Service Pack 1'];
const OTHERS = [
  'Windows 7 for 32-bit Systems Service Pack 1',
  'Windows 7 for x64-based Systems',
  'Windows 8.1 for x64-based systems',
];
const UPDATES = ['100001', '100002', '100003', '100004', '100005', '100006', '100007'];

const rows = fc.array(
  fc
    .record({
      product: fc.constantFrom(...OWN, ...OTHERS),
      article: fc.option(fc.constantFrom(...UPDATES), { freq: 6 }),
      cve: fc.constantFrom('CVE-2015-0001', 'CVE-2015-0002', 'CVE-2015-0003'),
      component: fc.constantFrom('', 'Windows Shell'),
      supersedes: fc.subarray(UPDATES, { maxLength: 2 }),
      // Years after 2016 have two tracks.
      date: fc.constantFrom('2014-05-13', '2017-03-14', '2017-04-11'),
    })
    .map(({ article, supersedes, ...more }) =>
      someRow({
        ...more,
        article,
        supersedes: article === null ? '' : supersedes.filter((one) => one !== article).join(';'),
      }),
    ),
  { minLength: 1, maxLength: 30 },
);
const host = fc.subarray(UPDATES);

type Row = ReturnType<typeof someRow>;

/** The oracle: what is replaced by what is there is there, until nothing is added. It knows products by their spelling alone. */
function reachedFrom(feed: readonly Row[], installed: readonly string[]): Set<string> {
  const there = new Set(installed);
  for (;;) {
    const before = there.size;
    for (const { product, article, supersedes } of feed) {
      if (!OWN.includes(product) || article === null || !there.has(article)) continue;
      for (const older of supersedes.split(';')) if (older !== '') there.add(older);
    }
    if (there.size === before) return there;
  }
}

const ownRows = (feed: readonly Row[]) =>
  feed.flatMap((row, at) => (OWN.includes(row.product) ? [{ ...row, record: at + 1 }] : []));

/** A feed that knows the machine's own system at all. */
const feeds = rows.map((all) => [...all, someRow({ cve: 'CVE-2015-0004', article: '100007' })]);

describe('assess over small feeds made up at random', () => {
  it('gives with --rows --stated what a closure from the installed updates gives, row for row', () => {
    fc.assert(
      fc.property(feeds, host, (feed, installed) => {
        const answer = assess(feedView(feed), [someCapture(installed)], { stated: true, rows: true });
        const there = reachedFrom(feed, installed);
        const expected = ownRows(feed).map(({ record, article }) => [
          record,
          article === null ? 'no-update' : there.has(article) ? 'covered' : 'exposed',
        ]);
        const got = (answer.rows ?? []).map(({ record, state }) => [record, state]);
        expect(got.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual(expected);
      }),
    );
  });

  it('calls a vulnerability covered only if each update that a component needs is there', () => {
    fc.assert(
      fc.property(feeds, host, (feed, installed) => {
        const answer = assess(feedView(feed), [someCapture(installed)], { stated: true });
        const there = reachedFrom(feed, installed);
        const open = new Set(
          ownRows(feed).flatMap(({ cve, article }) => (article !== null && !there.has(article) ? [cve] : [])),
        );
        const told = [...answer.exposed, ...answer.partlyCovered].map(({ id }) => id);
        expect(new Set(told)).toEqual(open);
        expect(told).toHaveLength(open.size);
      }),
    );
  });

  it('moves rows only to covered, with a reason, when it infers and knows alternatives', () => {
    fc.assert(
      fc.property(feeds, host, (feed, installed) => {
        const view = feedView(feed);
        const stated = assess(view, [someCapture(installed)], { stated: true, rows: true }).rows ?? [];
        const full = assess(view, [someCapture(installed)], { rows: true }).rows ?? [];
        const before = new Map(stated.map((row) => [row.record, row]));
        for (const row of full) {
          const { state, means } = before.get(row.record)!;
          if (state === row.state) expect(row.means).toBe(means);
          else
            expect([state, row.state, ['inferred', 'alternative'].includes(row.means ?? '')]).toEqual([
              'exposed',
              'covered',
              true,
            ]);
        }
      }),
    );
  });

  it.each([true, false])(
    'closes everything with what it says to install next (stated: %s), and no fewer would do',
    (stated) => {
      fc.assert(
        fc.property(feeds, host, (feed, installed) => {
          const view = feedView(feed);
          const { installNext } = assess(view, [someCapture(installed)], { stated });
          const next = installNext.steps.map(({ update }) => update);
          const isClosedBy = (more: readonly string[]) => {
            const { exposed, partlyCovered } = assess(view, [someCapture([...installed, ...more])], { stated });
            return exposed.length + partlyCovered.length === 0;
          };
          expect(isClosedBy(next)).toBe(true);
          if (!stated || next.length > 3) return;
          const named = [...new Set(ownRows(feed).flatMap(({ article }) => article ?? []))];
          expect(subsets(named, next.length - 1).some(isClosedBy)).toBe(false);
        }),
        { numRuns: 60 },
      );
    },
  );
});

/** Every choice of exactly so many; none where that is less than none. */
function subsets(all: readonly string[], size: number): string[][] {
  if (size < 0) return [];
  if (size === 0) return [[]];
  return all.flatMap((one, at) => subsets(all.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
}
