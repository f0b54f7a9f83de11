import { describe, expect, test } from 'vitest';
import type { FileAnswer } from '../../../src/query/file.ts';
import { plotFile } from '../../../viz/file/file-plot.ts';

/** A file with so many builds of one product, dated as told. */
function fileOf(dates: readonly (string | null)[]): FileAnswer {
  const carrier = { id: 'article:1', kind: 'article', label: 'A fix', status: 'present', scope: null, isCurrent: true };
  const builds = dates.map((date, at) => ({
    version: `5.5.${2650 - at}.0`,
    date,
    size: null,
    spellings: [],
    carriers: [{ ...carrier, replacedBy: [] }],
  }));
  const group = { product: 'Exchange Server 5.5', platform: null, branch: null, builds };
  return { id: 'file:ese.dll', label: 'ese.dll', groups: [group] } as unknown as FileAnswer;
}

describe('the plot of builds', () => {
  test.each([
    ['years', ['2002-03-01', '1998-01-01'], ['1999', '2000', '2001', '2002']],
    ['months', ['2000-05-20', '2000-03-10'], ['2000-03', '2000-04', '2000-05', '2000-06']],
    ['quarters', ['2001-04-02', '2000-01-26'], ['2000-04', '2000-07', '2000-10', '2001-01', '2001-04']],
  ])('has ticks that tell the time: %s', (_, dates, inside) => {
    const ticks = plotFile(fileOf(dates), 900).ticks.map(({ text }) => text);
    expect(ticks).toEqual(expect.arrayContaining(inside));
    expect(ticks.length).toBeLessThanOrEqual(13);
  });

  test('of many builds without dates is as wide as their marks need', () => {
    const plot = plotFile(fileOf(Array.from({ length: 90 }, () => null)), 360);
    expect(plot.axis).toBe('order');
    expect(plot.width).toBeGreaterThan(1200);
    const places = plot.rows[0]!.marks.map(({ x }) => x);
    for (let at = 1; at < places.length; at++) expect(places[at]! - places[at - 1]!).toBeGreaterThan(13);
    expect(places.at(-1)).toBeLessThan(plot.width);
  });

  test('of a few builds is as wide as its frame', () => {
    expect(plotFile(fileOf([null, null]), 360).width).toBe(360);
    expect(plotFile(fileOf(['2000-01-01', '2001-01-01']), 360).width).toBe(360);
  });
});
