import { expect } from 'vitest';
import type { Article, Span } from '../../src/model/article.ts';

/** Holds what every stage after parsing relies on: a view of the text's length, and spans that nest and follow each other. */
export function expectSoundSpans(article: Article): void {
  const { text, view, span, blocks } = article;
  expect(view.length).toBe(text.length);
  expect(inside(span, { from: 0, to: text.length })).toBe(true);
  const wrong: unknown[] = [];
  let last = span.from;
  for (const block of blocks) {
    if (block.from < last || block.to <= block.from || !inside(block, span)) wrong.push(block);
    last = block.to;
    if (/^\s|\s$/.test(view.slice(block.from, block.to))) wrong.push({ blank: block });
    if (block.kind !== 'table') continue;
    let row = block.from;
    for (const found of block.rows) {
      if (found.from < row || !inside(found, block)) wrong.push(found);
      row = found.to;
      let cell = found.from;
      for (const part of found.cells) {
        if (part.from < cell || !inside(part, found)) wrong.push(part);
        cell = part.to;
      }
    }
  }
  for (const product of article.appliesTo)
    if (!inside(product, span) || product.from >= product.to) wrong.push(product);
  expect(wrong).toEqual([]);
  expect(article.id).not.toBe('');
  expect(new Set(article.keywords).size).toBe(article.keywords.length);
}

const inside = (inner: Span, outer: Span): boolean =>
  inner.from <= inner.to && inner.from >= outer.from && inner.to <= outer.to;
