import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutBySpans, showDirectionMarks } from '../../viz/article/evidence-spans.ts';

describe('cutting a text by its evidence', () => {
  test('marks the spans and leaves the rest, in order', () => {
    expect(
      cutBySpans(10, [
        { from: 6, to: 8 },
        { from: 1, to: 3 },
      ]),
    ).toEqual([
      { from: 0, to: 1, marked: false },
      { from: 1, to: 3, marked: true },
      { from: 3, to: 6, marked: false },
      { from: 6, to: 8, marked: true },
      { from: 8, to: 10, marked: false },
    ]);
  });

  test('joins overlapping and touching spans, and cuts those that leave the text', () => {
    expect(
      cutBySpans(5, [
        { from: -3, to: 2 },
        { from: 1, to: 3 },
        { from: 3, to: 9 },
        { from: 7, to: 9 },
      ]),
    ).toEqual([{ from: 0, to: 5, marked: true }]);
  });

  test('covers every character once and marks exactly those within a span', () => {
    const span = fc.record({ from: fc.integer({ min: -5, max: 40 }), to: fc.integer({ min: -5, max: 40 }) });
    fc.assert(
      fc.property(fc.nat(30), fc.array(span), (length, spans) => {
        const pieces = cutBySpans(length, spans);
        const marks = pieces.flatMap(({ from, to, marked }) => Array.from({ length: to - from }, () => marked));
        const wanted = Array.from({ length }, (_, at) => spans.some(({ from, to }) => from <= at && at < to));
        expect(marks).toEqual(wanted);
        expect(pieces.every(({ from, to }) => from < to)).toBe(true);
      }),
    );
  });
});

test('characters that turn the direction of a text become visible, and the length stays', () => {
  expect(showDirectionMarks('a\u202egnp.exe\u2066')).toBe('a\ufffdgnp.exe\ufffd');
});
