import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search, searchQuery } from '../../src/query/search.ts';
import { processorTime } from '../processor-time.ts';
import { smallStore } from '../store/small-store.ts';
import { typedQuery } from '../typed-queries.ts';
import { departures } from './holds-schema.ts';

const ids = (text: string) => search(smallStore(), text).hits.map(({ id }) => id);

describe('search', () => {
  it.each(['Q910001', 'KB 910001', 'kb910001', '910001'])(
    'answers %s with that article, then those that name it',
    (id) => {
      const [first, ...others] = search(smallStore(), id).hits;
      expect(first).toMatchObject({ id: 'article:910001', reason: 'id', date: '2000-05-01' });
      expect(others.map((hit) => hit.id).sort()).toEqual(['article:910002', 'article:910003']);
    },
  );

  it('puts a file, product or fix before the articles that speak of it', () => {
    expect(ids('queue.dll')).toEqual(['file:queue.dll', 'article:910002']);
    expect(ids('post office server').slice(0, 3).sort()).toEqual([
      'family:post-office-server',
      'product:post-office-server-5.5',
      'service-pack:post-office-server-5.5-sp3',
    ]);
    expect(ids('MS99-071')[0]).toBe('fix:ms99-071');
  });

  it('finds what is still being typed', () => {
    expect(ids('que')).toEqual(expect.arrayContaining(['fix:queue2-fix', 'file:queue.dll', 'article:910001']));
    expect(ids('post off')).toContain('family:post-office-server');
  });

  it('shows the piece of the text that holds the words, on one line', () => {
    const [hit] = search(smallStore(), 'access violation').hits;
    expect(hit).toMatchObject({ id: 'article:910002', reason: 'text' });
    expect(hit?.snippet).toContain('raises an access violation in Queue.dll');
    expect(hit?.snippet).not.toMatch(/[\r\n=]{2}/);
  });

  it.each([
    ['quuee', 'queue', 'article:910001'],
    ['mesage queue ordr', 'message queue order', 'article:910001'],
    ['Post Offcie', 'post office', 'family:post-office-server'],
    ['quueu.dll', 'queue.dll', 'file:queue.dll'],
  ])('corrects %s to %s', (typed, corrected, id) => {
    const answer = search(smallStore(), typed);
    expect(answer.corrected?.toLowerCase()).toBe(corrected);
    expect(answer.hits.map((hit) => hit.id)).toContain(id);
  });

  it('falls back to some of the words where no article has all', () => {
    expect(ids('violation xyzzy')).toContain('article:910002');
  });

  it('takes words in quotes as one phrase', () => {
    expect(ids('"queue loses"')).toEqual(['article:910001']);
    expect(ids('"loses queue"').length).toBeGreaterThanOrEqual(0);
  });

  it('finds nothing in nothing', () => {
    for (const text of ['', '   ', '"', '""', '* ( ) :', '\0', '…']) expect(ids(text)).toEqual([]);
  });

  it('gives at most as many hits as are wanted', () => {
    expect(search(smallStore(), 'queue', { limit: 2 }).hits).toHaveLength(2);
  });

  it('answers a query of a megabyte by its beginning, soon', () => {
    const store = smallStore();
    const long = search(store, 'queue order '.repeat(90_000));
    const took = processorTime(() => {
      for (const text of ['a'.repeat(1_000_000), '"'.repeat(1_000_000), 'é '.repeat(500_000)]) search(store, text);
    });
    expect(took).toBeLessThan(8_000);
    expect(long.query.length).toBeLessThanOrEqual(500);
    expect(long.hits[0]?.id).toBe('article:910001');
  });

  it('has no syntax but quotes, whatever is typed, and holds its schema', () => {
    const store = smallStore();
    fc.assert(
      fc.property(typedQuery, (text) => {
        expect(departures(search(store, text), searchQuery.schema)).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(search(store, 'queue AND OR NEAR( NOT').query).toBe('queue AND OR NEAR( NOT');
  });
});
