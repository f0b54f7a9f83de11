import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairCharacters } from '../../../src/parse/layout/characters.ts';

describe('a repaired text', () => {
  it.each([
    ['UTF-8 read as windows-1252', 'it doesnâ€™t work', "it doesn't   work"],
    ['the same mistake made twice', 'it doesnÃ¢â‚¬â„¢t work', "it doesn't        work"],
    ['a quote that lost its last byte', 'â€œyesâ€ he', '"yes"    he'],
    ['an accented letter', 'caf\u00c3\u00a9s', 'cafés '],
    ['a stray Â before a line break', '885643Â\nHow', '885643 \nHow'],
    ['a no-break space as UTF-8', 'KB\u00c2\u00a0933682', 'KB  933682'],
    ['an entity', 'a &amp; b&#8217;s &#x2022; c', "a &     b's       •        c"],
    ['U+FFFD and box lines', '873337\ufffd A\u2500\u2500B', '873337  A  B'],
    ['zero-width signs in a word', 'Usb\u200bstor.sys is', 'Usbstor.sys  is'],
    ['curly quotes', '\u201cIt\u2019s\u201d', '"It\'s"'],
  ])('reads %s', (_, text, view) => {
    expect(repairCharacters(text)).toBe(view);
  });

  it.each(['Âge', 'naïve Façade', 'R&D; AT&T', 'x &unknown; y', '&#0;'])('leaves %j as it is', (text) => {
    expect(repairCharacters(text)).toBe(text);
  });

  it('is as long as the text, with the same line breaks', () => {
    const signs = fc.constantFrom(
      'â',
      '€',
      '™',
      'Ã',
      'Â',
      '¢',
      '‚',
      '&',
      '#',
      '8',
      '2',
      '1',
      '7',
      ';',
      'a',
      ' ',
      '\n',
      '\ufffd',
      '\u00a0',
    );
    fc.assert(
      fc.property(
        fc.array(signs).map((parts) => parts.join('')),
        (text) => {
          const view = repairCharacters(text);
          expect(view.length).toBe(text.length);
          expect([...view.matchAll(/\n/g)].map((m) => m.index)).toEqual([...text.matchAll(/\n/g)].map((m) => m.index));
        },
      ),
    );
  });
});
