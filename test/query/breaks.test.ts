import { describe, expect, it } from 'vitest';
import { type Breakage, breaks, breaksQuery } from '../../src/query/breaks.ts';
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
