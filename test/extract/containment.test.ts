import { describe, expect, it } from 'vitest';
import { extractContainment } from '../../src/extract/extract-containment.ts';
import type { Article } from '../../src/model/article.ts';

function articleOf(text: string): Article {
  return {
    id: '900100',
    dialect: 'q-article',
    title: 'A service pack',
    modified: null,
    category: null,
    source: 'Q900100.TXT',
    text,
    span: { from: 0, to: text.length },
    view: text,
    appliesTo: [],
    product: null,
    productVersion: null,
    keywords: [],
    blocks: [],
  };
}

describe('what later packages contain', () => {
  it.each([
    [
      'NOTE: Fixes with a particular version number contain all of the\r\nfixes that have an earlier version number.',
      [{ says: 'later-contains-earlier' }],
    ],
    [
      'Remember: while SP4 has the fixes that came with SP3, it does not contain\r\nthe fixes included in SP2. Install SP2 first.',
      [{ says: 'lacks', servicePack: '4', lacked: '2' }],
    ],
    [
      'Service Pack 3 is not cumulative. Service Pack 3 does not include all of the fixes in Service Pack 2b.',
      [{ says: 'lacks', servicePack: '3', lacked: '2b' }],
    ],
    [
      'Its files are newer, but this hotfix does not replace the\nhotfix in Q900099.',
      [{ says: 'keeps', article: '900099' }],
    ],
    [
      'This hotfix does not supersede Q900098 or KB900097. See Q900096.',
      [
        { says: 'keeps', article: '900098' },
        { says: 'keeps', article: '900097' },
      ],
    ],
    ['The disk does not contain the fixes in the service pack. SP4 contains the fixes included in SP3.', []],
    ['Setup does not replace the file Q900099.dll', []],
    ['', []],
  ])('%j', (text, expected) => {
    const notes = extractContainment(articleOf(text));
    expect(notes).toMatchObject(expected);
    expect(notes).toHaveLength(expected.length);
    for (const { from, to, quote } of notes.flatMap(({ evidence }) => evidence))
      expect(text.slice(from, to)).toBe(quote);
  });

  it('is read in a moment from texts of one phrase over and over', () => {
    for (const phrase of [
      'does not contain the fixes ',
      'this hotfix does not replace ',
      'fixes with a particular version number contain all ',
      ' ',
      'SP 4 ',
    ])
      expect(extractContainment(articleOf(phrase.repeat(2_000_000 / phrase.length))).length).toBeGreaterThanOrEqual(0);
  });
});
