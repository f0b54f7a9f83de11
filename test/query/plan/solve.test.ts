import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Package, Problem } from '../../../src/query/plan/package.ts';
import { solve } from '../../../src/query/plan/solve.ts';
import { processorTime } from '../../processor-time.ts';

const pack = (requires: number[][] = [], restart = 0, ladder: number | null = null): Package => ({
  size: 1,
  requires,
  restart,
  ladder,
});

/** Every set of packages is tried: the cheapest that can be installed in some order, or null. */
function exhaustive({ packages, wanted }: Problem): { count: number; restarts: number } | null {
  let best: { count: number; restarts: number } | null = null;
  for (let set = 0; set < 2 ** packages.length; set++) {
    const members = packages.map((_, index) => index).filter((index) => set & (1 << index));
    const ladders = members.map((index) => packages[index]!.ladder).filter((ladder) => ladder !== null);
    if (new Set(ladders).size < ladders.length) continue;
    if (!wanted.every((group) => group.some((member) => members.includes(member)))) continue;
    const installed = new Set<number>();
    for (let before = -1; before !== installed.size; ) {
      before = installed.size;
      for (const index of members) {
        if (packages[index]!.requires.every((group) => group.some((member) => installed.has(member))))
          installed.add(index);
      }
    }
    if (installed.size < members.length) continue;
    const restarts = members.reduce((sum, index) => sum + packages[index]!.restart, 0);
    const count = members.reduce((sum, index) => sum + packages[index]!.size, 0);
    if (best === null || count < best.count || (count === best.count && restarts < best.restarts)) {
      best = { count, restarts };
    }
  }
  return best;
}

const COUNT = 8;
const members = fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1, maxLength: 3 });
const problems: fc.Arbitrary<Problem> = fc.record({
  packages: fc.array(
    fc.record({
      size: fc.constantFrom(1, 1, 1, 0),
      restart: fc.nat(2),
      requires: fc.array(members, { maxLength: 3 }),
      ladder: fc.option(fc.nat(1), { nil: null, freq: 3 }),
    }),
    { minLength: COUNT, maxLength: COUNT },
  ),
  wanted: fc.array(members, { minLength: 1, maxLength: 3 }),
});

describe('solve', () => {
  it('finds what an exhaustive search finds, loops and ladders included', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = exhaustive(problem);
        const solution = solve(problem);
        if (best === null) {
          expect(solution.unmet.length + solution.loops.length > 0 || solution.mixed).toBe(true);
          return;
        }
        expect(solution).toMatchObject({ proven: true, unmet: [], loops: [], mixed: false });
        const count = solution.chosen.reduce((sum, index) => sum + problem.packages[index]!.size, 0);
        expect({ count, restarts: solution.restarts }).toEqual(best);
        solution.chosen.forEach((index, at) => {
          const before = solution.chosen.slice(0, at);
          for (const group of problem.packages[index]!.requires) {
            expect(group.some((member) => before.includes(member))).toBe(true);
          }
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the least packages, then the fewest restarts, then what is preferred', () => {
    const packages = [pack([[1, 2]]), pack([[3]]), pack([], 1), pack()];
    expect(solve({ packages, wanted: [[0]] }).chosen).toEqual([2, 0]);
    expect(solve({ packages: [pack([], 1), pack([], 0)], wanted: [[0, 1]] }).chosen).toEqual([1]);
    expect(solve({ packages: [pack(), pack()], wanted: [[1, 0]] }).chosen).toEqual([1]);
  });

  it('installs one rung of a ladder that suits everything', () => {
    const packages = [pack([[2, 3]]), pack([[3, 4]]), pack([], 0, 1), pack([], 0, 1), pack([], 0, 1)];
    expect([...solve({ packages, wanted: [[0], [1]] }).chosen].sort()).toEqual([0, 1, 3]);
  });

  it('tells a loop, and plans what is in it all the same', () => {
    const packages = [pack([[1]]), pack([[2]]), pack([[1]])];
    const solution = solve({ packages, wanted: [[0]] });
    expect(solution.loops.map((loop) => [...loop].sort())).toEqual([[1, 2]]);
    expect([...solution.chosen].sort()).toEqual([0, 1, 2]);
  });

  it('needs no loop where another way leads in', () => {
    const packages = [pack([[1, 2]]), pack([[0]]), pack()];
    expect(solve({ packages, wanted: [[0], [1]] })).toMatchObject({ loops: [], unmet: [] });
  });

  it('tells a package that requires itself', () => {
    expect(solve({ packages: [pack([[0]])], wanted: [[0]] })).toMatchObject({ loops: [[0]], chosen: [0] });
  });

  it('tells what nothing can meet, by its place', () => {
    const packages = [pack([[1], []]), pack()];
    expect(solve({ packages, wanted: [[0]] })).toMatchObject({ unmet: [{ owner: 0, at: 1 }] });
    expect(solve({ packages, wanted: [[]] })).toMatchObject({ unmet: [{ owner: null, at: 0 }], chosen: [] });
  });

  it('walks a chain of 100,000 links, and a loop of as many', { timeout: 120_000 }, () => {
    const length = 100_000;
    const chain = Array.from({ length }, (_, index) => pack(index + 1 < length ? [[index + 1]] : []));
    const solution = solve({ packages: chain, wanted: [[0]] });
    expect(solution.chosen.length).toBe(length);
    expect(solution.chosen[0]).toBe(length - 1);
    const loop = chain.map((each, index) => (index + 1 < length ? each : pack([[0]])));
    const looped = solve({ packages: loop, wanted: [[0]] });
    expect(looped.loops.map((members) => members.length)).toEqual([length]);
    expect(looped.chosen.length).toBe(length);
  });

  it('ends soon where the rungs of a ladder never fit together', () => {
    const width = 40;
    const fix = (at: number) => pack([[width + (at % 5), width + ((at + 1) % 5)]]);
    const packages = [
      ...Array.from({ length: width }, (_, at) => fix(at)),
      ...Array.from({ length: 5 }, () => pack([], 2, 0)),
    ];
    let solution: ReturnType<typeof solve> | undefined;
    const took = processorTime(() => {
      solution = solve({ packages, wanted: Array.from({ length: width }, (_, at) => [at]) });
    });
    expect(solution?.mixed).toBe(true);
    expect(solution?.chosen.length).toBe(width + 3);
    expect(took).toBeLessThan(10_000);
  });

  it('ends soon where the choices are many', () => {
    const width = 60;
    const packages = Array.from({ length: 3 * width }, (_, index) =>
      pack(index < width ? [[width + 2 * index, width + 2 * index + 1].map((at) => at % (3 * width))] : [], index % 3),
    );
    const wanted = Array.from({ length: width }, (_, index) => [index]);
    const solution = solve({ packages, wanted });
    expect(solution.chosen.length).toBe(2 * width);
  });
});
