import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestHittingSet } from '../../../src/query/assess/hitting-set.ts';

const member = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const sets = fc.array(fc.uniqueArray(member, { minLength: 1, maxLength: 4 }), { maxLength: 9 });

/** The oracle: the fewest of seven members, over all 128 choices. */
function fewest(all: readonly (readonly string[])[]): number {
  const members = [...'abcdefg'];
  let best = members.length;
  for (let mask = 0; mask < 1 << members.length; mask++) {
    const chosen = members.filter((_, at) => mask & (1 << at));
    if (chosen.length < best && all.every((set) => set.some((one) => chosen.includes(one)))) best = chosen.length;
  }
  return best;
}

describe('the smallest hitting set', () => {
  it('hits every set, with as few members as any choice does', () => {
    fc.assert(
      fc.property(sets, (all) => {
        const { chosen, isSmallest } = smallestHittingSet(all, (one) => one.charCodeAt(0));
        expect(all.every((set) => set.some((one) => chosen.includes(one)))).toBe(true);
        expect([chosen.length, new Set(chosen).size, isSmallest]).toEqual([fewest(all), chosen.length, true]);
      }),
    );
  });

  it('says when it gave up looking for fewer', () => {
    // Pairs of a large random graph: a vertex cover, which nobody finds by trying.
    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return `n${(seed >>> 12) % 150}`;
    };
    const pairs = Array.from({ length: 900 }, () => [random(), random()]);
    const { chosen, isSmallest } = smallestHittingSet(pairs, () => 0);
    expect(pairs.every((set) => set.some((one) => chosen.includes(one)))).toBe(true);
    expect(isSmallest).toBe(false);
  });
});
