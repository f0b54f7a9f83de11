import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedQuery } from '../typed-queries.ts';
import { smallStore } from './small-store.ts';

describe('the full-text search', () => {
  it('finds articles by words of title and text, inflected or not, the best first', () => {
    const store = smallStore();
    const found = (...words: string[]) =>
      store
        .searchText(
          words.map((text) => ({ text })),
          { limit: 10 },
        )
        .map(({ article }) => article);
    expect(found('backup')).toEqual(['reading-list', '910001']);
    expect(found('messages', 'losing')).toEqual(['910001']);
    expect(found('sorted')).toEqual(['910002']);
    expect(found('violation in Queue.dll')).toEqual(['910002']);
    expect(found('nowhere')).toEqual([]);
    expect(found()).toEqual([]);
  });

  it('gives copies of one article once', () => {
    const hits = smallStore().searchText([{ text: 'note' }], { limit: 10 });
    expect(hits.map(({ article }) => article)).toEqual(['910003']);
  });

  it('takes one matching word as enough when told so', () => {
    const store = smallStore();
    const terms = [{ text: 'violation' }, { text: 'nowhere' }];
    expect(store.searchText(terms, { limit: 10 })).toEqual([]);
    expect(store.searchText(terms, { limit: 10, any: true }).map(({ article }) => article)).toEqual(['910002']);
  });

  it('finds names of the kinds that are wanted, also when the last word is not finished', () => {
    const store = smallStore();
    const found = (text: string, kinds?: Parameters<typeof store.searchNames>[1]['kinds']) =>
      store
        .searchNames([{ text, prefix: true }], { limit: 10, ...(kinds && { kinds }) })
        .map(({ index }) => store.node(index).id);
    expect(found('post off', ['service-pack'])).toEqual(['service-pack:post-office-server-5.5-sp3']);
    expect(found('que', ['file', 'fix']).sort()).toEqual(['file:queue.dll', 'fix:queue2-fix']);
    expect(found('servicepack')).toEqual([]);
    expect(found('que', [])).toEqual([]);
  });

  it('takes whatever is typed as words', () => {
    const store = smallStore();
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: typedQuery, prefix: fc.boolean() }), { maxLength: 5 }),
        fc.boolean(),
        (terms, any) => {
          store.searchText(terms, { limit: 3, any });
          store.searchNames(terms, { limit: 3, any });
          for (const { text } of terms) store.similarWords(text, 3);
        },
      ),
      { numRuns: 300 },
    );
  });
});
