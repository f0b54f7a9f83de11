import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceTransitively, type Step } from '../../../src/graph/inference/transitive-reduction.ts';

/** Every pair that some way joins, by trying all. */
function closureOf(steps: readonly Step[]): Set<string> {
  const pairs = new Set(steps.map(({ from, to }) => `${from} ${to}`));
  for (let grown = -1; grown !== pairs.size; ) {
    grown = pairs.size;
    for (const pair of [...pairs]) {
      const [from, middle] = pair.split(' ');
      for (const step of steps) if (String(step.from) === middle) pairs.add(`${from} ${step.to}`);
    }
  }
  return pairs;
}

const node = fc.nat(9);
const anySteps = fc.uniqueArray(fc.record({ from: node, to: node }), {
  selector: ({ from, to }) => `${from} ${to}`,
  maxLength: 30,
});
const downward = anySteps.map((steps) => steps.filter(({ from, to }) => from > to));

describe('immediate predecessors', () => {
  it('lead to everything that all steps lead to', () => {
    fc.assert(
      fc.property(downward, (steps) => {
        const { kept, cyclic } = reduceTransitively(steps);
        expect(cyclic).toEqual([]);
        expect(closureOf(kept)).toEqual(closureOf(steps));
      }),
    );
  });

  it('are each needed', () => {
    fc.assert(
      fc.property(downward, (steps) => {
        const { kept } = reduceTransitively(steps);
        for (const step of kept) {
          const others = closureOf(kept.filter((each) => each !== step));
          expect(others.has(`${step.from} ${step.to}`)).toBe(false);
        }
      }),
    );
  });

  it('are never on a cycle, and what is left out because of one is told', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { kept, cyclic } = reduceTransitively(steps);
        const closure = closureOf(kept);
        for (const { from } of kept) expect(closure.has(`${from} ${from}`)).toBe(false);
        const all = closureOf(steps);
        const isCyclic = [...all].some((pair) => pair.split(' ')[0] === pair.split(' ')[1]);
        expect(cyclic.length > 0).toBe(isCyclic);
      }),
    );
  });

  it('of a long chain are its steps', () => {
    const chain = Array.from({ length: 2000 }, (_, at) => ({ from: at + 1, to: at }));
    expect(reduceTransitively(chain).kept).toHaveLength(2000);
  });
});
