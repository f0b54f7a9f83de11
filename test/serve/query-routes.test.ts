import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as queries from '../../src/query/registry.ts';
import { createApi } from '../../src/serve/api.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { departures } from '../query/holds-schema.ts';
import { REPLACED, writeFixtureStore } from './fixture-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kbgraph-routes-'));
let store: Store;
let app: Hono;

beforeAll(() => {
  writeFixtureStore(join(folder, 'fixture.db'));
  store = openStore(join(folder, 'fixture.db'));
  app = createApi(store).app;
});

afterAll(() => {
  store?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(path: string): Promise<{ status: number; json: Record<string, never> }> {
  const answer = await app.request(path);
  return { status: answer.status, json: (await answer.json()) as Record<string, never> };
}

const schemas = new Map(Object.values(queries).map((query) => [query.name, query.schema]));

describe('the queries over HTTP', () => {
  test.each([
    ['chain', '/api/chain/KB910001'],
    ['chain', '/api/chain/article:910001?product=Exchange%20Server%205.5&tier=exact&stated&direction=newer&limit=5'],
    ['plan', '/api/plan?id=910002&have=Exchange%20Server%205.5%20SP3'],
    ['plan', '/api/plan?id=910001&id=910002&product=Exchange%20Server%205.5'],
    ['breaks', '/api/breaks/910001?stated=false'],
    ['related', '/api/related/910002?limit=3&unlinked=true'],
    ['file', '/api/file/queue.dll?atLeast=5.5.2000&platform=x86'],
    ['identify', '/api/identify/queue.dll/5.5.2650.1'],
    ['path', '/api/path?from=910001&to=910003&direction=any&kinds=broken-by,supersedes&count=1&longest=4&hubs=0'],
  ])('%s answers %s as its schema says', async (name, path) => {
    const { status, json } = await ask(path);
    expect(status, JSON.stringify(json)).toBe(200);
    expect(departures(json, schemas.get(name)!)).toEqual([]);
  });

  test('a chain carries the sentence of each step', async () => {
    const { json } = await ask('/api/chain/910001?direction=newer');
    expect(JSON.stringify(json)).toContain(REPLACED);
  });

  test('a file that is shipped gives its chain member a release date', async () => {
    const { json } = await ask('/api/chain/910001?direction=newer');
    expect(json).toMatchObject({
      chains: [{ newer: { members: [{ id: 'article:910002', released: '2000-01-01' }] } }],
    });
  });

  test.each(Object.values(queries).map(({ name }) => name))('the schema of %s is told', async (name) => {
    const { status, json } = await ask(`/api/schema/${name}`);
    expect([status, json.schema]).toEqual([200, schemas.get(name)]);
  });

  test.each([
    ['/api/chain/999999', 404, 'no-node', '999999 is not in this graph.'],
    ['/api/chain/queue.dll', 400, 'no-chain', 'is a file; a chain is of'],
    ['/api/chain/910001?tier=wide', 400, 'bad-parameter', "'tier' is one of exact, platform, unscoped, not 'wide'."],
    ['/api/chain/910001?limit=0', 400, 'bad-parameter', "'limit' is a number from 1 to 5000, not '0'."],
    ['/api/chain/910001?stated=maybe', 400, 'bad-parameter', "'stated' is true or false, not 'maybe'."],
    ['/api/chain/910001?produkt=NT', 400, 'bad-parameter', "'produkt' is no parameter of this question"],
    ['/api/chain/910001?product=a&product=b', 400, 'bad-parameter', "'product' is given 2 times"],
    ['/api/chain/910001?product=Frobnitz', 400, 'unknown-product', 'Frobnitz'],
    ['/api/plan', 400, 'bad-parameter', "The question needs 'id'."],
    ['/api/plan?id=910001&id=999999', 404, 'no-node', '999999 is not in this graph.'],
    ['/api/plan?id=910001&have=%3F%3F', 400, 'malformed-have', '??'],
    ['/api/path?from=910001', 400, 'bad-parameter', "The question needs 'to'."],
    ['/api/path?from=910001&to=nowhere.dll', 404, 'no-node', 'nowhere.dll is not in this graph.'],
    ['/api/path?from=910001&to=910002&kinds=loves', 400, 'bad-parameter', "'kinds' is one of references"],
    ['/api/identify/queue.dll/five', 400, 'bad-version', "'five' is no version."],
    ['/api/file/none.dll', 404, 'no-node', 'none.dll is not in this graph.'],
    [`/api/file/queue.dll?product=${'x'.repeat(600)}`, 400, 'bad-parameter', "'product' takes up to 500 characters."],
    ['/api/schema/frobnicate', 404, 'no-query', 'The queries are assess, breaks, chain'],
  ])('answers %s with a sentence', async (path, status, code, sentence) => {
    const answer = await ask(path);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.error).toContain(sentence);
  });
});
