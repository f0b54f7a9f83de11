import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { countWords } from '../../src/query/related/words.ts';
import { related, relatedQuery } from '../../src/query/related.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { processorTime } from '../processor-time.ts';
import { sampleFolder } from '../sample-archive.ts';
import { departures } from './holds-schema.ts';

let store: Store;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kbgraph-test-'));
  const out = join(folder, 'sample.db');
  await buildGraph([sampleFolder], { out });
  store = openStore(out);
  return () => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

describe('related', () => {
  it('ranks articles, each with reasons in words', () => {
    const answer = related(store, 'Q260411')!;
    expect(answer.id).toBe('article:260411');
    expect(answer.related.length).toBeGreaterThan(2);
    expect(answer.related.map(({ rank }) => rank)).toEqual(answer.related.map((_, at) => at + 1));
    for (const { reasons, id, kind } of answer.related) {
      expect(kind).toBe('article');
      expect(id).not.toBe(answer.id);
      expect(reasons.length).toBeGreaterThan(0);
      for (const { words } of reasons) expect(words).toMatch(/^\S.*\S$/);
    }
  });

  it('leaves out what is joined already where it should', () => {
    expect(related(store, '260411')!.related.some(({ isLinked }) => isLinked)).toBe(true);
    expect(related(store, '260411', { unlinked: true })!.related.some(({ isLinked }) => isLinked)).toBe(false);
  });

  it('gives at most as many as are wanted, and the same ones each time', () => {
    const two = related(store, '260411', { limit: 2 })!;
    expect(two.related).toEqual(related(store, '260411')!.related.slice(0, 2));
  });

  it('refuses what is no article, and knows no other id', () => {
    expect(() => related(store, 'file:tcpip.sys')).toThrow(expect.objectContaining({ code: 'no-related' }));
    expect(related(store, 'Q9999999')).toBeNull();
  });

  it('holds its schema for every article of the sample', () => {
    for (const { node } of store.nodes('article')) {
      const answer = related(store, node.id);
      expect(departures(answer, relatedQuery.schema)).toEqual([]);
    }
  });
});

describe('countWords', () => {
  it('folds the plainest endings, and leaves names and numbers', () => {
    expect([
      ...countWords('Mailboxes, mailbox: indexing indexed. Stopping STOPS Ese.dll 5.5.2652.6 0x80040107'),
    ]).toEqual([
      ['mailbox', 2],
      ['index', 2],
      ['stop', 2],
      ['ese.dll', 1],
      ['5.5.2652.6', 1],
      ['0x80040107', 1],
    ]);
  });

  it('reads hostile texts in a moment', () => {
    const took = processorTime(() => {
      for (const unit of ['a', 'a.', 'a-', "'", 'ing ', '\n', 'é']) countWords(unit.repeat(1_000_000));
    });
    expect(took).toBeLessThan(8000);
  });
});
