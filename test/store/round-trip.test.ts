import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractedArticle } from '../../src/model/extracted.ts';
import { BASES, EDGE_KINDS, type KnowledgeGraph, NODE_KINDS } from '../../src/model/graph.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createStoreWriter } from '../../src/store/store-writer.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { articles, graph, smallStore } from './small-store.ts';

describe('the small store', () => {
  it('gives back the whole graph', () => {
    expect(smallStore().loadGraph()).toEqual(graph);
  });

  it('gives back every copy of every article', () => {
    const store = smallStore();
    for (const [article, copy] of articles) {
      const { relations: _, span, ...kept } = article;
      expect(store.article(article.id, copy)).toEqual({ ...kept, copy, offset: span.from });
    }
    expect(['910001', '910003', '910777', '1'].map((id) => store.copies(id))).toEqual([1, 2, 0, 0]);
  });

  it('gives the current copy unless another is asked for, and null for none', () => {
    const store = smallStore();
    expect(store.article('910003')?.title).toBe('A note on queues, revised');
    expect(store.article('910003', 0)?.title).toBe('A note on queues');
    expect([
      store.article('910003', 2),
      store.article('910777'),
      store.article('x'),
      store.article('910003', Number.NaN),
    ]).toEqual([null, null, null, null]);
  });

  it('gives a node’s edges of all kinds or of some, in both directions', () => {
    const store = smallStore();
    const index = store.indexOf('article:910001')!;
    const edges = graph.edges.map((edge, place) => ({ index: place, ...edge }));
    expect(store.edgesFrom(index)).toEqual([edges[8], edges[2], edges[5]]);
    expect(store.edgesTo(index)).toEqual([edges[1], edges[9], edges[0]]);
    expect(store.edgesTo(index, ['supersedes', 'ships'])).toEqual([edges[0]]);
    expect(store.edgesFrom(index, [])).toEqual([]);
    expect(store.degrees(index)).toEqual({
      from: { references: 1, requires: 1, 'applies-to': 1 },
      to: { references: 2, supersedes: 1 },
    });
  });

  it('finds things by any spelling of their names', () => {
    const store = smallStore();
    const ids = (name: string) => store.named(name).map((index) => store.node(index).id);
    for (const name of ['QUEUE.DLL', ' queue.dll ']) expect(ids(name)).toEqual(['file:queue.dll']);
    for (const name of ['pos  5.5', 'Microsoft Post Office Server version 5.5', 'post-office-server-5.5']) {
      expect(ids(name)).toEqual(['product:post-office-server-5.5']);
    }
    for (const name of ['Post Office Server 5.5 Service Pack 3', 'post office server 5.5 SP 3']) {
      expect(ids(name)).toEqual(['service-pack:post-office-server-5.5-sp3']);
    }
    for (const name of ['', '   ', '…', 'post office', 'x'.repeat(1_000_000)]) expect(ids(name)).toEqual([]);
  });

  it('refuses indexes that no node has', () => {
    const store = smallStore();
    for (const index of [-1, graph.nodes.length, 0.5, Number.NaN]) {
      expect(() => store.node(index)).toThrow(RangeError);
      expect(() => store.edgesFrom(index)).toThrow(RangeError);
    }
  });

  it('is whole', () => {
    expect(smallStore().verify()).toMatchObject({
      format: 4,
      nodes: 13,
      edges: 10,
      articles: 5,
      dataDate: '2000-06-01',
    });
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const count = fc.nat({ max: 1_000_000 });
const scope = fc.record(
  { product: text, platform: text, language: text, branch: text, baseline: text, release: text },
  { requiredKeys: [] },
);
const file = fc.record({
  version: nullable(text),
  platform: nullable(text),
  date: nullable(text),
  size: nullable(fc.maxSafeNat()),
});

/** Graphs of any shape that the types allow, beside articles of any text. */
const anything = fc
  .record({
    nodes: fc.integer({ min: 1, max: 30 }),
    articles: fc.array(fc.tuple(text, fc.string({ unit: 'grapheme' })), { maxLength: 8 }),
  })
  .chain(({ nodes, articles: texts }) =>
    fc.record({
      articles: fc.constant(
        texts.map(
          ([title, body], place): ExtractedArticle => ({
            id: place % 2 ? String(place) : `note ${place}`,
            dialect: 'any',
            title,
            modified: null,
            category: null,
            source: 'any',
            span: { from: place, to: place + body.length },
            text: body,
            keywords: [title],
            relations: [],
          }),
        ),
      ),
      nodes: fc.tuple(
        ...Array.from({ length: nodes }, (_, place) =>
          fc.constantFrom(...NODE_KINDS).chain((kind) =>
            fc.record({
              id: fc.constant(`${kind}:${place}`),
              kind: fc.constant(kind),
              label: text,
              status: fc.constantFrom('present' as const, 'cited' as const, null),
              date: nullable(text),
              attributes: fc.record({ aliases: fc.array(text, { maxLength: 3 }), level: text }, { requiredKeys: [] }),
            }),
          ),
        ),
      ),
      edges: fc.array(
        fc.record({
          kind: fc.constantFrom(...EDGE_KINDS),
          source: fc.nat({ max: nodes - 1 }),
          target: fc.nat({ max: nodes - 1 }),
          basis: fc.constantFrom(...BASES),
          rule: text,
          scope: nullable(scope),
          evidence: fc.array(
            fc
              .record({ article: fc.oneof(text, fc.nat().map(String)), copy: count, from: count, length: count })
              .map(({ length, ...piece }) => ({ ...piece, to: piece.from + length })),
            { maxLength: 3 },
          ),
          group: nullable(count),
          orLater: fc.boolean(),
          file: nullable(file),
        }),
        { maxLength: 60 },
      ),
    }),
  );

describe('any store', () => {
  it('gives back what was written', () => {
    const path = temporaryFolder()('any.db');
    fc.assert(
      fc.property(anything, ({ nodes, edges, articles: written }) => {
        const zeros = () => new Float32Array(nodes.length).fill(0.5);
        const map = {
          x: zeros(),
          y: zeros(),
          community: new Uint32Array(nodes.length),
          importance: zeros(),
          regions: [],
        };
        const whole: KnowledgeGraph = { nodes, edges, map, report: graph.report };
        const writer = createStoreWriter(path);
        for (const article of written) writer.addArticle(article, 0);
        writer.finish(whole);
        const store = openStore(path);
        expect(store.loadGraph()).toEqual(whole);
        for (const { id, text: body, title } of written) {
          expect(store.article(id, 0)).toMatchObject({ id, text: body, title });
        }
        for (const [index, node] of nodes.entries()) {
          expect(store.indexOf(node.id)).toBe(index);
          const arriving = edges.flatMap((edge, place) => (edge.target === index ? [place] : []));
          expect(
            store
              .edgesTo(index)
              .map((edge) => edge.index)
              .sort((a, b) => a - b),
          ).toEqual(arriving);
        }
        store.verify();
        store.close();
      }),
      { numRuns: 25 },
    );
  });
});
