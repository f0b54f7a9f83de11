import { describe, expect, it } from 'vitest';
import { parseSource } from '../../src/parse/parse-source.ts';
import { processorTime } from '../processor-time.ts';

const HEADS: Record<string, string> = {
  'archive-dump': 'Notice: This website is an unofficial Microsoft Knowledge Base\n\nA title\n\n',
  'beta-archive': 'Microsoft KB Archive/817001\n\nArticle ID: 817001\n\nSYMPTOMS\n\n',
  'support-page': 'Article ID: 943001 - Last Review: March 5, 2008 - Revision: 2.2 A title of a page\nSYMPTOMS\n',
  'learn-markdown': '---\ntitle: A title\nms.date: 1/1/2020\n---\n# A title\n\n_Original KB number:_ 4001000\n\n',
  'html-page': '<html><body><h1>A title</h1><p>Article ID: 943001</p><p>',
};
/** What one line may repeat: markers that open and never close, what is glued to itself, numbers, damage, blanks. */
const PHRASES: [string, string][] = [
  ['archive-dump', 'Ltotape.sys5.2.3790.28938,70402-Mar-2007'],
  ['archive-dump', 'File nameFile version'],
  ['archive-dump', '\ufffd'],
  ['beta-archive', ' '],
  ['beta-archive', 'Article ID: 817002 '],
  ['support-page', 'On This Page'],
  ['support-page', 'Knowledge Base: 836993 '],
  ['support-page', 'â€™'],
  ['learn-markdown', '[!INCLUDE ['],
  ['learn-markdown', ']('],
  ['learn-markdown', 'Original product version: a, '],
  ['html-page', '<p><b></i>'],
  ['html-page', '<table>'],
  ['html-page', '&amp;'],
];
const HALF = 2_500_000;

function timeOf(text: string, dialect: string): number {
  return processorTime(() => {
    expect(parseSource({ name: 'hostile.txt', text }, () => undefined)[0]?.dialect).toBe(dialect);
  });
}

describe('a line of 5 MB that repeats one phrase', () => {
  it.each(PHRASES)('takes %s about twice as long as one of half the length: %j', (dialect, phrase) => {
    const line = (length: number): string => HEADS[dialect] + phrase.repeat(Math.ceil(length / phrase.length));
    const half = timeOf(line(HALF), dialect);
    const whole = timeOf(line(2 * HALF), dialect);
    // Twice the length may take twice the time; a quadratic reader would take four times as long, and far longer at all.
    expect(whole).toBeLessThan(3.2 * half + 1500);
  });
});
