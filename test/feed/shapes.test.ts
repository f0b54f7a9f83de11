import { describe, expect, it } from 'vitest';
import { readCapture } from '../../src/host/read-capture.ts';
import { buildGraph } from '../../src/pipeline.ts';
import { assess } from '../../src/query/assess.ts';
import { chain } from '../../src/query/chain.ts';
import { plan } from '../../src/query/plan.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { hostWith, type Shape, shapedFeed, updateOf } from './feed-shapes.ts';

const LINKS = 4000;
const MIDDLE = updateOf(LINKS / 2);

/** From the feed's text to the answers, as the program goes. */
async function answersOf(shape: Shape) {
  const folder = temporaryFolder({ 'CVEs_20190820.csv': shapedFeed(shape, LINKS) });
  const { report, edges } = await buildGraph([folder()], { out: folder('g.db') });
  const store = openStore(folder('g.db'));
  const found = chain(store, String(MIDDLE));
  const planned = plan(store, [String(MIDDLE)]);
  const assessed = assess(store, [readCapture('host.txt', Buffer.from(hostWith(MIDDLE)))]);
  store.close();
  const replacements = edges.filter(({ kind }) => kind === 'supersedes').length;
  return {
    report,
    edges: replacements,
    newer: found!.chains[0]?.newer,
    older: found!.chains[0]?.older,
    planned,
    assessed,
  };
}

describe(`a feed of ${LINKS} updates, from its text to the answers`, () => {
  it('in one chain is walked to its ends', async () => {
    const { newer, older, assessed, planned } = await answersOf('chain');
    expect([newer?.total, older?.total]).toEqual([LINKS / 2 - 1, LINKS / 2]);
    expect(newer?.current.map(({ id }) => id)).toEqual([`article:${updateOf(LINKS - 1)}`]);
    expect(assessed.counts).toMatchObject({ exposed: LINKS / 2 - 1, covered: LINKS / 2 + 1 });
    expect(assessed.installNext.steps.map(({ update }) => update)).toEqual([String(updateOf(LINKS - 1))]);
    expect(planned).not.toBeNull();
  }, 60_000);

  it('in one loop is one loop', async () => {
    const { newer, assessed } = await answersOf('loop');
    expect([newer?.isInLoop, newer?.loops[0]?.length, newer?.total]).toEqual([true, LINKS, 0]);
    expect(assessed.counts).toMatchObject({ exposed: 0, covered: LINKS });
  }, 60_000);

  it('in loops of two is no harm', async () => {
    const { newer, edges } = await answersOf('loops of two');
    expect([newer?.isInLoop, newer?.loops[0]?.length]).toEqual([true, 2]);
    expect(edges).toBe(LINKS);
  }, 60_000);

  it('that replace themselves replace nothing, and are counted', async () => {
    const { newer, report, edges } = await answersOf('replaced by itself');
    expect([newer?.isInLoop ?? false, newer?.total ?? 0, edges ?? 0]).toEqual([false, 0, 0]);
    expect(report.feeds[0]?.dirt['rows whose update replaces itself']).toBe(LINKS);
  }, 60_000);

  it('that all replace one, and of which one replaces all, are told', async () => {
    expect((await answersOf('all replace one')).older?.total).toBe(1);
    const { newer, assessed } = await answersOf('one replaces all');
    expect(newer?.current.map(({ id }) => id)).toEqual([`article:${updateOf(0)}`]);
    expect(assessed.installNext.steps.map(({ update }) => update)).toEqual([String(updateOf(0))]);
  }, 60_000);
});
