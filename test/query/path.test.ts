import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_KINDS } from '../../src/model/graph.ts';
import { type PathOptions, path, pathQuery } from '../../src/query/path.ts';
import { HUB } from '../../src/query/path-search.ts';
import { smallStore } from '../store/small-store.ts';
import { arrayView, someEdge, someNode } from './array-view.ts';
import { departures } from './holds-schema.ts';

const ids = (steps: readonly { id: string }[] | undefined) =>
  steps?.map(({ id }) => id.replace('article:', '')).join(' ');

/** 1 ←supersedes← 2 ←references← 3, and 1 and 9 both apply to a product that everything applies to. */
function view() {
  const nodes = [
    ...['article:1000', 'article:1001', 'article:1002', 'article:1003', 'product:p', 'article:1009'].map((id) =>
      someNode(id),
    ),
    ...Array.from({ length: HUB }, (_, index) => someNode(`article:${2000 + index}`)),
  ];
  return arrayView(nodes, [
    someEdge(2, 'supersedes', 1),
    someEdge(3, 'references', 2),
    someEdge(3, 'includes', 2, { basis: 'inferred', because: 'it is in the list' }),
    someEdge(1, 'applies-to', 4),
    someEdge(5, 'applies-to', 4),
    ...Array.from({ length: HUB }, (_, index) => someEdge(6 + index, 'applies-to', 4)),
  ]);
}

function ask(from: string, to: string, options: PathOptions = {}) {
  const answer = path(view(), from, to, options)!;
  expect(departures(answer, pathQuery.schema)).toEqual([]);
  return answer;
}

describe('path', () => {
  it('joins two things by edges of any kind, walked either way', () => {
    const { paths, instead } = ask('1001', '1003');
    expect(paths.map(ids)).toEqual(['1001 1002 1003']);
    expect(paths[0]?.map(({ links }) => links.map(({ kind, direction }) => `${kind} ${direction}`))).toEqual([
      [],
      ['supersedes in'],
      ['includes in', 'references in'],
    ]);
    expect(instead).toBeNull();
  });

  it('quotes what says so at each step', () => {
    const answer = path(smallStore(), 'Q910001', 'queue.dll')!;
    expect(departures(answer, pathQuery.schema)).toEqual([]);
    expect(answer.paths[0]?.map(({ id, links }) => [id, links[0]?.evidence[0]?.quote])).toEqual([
      ['article:910001', undefined],
      ['article:910002', 'This hotfix has been replaced by the hotfix in article Q910002.'],
      ['file:queue.dll', 'Queue.dll 5.5.2650.1 for x86'],
    ]);
  });

  it('leads through no hub unless it may', () => {
    expect(ask('1001', '1009').paths).toEqual([]);
    expect(ask('1001', '1009').instead).toMatchObject({
      hubs: [{ id: 'product:p' }],
      kinds: [],
      isAgainstDirection: false,
    });
    expect(ask('1001', '1009', { hubs: true }).paths.map(ids)).toEqual(['1001 product:p 1009']);
    expect(ask('1001', 'product:p').paths.map(ids)).toEqual(['1001 product:p']);
  });

  it('says when only other kinds lead there', () => {
    const { paths, instead } = ask('1001', '1003', { kinds: ['supersedes', 'ships'] });
    expect(paths).toEqual([]);
    expect(instead).toMatchObject({ kinds: ['includes'], hubs: [], isAgainstDirection: false });
    expect(ids(instead?.path)).toBe('1001 1002 1003');
  });

  it('says when only the other direction leads there', () => {
    expect(ask('1003', '1001', { direction: 'out' }).paths.map(ids)).toEqual(['1003 1002 1001']);
    expect(ask('1001', '1003', { direction: 'in' }).paths.map(ids)).toEqual(['1001 1002 1003']);
    const { paths, instead } = ask('1001', '1003', { direction: 'out' });
    expect(paths).toEqual([]);
    expect(instead).toMatchObject({ kinds: [], isAgainstDirection: true });
  });

  it('leaves out what is inferred when only what is stated counts', () => {
    const [steps] = ask('1002', '1003', { stated: true }).paths;
    expect(steps?.[1]?.links.map(({ kind }) => kind)).toEqual(['references']);
    const { paths, instead } = ask('1002', '1003', { stated: true, kinds: ['includes'] });
    expect(paths).toEqual([]);
    expect(instead?.path[1]?.links.map(({ kind }) => kind)).toEqual(['references']);
  });

  it('finds nothing where nothing leads', () => {
    expect(ask('1000', '1003')).toMatchObject({ paths: [], instead: null, isComplete: true });
  });

  it('is null when one end is not there', () => {
    expect(path(view(), '1001', '5')).toBeNull();
    expect(path(view(), '5', '1001')).toBeNull();
  });

  it('joins neighbours only, from end to end, in any graph', () => {
    const made = fc
      .integer({ min: 2, max: 8 })
      .chain((size) =>
        fc.tuple(
          fc.constant(size),
          fc.array(fc.tuple(fc.nat(size - 1), fc.constantFrom(...EDGE_KINDS), fc.nat(size - 1)), { maxLength: 20 }),
          fc.subarray([...EDGE_KINDS], { minLength: 5 }),
          fc.constantFrom('any', 'out', 'in' as const),
        ),
      );
    fc.assert(
      fc.property(made, ([size, ends, kinds, direction]) => {
        const nodes = Array.from({ length: size }, (_, index) => someNode(`article:${100 + index}`));
        const all = ends.map(([from, kind, to]) => someEdge(from, kind, to));
        const answer = path(arrayView(nodes, all), '100', `${99 + size}`, { kinds, direction })!;
        expect(departures(answer, pathQuery.schema)).toEqual([]);
        for (const steps of answer.paths) {
          expect([steps[0]?.id, steps.at(-1)?.id]).toEqual(['article:100', `article:${99 + size}`]);
          for (const { links } of steps.slice(1)) {
            expect(links.length).toBeGreaterThan(0);
            for (const link of links) {
              expect(kinds).toContain(link.kind);
              if (direction !== 'any') expect(link.direction).toBe(direction);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
