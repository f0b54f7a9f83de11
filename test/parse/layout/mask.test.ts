import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask } from '../../../src/parse/layout/mask.ts';

describe('a mask', () => {
  it('takes markup out of a word and moves the blanks to its end', () => {
    const mask = createMask('see <b>Usb</b>stor<i>.sys</i>, then');
    for (const [from, to] of [
      [4, 7],
      [10, 14],
      [18, 21],
      [25, 29],
    ] as const)
      mask.remove(from, to);
    expect(mask.view()).toBe('see    Usbstor.sys,            then');
  });

  it('keeps line breaks in what it blanks', () => {
    const mask = createMask('a <a\nhref> b');
    mask.blank(2, 10);
    expect(mask.view()).toBe('a   \n      b');
  });

  it('puts a sign for a longer run and keeps the word whole', () => {
    const mask = createMask('HKEY\\_LOCAL\\_MACHINE is');
    mask.put(4, 6, '_');
    mask.put(11, 13, '_');
    expect(mask.view()).toBe('HKEY_LOCAL_MACHINE   is');
  });

  it('keeps the length, whatever is taken out', () => {
    const edit = fc.tuple(fc.nat(40), fc.nat(12), fc.constantFrom('blank', 'remove', 'x', "'", '\n'));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(edit), (text, edits) => {
        const mask = createMask(text);
        for (const [from, length, what] of [...edits].sort((a, b) => a[0] - b[0])) {
          const to = Math.min(text.length, from + length);
          if (what === 'blank') mask.blank(from, to);
          else if (what === 'remove') mask.remove(from, to);
          else if (to > from) mask.put(from, to, what);
        }
        expect(mask.view().length).toBe(text.length);
      }),
    );
  });
});
