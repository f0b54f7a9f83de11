import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/query/assess.ts';
import { feedView, someCapture, someRow } from './feed-view.ts';

const LINKS = 100_000;
const update = (number: number) => String(1_000_000 + number);
const chain = Array.from({ length: LINKS }, (_, at) =>
  someRow({ cve: `CVE-2015-${at}`, article: update(at), supersedes: at === 0 ? '' : update(at - 1) }),
);

describe('supersession', () => {
  it('of 100,000 links does no harm', () => {
    const { counts, installNext, coveredBy } = assess(feedView(chain), [someCapture([update(LINKS - 2)])]);
    expect(counts).toMatchObject({ exposed: 1, covered: LINKS - 1 });
    expect(installNext.steps.map((step) => step.update)).toEqual([update(LINKS - 1)]);
    expect(Math.max(...coveredBy.map(({ steps }) => steps))).toBe(LINKS - 2);
  }, 120_000);

  it.each([2, 3, 1000])('in a loop of %i does no harm', (size) => {
    const loop = Array.from({ length: size }, (_, at) =>
      someRow({ cve: `CVE-2015-${at}`, article: update(at), supersedes: update((at + 1) % size) }),
    );
    const after = someRow({ cve: 'CVE-2014-1', article: '999', supersedes: '' });
    const view = feedView([...loop, after]);
    expect(assess(view, [someCapture([])]).installNext.steps).toHaveLength(2);
    expect(assess(view, [someCapture([update(0)])]).counts).toMatchObject({ exposed: 1, covered: size });
  });

  it('of an update by itself does no harm', () => {
    const view = feedView([someRow({ cve: 'CVE-2015-1', article: '3062577', supersedes: '3062577' })]);
    expect(assess(view, [someCapture([])]).installNext.steps.map((step) => step.update)).toEqual(['3062577']);
  });
});
