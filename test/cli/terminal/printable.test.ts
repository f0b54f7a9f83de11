import { describe, expect, it } from 'vitest';
import { printable, printableJson, printableLines } from '../../../src/cli/terminal/printable.ts';

// What a hostile article may hold, each written as the terminal must see it.
const HOSTILE = [
  ['an escape sequence', 'a\x1b[31mred\x1b[0m', 'a\\u{1b}[31mred\\u{1b}[0m'],
  ['a title for the window', '\x1b]0;owned\x07', '\\u{1b}]0;owned\\u{7}'],
  ['the one-character control sequence introducer', 'a\u009b2Jb', 'a\\u{9b}2Jb'],
  ['a backspace and a delete', 'good\b\b\b\bevil\x7f', 'good\\u{8}\\u{8}\\u{8}\\u{8}evil\\u{7f}'],
  ['a bidirectional override', 'Q1\u202egpj.exe', 'Q1\\u{202e}gpj.exe'],
  [
    'bidirectional isolates and marks',
    '\u2066a\u2069\u200e\u200f\u061cb',
    '\\u{2066}a\\u{2069}\\u{200e}\\u{200f}\\u{61c}b',
  ],
  ['half a character', 'a\ud800b\udc00c', 'a\\u{d800}b\\u{dc00}c'],
  ['invisible tags', 'a\u{e0041}b', 'a\\u{e0041}b'],
] as const;

describe('printable', () => {
  it.each(HOSTILE)('escapes %s', (_name, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('puts a text on one line', () => {
    expect(printable('  first\r\n   second\t third ')).toBe('first second third');
  });

  it('leaves letters of every script and whole surrogate pairs alone', () => {
    const text = 'Grüße, 日本語, עברית, 😀, “quotes” – dash';
    expect(printable(text)).toBe(text);
  });
});

describe('printableLines', () => {
  it('keeps lines and tabs, and escapes the rest', () => {
    expect(printableLines('a\tb\r\nc\rd\x1b[2J\u202e')).toBe('a\tb\nc\nd\\u{1b}[2J\\u{202e}');
  });
});

describe('printableJson', () => {
  it.each(HOSTILE)('keeps the value while it escapes %s', (_name, text) => {
    const json = printableJson(JSON.stringify({ text }, null, 2));
    expect(JSON.parse(json)).toEqual({ text });
    expect(printable(json)).toBe(json.replace(/\s+/g, ' '));
  });
});
