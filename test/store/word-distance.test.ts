import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarWords } from '../../src/store/known-words.ts';
import { wordDistance } from '../../src/store/word-distance.ts';

describe('the distance of words', () => {
  it.each([
    ['exchange', 'exchange', 0],
    ['exchagne', 'exchange', 1],
    ['exchang', 'exchange', 1],
    ['exxchange', 'exchange', 1],
    ['exchonge', 'exchange', 1],
    ['xechagne', 'exchange', 2],
    ['exch', 'exchange', 3],
    ['', 'ab', 2],
  ])('is, from %s to %s, %i at most 3', (a, b, distance) => {
    expect(wordDistance(a, b, 2)).toBe(distance);
    expect(wordDistance(b, a, 2)).toBe(distance);
  });

  it('agrees with the plain definition for any two words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(wordDistance(a, b, 2)).toBe(Math.min(3, plainDistance(a, b)));
      }),
      { numRuns: 500 },
    );
  });
});

/** By the definition, without a limit: the best of what the last letters allow. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)];
  const isSame = a.at(-1) === b.at(-1);
  if (isSame) return plainDistance(shortA, shortB);
  const choices = [plainDistance(shortA, b), plainDistance(a, shortB), plainDistance(shortA, shortB)];
  const isSwapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  if (isSwapped) choices.push(plainDistance(a.slice(0, -2), b.slice(0, -2)));
  return 1 + Math.min(...choices);
}

describe('similar words', () => {
  const words = [
    ['exchange', 900],
    ['exchanged', 3],
    ['excuse', 5],
    ['queue', 40],
    ['stops', 7],
    ['stop', 30],
    ['tops', 2],
  ] as const;

  it('are the nearest first, then the most frequent, after the word itself', () => {
    expect(similarWords(words, 'Exchagne', 5).map(({ word }) => word)).toEqual(['exchange', 'exchanged']);
    expect(similarWords(words, 'stops', 5).map(({ word }) => word)).toEqual(['stops', 'stop', 'tops']);
    expect(similarWords(words, 'quuee', 1)).toEqual([{ word: 'queue', count: 40 }]);
  });

  it('are none for what is like nothing', () => {
    for (const word of ['', 'zzzzzz', 'x'.repeat(100_000)]) expect(similarWords(words, word, 5)).toEqual([]);
  });
});
