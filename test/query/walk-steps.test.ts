import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hop, walkSteps } from '../../src/query/walk-steps.ts';

type Hops = Hop<number>[][];

const graphs: fc.Arbitrary<Hops> = fc.integer({ min: 1, max: 10 }).chain((size) => {
  const end = fc.nat(size - 1);
  return fc.array(fc.tuple(end, end, fc.constantFrom<0 | 1>(0, 1, 1)), { maxLength: 25 }).map((ends) => {
    const hops: Hops = Array.from({ length: size }, () => []);
    for (const [link, [from, to, steps]] of ends.entries()) hops[from]?.push({ to, steps, link });
    return hops;
  });
});

/** Who reaches whom, by trying every node in between. */
function closure(hops: Hops): boolean[][] {
  const reach = hops.map((own, from) => hops.map((_, to) => from === to || own.some((hop) => hop.to === to)));
  for (const between of hops.keys()) {
    for (const from of hops.keys()) {
      for (const to of hops.keys()) reach[from]![to] ||= reach[from]![between]! && reach[between]![to]!;
    }
  }
  return reach;
}

describe('a walk along steps', () => {
  it('meets exactly what can be reached, and puts together what reaches each other', () => {
    fc.assert(
      fc.property(graphs, (hops) => {
        const { groups, groupOf } = walkSteps(0, (node) => hops[node]!);
        const reach = closure(hops);
        const met = [...hops.keys()].filter((node) => reach[0]![node]);
        expect([...groupOf.keys()].sort((a, b) => a - b)).toEqual(met);
        expect(groups.flatMap(({ nodes }) => nodes).sort((a, b) => a - b)).toEqual(met);
        for (const a of met) {
          for (const b of met) {
            expect(groupOf.get(a) === groupOf.get(b)).toBe(reach[a]![b]! && reach[b]![a]!);
          }
        }
      }),
    );
  });

  it('counts the fewest steps, none of them within a group, by every way there is', () => {
    fc.assert(
      fc.property(graphs, (hops) => {
        const { groups, groupOf } = walkSteps(0, (node) => hops[node]!);
        const steps = hops.map((_, node) => (node === 0 ? 0 : Number.POSITIVE_INFINITY));
        for (let round = 0; round <= hops.length; round++) {
          for (const [from, own] of hops.entries()) {
            for (const { to, steps: more } of own) {
              const isInside = groupOf.get(from) === groupOf.get(to);
              steps[to] = Math.min(steps[to]!, steps[from]! + (isInside ? 0 : more));
            }
          }
        }
        for (const [place, group] of groups.entries()) {
          for (const node of group.nodes) expect(group.steps).toBe(steps[node]);
          expect(group.steps).toBeGreaterThanOrEqual(groups[place - 1]?.steps ?? 0);
        }
      }),
    );
  });

  it('knows a loop by a replacement inside the group, and tells what leads out of it and the way it came', () => {
    fc.assert(
      fc.property(graphs, (hops) => {
        const { groups, groupOf, hops: looked } = walkSteps(0, (node) => hops[node]!);
        const all = [...groupOf.keys()].flatMap((from) => hops[from]!.map((hop) => ({ from, ...hop })));
        expect(looked).toBe(all.length);
        for (const [place, { nodes, isLoop, ahead, before, steps }] of groups.entries()) {
          const own = all.filter(({ from }) => nodes.includes(from));
          expect(isLoop).toBe(own.some((hop) => hop.steps === 1 && groupOf.get(hop.to) === place));
          const out = own.filter(({ to }) => groupOf.get(to) !== place).map(({ link }) => link);
          expect(ahead.map(({ hop }) => hop.link).sort()).toEqual(out.sort());
          if (place === 0) expect(before).toBe(-1);
          else {
            const ways = groups[before]!.ahead.filter(({ group }) => group === place);
            expect(Math.min(...ways.map(({ hop }) => groups[before]!.steps + hop.steps))).toBe(steps);
          }
        }
      }),
    );
  });

  it('walks a chain and a loop of 100,000', () => {
    const length = 100_000;
    const ahead = (node: number): Hop<null>[] => [{ to: node + 1, steps: 1, link: null }];
    const line = walkSteps(0, (node) => (node < length ? ahead(node) : []));
    expect(line.groups.at(-1)?.steps).toBe(length);
    const loop = walkSteps(0, (node) => (node < length ? ahead(node) : [{ to: 0, steps: 1, link: null }]));
    expect(loop.groups).toHaveLength(1);
    expect(loop.groups[0]?.isLoop).toBe(true);
  }, 60_000);
});
