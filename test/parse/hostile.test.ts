import { describe, expect, it } from 'vitest';
import { extractNames } from '../../src/extract/extract-names.ts';
import { extractRelations } from '../../src/extract/extract-relations.ts';
import { parseSource } from '../../src/parse/parse-source.ts';
import { FORMS, hostileText, PHRASES } from '../hostile-texts.ts';
import { processorTime } from '../processor-time.ts';

const LENGTH = 40_000;

function timeOf(text: string): number {
  return processorTime(() => {
    for (const article of parseSource({ name: 'hostile.txt', text }, () => undefined)) {
      extractNames(article, extractRelations(article));
    }
  });
}

const least = (text: string): number => Math.min(timeOf(text), timeOf(text), timeOf(text));

describe('a text of one phrase over and over', () => {
  // Four times the text takes four times as long where the time is linear, and sixteen times where it is quadratic.
  it.each(Object.keys(FORMS))('takes time linear in its length as %s', { timeout: 120_000 }, (form) => {
    const slow = PHRASES.flatMap((phrase) => {
      const [short, long] = [LENGTH, 4 * LENGTH].map((length) => hostileText(form, phrase, length)) as [string, string];
      const linear = (first: number, second: number): boolean => second <= 9 * first + 40;
      if (linear(timeOf(short), timeOf(long))) return [];
      // A pause of the machine looks the same as a slow reader, once.
      const again = [least(short), least(long)] as const;
      return linear(...again) ? [] : [`${JSON.stringify(phrase)}: ${again[0]} ms, then ${again[1]} ms`];
    });
    expect(slow).toEqual([]);
  });
});
