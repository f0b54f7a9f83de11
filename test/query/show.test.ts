import { describe, expect, it } from 'vitest';
import { nearMatches } from '../../src/query/near-matches.ts';
import { resolveNodes } from '../../src/query/resolve-node.ts';
import { show, showQuery } from '../../src/query/show.ts';
import { articles, graph, QUOTES, smallStore } from '../store/small-store.ts';
import { departures } from './holds-schema.ts';
import { postOfficeGraph } from './post-office-graph.ts';

describe('show', () => {
  it('tells all about an article, each edge with the sentences that state it', () => {
    const answer = show(smallStore(), 'Q910001')!;
    expect(answer).toMatchObject({
      id: 'article:910001',
      kind: 'article',
      label: 'The message queue loses its order',
      status: 'present',
      date: '2000-05-01',
      dataDate: '2000-06-01',
      copies: 1,
      counts: { out: { references: 1, requires: 1, 'applies-to': 1 }, in: { references: 2, supersedes: 1 } },
    });
    expect(answer.edges.map(({ direction, kind, node }) => `${direction} ${kind} ${node.id}`)).toEqual([
      'out references article:910777',
      'out requires service-pack:post-office-server-5.5-sp3',
      'out applies-to product:post-office-server-5.5',
      'in references article:910003',
      'in references article:reading-list',
      'in supersedes article:910002',
    ]);
    expect(answer.edges[0]?.node).toEqual({
      id: 'article:910777',
      kind: 'article',
      label: 'Queues in general',
      status: 'cited',
    });
    expect(answer.edges[1]).toMatchObject({
      scope: { product: 'Post Office Server 5.5', platform: 'x86', language: 'English' },
      group: 3,
      orLater: true,
      basis: 'stated',
      rule: 'extract/requires',
    });
    expect(answer.edges.map(({ evidence }) => evidence.map(({ quote }) => quote))).toEqual([
      [],
      ['Install Post Office Server 5.5 SP3 first.'],
      [],
      [QUOTES.see, QUOTES.see],
      ['the information store'],
      [QUOTES.replaced, QUOTES.replaces],
    ]);
  });

  it('quotes what the span of that copy’s text says', () => {
    const store = smallStore();
    for (const node of graph.nodes) {
      for (const { evidence } of show(store, node.id)!.edges) {
        for (const { article, copy, from, to, quote } of evidence) {
          const [{ text, span }] = articles.find(([{ id }, ordinal]) => id === article && ordinal === copy)!;
          expect(quote).toBe(text.slice(from - span.from, to - span.from));
          expect(quote).not.toBe('');
        }
      }
    }
  });

  it('holds its schema for every node', () => {
    const store = smallStore();
    for (const { id } of graph.nodes) {
      const answer = show(store, id);
      expect(departures(JSON.parse(JSON.stringify(answer)), showQuery.schema)).toEqual([]);
    }
  });

  it('lists at most so many edges of a kind, and counts all', () => {
    const answer = show(smallStore(), '910001', { limit: 1 })!;
    expect(answer.edges.map(({ direction, kind }) => `${direction} ${kind}`)).toEqual([
      'out references',
      'out requires',
      'out applies-to',
      'in references',
      'in supersedes',
    ]);
    expect(answer.counts.in.references).toBe(2);
  });

  it.each([
    [
      'article:910001',
      [
        'Q910001',
        'q910001',
        'KB910001',
        'kb 910001',
        'KB-910001',
        '910001',
        ' 910001 ',
        'article:910001',
        'article:Q910001',
        'Q910001.TXT',
        'https://example.org/kb/910001',
        'KB0910001',
      ],
    ],
    ['file:queue.dll', ['queue.dll', 'QUEUE.DLL', 'file:queue.dll', 'file:Queue.dll', 'FILE:QUEUE.DLL']],
    [
      'service-pack:post-office-server-5.5-sp3',
      [
        'Post Office Server 5.5 SP3',
        'post office server 5.5 service pack 3',
        'service-pack:post-office-server-5.5-sp3',
        'post-office-server-5.5-sp3',
      ],
    ],
    ['product:post-office-server-5.5', ['POS 5.5', 'Microsoft Post Office Server 5.5', 'product:POS 5.5']],
    ['fix:ms99-071', ['MS99-071', 'ms99-071']],
    ['fix:queue2-fix', ['Queue2-fix', 'QUEUE2-FIX']],
    ['cve:1999-0710', ['CVE-1999-0710', 'cve:1999-0710', 'cve 1999-0710']],
    ['article:reading-list', ['reading-list', 'article:reading-list']],
  ])('takes every spelling of %s', (id, spellings) => {
    const store = smallStore();
    for (const spelling of spellings) expect(show(store, spelling)?.id, spelling).toBe(id);
  });

  it.each(['', '   ', 'Q999999', 'nothing.dll', '%', "' OR 1=1 --", '"', 'x'.repeat(1_000_000), '9'.repeat(100_000)])(
    'knows nothing of what is not in the graph',
    (id) => {
      expect(show(smallStore(), id)).toBeNull();
      expect(resolveNodes(smallStore(), id)).toEqual([]);
    },
  );
});

describe('near matches', () => {
  it.each([
    ['Q910004', ['article:910001', 'article:910002', 'article:910003']],
    ['91001', ['article:910001']],
    ['KB 901001', ['article:910001']],
    ['9100022', ['article:910002']],
    ['quuee.dll', ['file:queue.dll']],
    [
      'Post Ofice Server',
      ['family:post-office-server', 'product:post-office-server-5.5', 'service-pack:post-office-server-5.5-sp3'],
    ],
    ['zzzzzz', []],
  ])('of %s are %j', (id, near) => {
    expect(
      nearMatches(smallStore(), id)
        .map((node) => node.id)
        .sort(),
    ).toEqual(near);
  });

  it.each([
    ['queue3-fix', ['fix:queue2-fix']],
    ['Queue fix', ['fix:queue2-fix']],
    ['Q900150', ['article:900009', 'article:900008']],
    ['Q7777777', []],
  ])('of %s are fixes of another number, or the next articles: %j', (id, near) => {
    expect(nearMatches(postOfficeGraph(), id, 2).map((node) => node.id)).toEqual(near);
  });
});
