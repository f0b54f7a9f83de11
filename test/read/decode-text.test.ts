import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/read/decode-text.ts';

const TEXT = 'Café “Queue” – 25 €\r\nnext line\n';
const utf16 = (text: string, bigEndian: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const PLAIN = 'The queue stops. Install the fix.\r\n';

describe('decoding', () => {
  it.each<[string, Buffer, string]>([
    ['ASCII', Buffer.from(PLAIN), PLAIN],
    ['UTF-8', Buffer.from(TEXT), TEXT],
    ['UTF-8 with a mark, which is no part of the text', Buffer.from(`\ufeff${TEXT}`), TEXT],
    ['UTF-16, little end first, with a mark', utf16(TEXT, false, true), TEXT],
    ['UTF-16, big end first, with a mark', utf16(TEXT, true, true), TEXT],
    ['UTF-16, little end first, without a mark', utf16(PLAIN, false, false), PLAIN],
    ['UTF-16, big end first, without a mark', utf16(PLAIN, true, false), PLAIN],
    [
      'windows-1252',
      Buffer.from('Caf\xe9 \x93Queue\x94 \x96 25 \x80, it\x92s \x81', 'latin1'),
      'Café “Queue” – 25 €, it’s \x81',
    ],
    ['nothing at all', Buffer.alloc(0), ''],
    ['a lone mark', Buffer.from('\ufeff'), ''],
    ['a lone carriage return', Buffer.from('a\rb'), 'a\rb'],
    ['the end-of-file mark of DOS', Buffer.from('The end.\r\n\x1a'), 'The end.\r\n\x1a'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('does not repair text that was decoded wrongly before it came here', () => {
    expect(decodeText(Buffer.from('Youâ€™ll Â see'))).toBe('Youâ€™ll Â see');
  });

  it('reads UTF-8 that was cut in the middle of a letter as UTF-8', () => {
    const bytes = Buffer.from('äöüäöüäöüäöü€');
    expect(decodeText(bytes.subarray(0, -1))).toBe('äöüäöüäöüäöü\ufffd');
  });

  it('gives well-formed text for half a surrogate pair', () => {
    expect(decodeText(utf16('ab\ud83dcd', false, true))).toBe('ab\ufffdcd');
  });

  it.each<[string, Buffer]>([
    ['bytes with NULs', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1')],
    ['one NUL in a text', Buffer.from('The queue\0stops.')],
    ['control characters', Buffer.from(Array.from({ length: 200 }, (_, index) => 1 + (index % 255)))],
  ])('takes %s for no text', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });
});
