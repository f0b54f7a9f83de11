import { describe, expect, it } from 'vitest';
import { type Breakage, breaks, breaksQuery } from '../../src/query/breaks.ts';
import { plan } from '../../src/query/plan.ts';
import { brokenReleases } from '../../src/query/releases.ts';
import { arrayView, someEdge, someNode } from './array-view.ts';
import { departures } from './holds-schema.ts';
import { postOfficeGraph } from './post-office-graph.ts';

const ask = (id: string) => breaks(postOfficeGraph(), id)!;
const repairs = (breakage: Breakage | undefined) => breakage?.repairs.map(({ means, by }) => `${means} ${by.id}`);
const problems = (list: readonly Breakage[]) =>
  list.map(({ problem, isInherited }) => `${problem.id.slice(8)}${isInherited ? ' inherited' : ''}`);

describe('breaks', () => {
  it('tells what goes wrong after installing a fix, and what repairs it', () => {
    const { causes, causedBy } = ask('Q900003');
    expect(problems(causes)).toEqual(['900004']);
    expect(repairs(causes[0])).toEqual(['service-pack service-pack:exchange-server-5.5-sp4', 'release article:900003']);
    expect(causedBy).toEqual([]);
  });

  it('takes a fix by its name for the article that describes it', () => {
    expect(problems(ask('fix:queue2-fix').causes)).toEqual(['900004']);
  });

  it('tells the other direction: what a problem comes from, and what a fix repairs', () => {
    expect(ask('900004').causedBy.map(({ culprit }) => culprit.id)).toEqual(['article:900003']);
    expect(problems(ask('900003').repairs)).toEqual(['900004']);
    expect(problems(ask('service-pack:exchange-server-5.5-sp4').repairs)).toEqual(['900004']);
  });

  it('holds breakage of a service pack for later ones until something is corrected in one', () => {
    expect(problems(ask('service-pack:windows-nt-4.0-sp3').causes)).toEqual(['900007']);
    expect(problems(ask('service-pack:windows-nt-4.0-sp4').causes)).toEqual(['900006', '900007 inherited']);
    expect(problems(ask('service-pack:windows-nt-4.0-sp6').causes)).toEqual(['900006 inherited', '900007 inherited']);
    expect(problems(ask('service-pack:windows-nt-4.0-sp6a').causes)).toEqual(['900007 inherited']);
    expect(problems(ask('service-pack:windows-nt-4.0-sp6a').repairs)).toEqual(['900006']);
  });

  it.each([
    ['what the text names', 'March 7, 2000', { broken: ['March 7, 2000'], repaired: 'June 20, 2000' }],
    [
      'those before the one that repairs it',
      null,
      { broken: ['March 7, 2000', 'January 18, 2000'], repaired: 'June 20, 2000' },
    ],
    ['one that nothing repairs', 'June 20, 2000', { broken: ['June 20, 2000'], repaired: null }],
  ])('tells which release breaks and which repairs: %s', (_, named, expected) => {
    const scoped = (release: string | null) => ({ scope: release === null ? null : { release } });
    const nodes = ['article:1', 'article:2', 'file:a.dll'].map((id) => someNode(id));
    const view = arrayView(nodes, [
      someEdge(1, 'broken-by', 0, scoped(named)),
      someEdge(0, 'includes', 1, scoped('June 20, 2000')),
      someEdge(0, 'ships', 2, scoped('June 20, 2000')),
      someEdge(0, 'ships', 2, scoped('March 7, 2000')),
      someEdge(0, 'ships', 2, scoped('January 18, 2000')),
    ]);
    expect(brokenReleases(view, view.edgesTo(0, ['broken-by'])[0]!)).toEqual(expected);
    expect(breaks(view, '1')?.causes[0]?.releases).toEqual(expected.broken);
    const [only] = plan(view, ['1'])!.plans;
    const told = expected.repaired === null ? ['1 known', 0] : ['0 known', 1];
    expect([`${only?.steps[0]?.breaksInAll} known`, only?.steps[0]?.remarks.length]).toEqual(told);
  });

  it('offers no list of what was corrected as a repair', () => {
    expect(repairs(ask('900003').causes[0])).not.toContain('release article:900008');
  });

  it('refuses what nobody installs, and knows no other id', () => {
    expect(() => ask('file:queue.dll')).toThrow(expect.objectContaining({ code: 'no-breakage' }));
    expect(breaks(postOfficeGraph(), '999999')).toBeNull();
  });

  it.each(['900003', '900004', 'service-pack:windows-nt-4.0-sp6a'])('holds its schema for %s', (id) => {
    expect(departures(ask(id), breaksQuery.schema)).toEqual([]);
  });
});
