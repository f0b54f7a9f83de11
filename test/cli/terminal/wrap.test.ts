import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, wrap, wrapIndented } from '../../../src/cli/terminal/wrap.ts';

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
  });

  it('cuts a word that no line can hold', () => {
    expect(wrap('see abcdefghijkl now', 5)).toEqual(['see', 'abcde', 'fghij', 'kl', 'now']);
  });

  it('never gives a line that is too long, and loses nothing but spaces', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.every((line) => line.length <= width && line !== '')).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('wrapIndented', () => {
  it('puts later lines under the first', () => {
    expect(wrapIndented('one two three four five six seven', 26, 4)).toBe('one two three four\n    five six seven');
  });
});

describe('cut', () => {
  it('marks what it left out', () => {
    expect(cut('Information Store', 11)).toBe('Informatio…');
    expect(cut('Store', 11)).toBe('Store');
  });
});
