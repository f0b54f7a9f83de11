import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestPaths } from '../../src/query/shortest-paths.ts';

interface Made {
  size: number;
  ahead: number[][];
  closed: Set<number>;
}

const graphs: fc.Arbitrary<Made> = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    ahead: fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 4 }), { minLength: size, maxLength: size }),
    closed: fc.uniqueArray(fc.nat(size - 1), { maxLength: 2 }).map((nodes) => new Set(nodes)),
  }),
);

function search(
  { size, ahead, closed }: Made,
  to: number,
  { longest = 20, count = 3, alike = 1e6, budget = 1e6 } = {},
) {
  const behind = Array.from({ length: size }, (_, node) =>
    ahead.flatMap((others, other) => (others.includes(node) && other !== node ? other : [])),
  );
  return shortestPaths({
    from: 0,
    to,
    nodeCount: size,
    ahead: (node) => ahead[node]!.filter((other) => other !== node),
    behind: (node) => behind[node]!,
    isPassable: (node) => !closed.has(node),
    longest,
    count,
    alike,
    budget,
  });
}

/** Every simple path, found by trying all. */
function everyPath({ ahead, closed }: Made, to: number): number[][] {
  const found: number[][] = [];
  const go = (path: number[]) => {
    const last = path.at(-1)!;
    if (last === to) {
      found.push(path);
      return;
    }
    if (path.length > 1 && closed.has(last)) return;
    for (const next of ahead[last]!) if (!path.includes(next)) go([...path, next]);
  };
  go([0]);
  return found;
}

describe('shortest paths', () => {
  it('are those that a brute search finds: all of the least lengths, until there are as many as wanted', () => {
    fc.assert(
      fc.property(graphs, fc.nat(8), fc.integer({ min: 1, max: 6 }), (made, end, count) => {
        const to = end % made.size;
        const { paths, isComplete } = search(made, to, { count });
        const all = everyPath(made, to).sort((a, b) => a.length - b.length);
        const last = all[count - 1]?.length ?? Number.POSITIVE_INFINITY;
        const expected = all.filter(({ length }) => length <= last);
        expect(isComplete).toBe(true);
        expect(paths.map((path) => path.join()).sort()).toEqual(expected.map((path) => path.join()).sort());
        expect(paths.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
      }),
      { numRuns: 500 },
    );
  });

  it('are no longer than they may be', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 5 }), (made, longest) => {
        const { paths } = search(made, made.size - 1, { longest, count: 100 });
        const expected = everyPath(made, made.size - 1).filter((path) => path.length - 1 <= longest);
        expect(paths).toHaveLength(expected.length);
      }),
    );
  });

  it('say when the search was given up', () => {
    const size = 12;
    const ahead = Array.from({ length: size }, (_, node) => [...Array(size).keys()].filter((other) => other !== node));
    const made = { size, ahead, closed: new Set<number>() };
    expect(search(made, 1, { budget: 5 })).toMatchObject({ isComplete: false });
    expect(search(made, 1, { count: 1, alike: 1 })).toEqual({ paths: [[0, 1]], isComplete: true });
  });

  it('lead along a chain of 100,000 edges', () => {
    const size = 100_001;
    const { paths } = shortestPaths({
      from: 0,
      to: size - 1,
      nodeCount: size,
      ahead: (node) => (node + 1 < size ? [node + 1] : []),
      behind: (node) => (node > 0 ? [node - 1] : []),
      isPassable: () => true,
      longest: size,
      count: 1,
      alike: 1,
      budget: 1e7,
    });
    expect(paths[0]).toHaveLength(size);
  }, 60_000);
});
