import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MapManifest } from '../../src/model/map-manifest.ts';
import { serve } from '../../src/serve/serve.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { HOSTILE, REPLACED, writeFixtureStore } from './fixture-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kbgraph-serve-'));
let store: Store;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  writeFixtureStore(join(folder, 'fixture.db'));
  const site = join(folder, 'site');
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>built</title>');
  writeFileSync(join(site, 'assets', 'main-abc123.js'), 'void 0;');
  store = openStore(join(folder, 'fixture.db'));
  server = await serve(store, { port: 0, site });
});

afterAll(async () => {
  await server?.close();
  store?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks without the client's courtesies: the path is sent as it stands, and the headers are the given ones. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', base = server.url): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function askJson(path: string): Promise<{ status: number; json: Record<string, unknown> }> {
  const { status, body } = await ask(path);
  return { status, json: JSON.parse(body.toString()) as Record<string, unknown> };
}

describe('the server', () => {
  test('serves the page, kept by the browser only where the name tells the version', async () => {
    const page = await ask('/');
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(page.body.toString()).toContain('built');
    const asset = await ask('/assets/main-abc123.js');
    expect(asset.headers['cache-control']).toContain('immutable');
  });

  test('refuses whoever calls it by another name, for pages and data alike', async () => {
    for (const path of ['/', '/api/stats']) {
      const answer = await ask(path, { host: 'kb.example' });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body.toString())).toMatchObject({ code: 'foreign-host' });
    }
  });

  test('sends a strict policy with every answer, also with errors', async () => {
    for (const path of ['/', '/api/stats', '/api/nothing', '/assets/main-abc123.js']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy'], path).toContain("default-src 'none'");
      expect(headers['content-security-policy'], path).not.toContain('unsafe');
      expect(headers['x-content-type-options'], path).toBe('nosniff');
    }
  });

  test('takes the next free port when its own is taken', async () => {
    const other = await serve(store, { port: Number(new URL(server.url).port) });
    try {
      expect(other.url).not.toBe(server.url);
      expect((await ask('/api/stats', {}, 'GET', other.url)).status).toBe(200);
    } finally {
      await other.close();
    }
  });

  test.each(['/../fixture.db', '/..%2ffixture.db', '/%2e%2e/fixture.db', '/assets/../../fixture.db'])(
    'gives nothing from outside its folder for %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  test('only reads', async () => {
    const answer = await ask('/api/stats', {}, 'DELETE');
    expect([answer.status, JSON.parse(answer.body.toString()).code]).toEqual([405, 'read-only']);
  });

  test('packs what it sends', async () => {
    const plain = await ask('/api/node/article:910002');
    const packed = await ask('/api/node/article:910002', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  });
});

describe('the API', () => {
  test('tells what the graph holds', async () => {
    const { status, json } = await askJson('/api/stats');
    expect(status).toBe(200);
    expect(JSON.stringify(json)).toContain('article');
  });

  test('finds an article by any spelling of its id', async () => {
    for (const query of ['910001', 'KB910001', 'q910001']) {
      const { json } = await askJson(`/api/search?q=${query}`);
      expect(JSON.stringify(json), query).toContain('article:910001');
    }
  });

  test('shows a node with the sentences of its edges', async () => {
    const { json } = await askJson('/api/node/article:910001');
    expect(JSON.stringify(json)).toContain(REPLACED);
  });

  test('gives an article its text, with the place where it begins', async () => {
    const { json } = await askJson('/api/article/910001/text');
    expect(json).toMatchObject({ id: '910001', offset: 0 });
    expect(json.text).toContain(HOSTILE);
  });

  test('gives a node its neighbourhood, placed on the map', async () => {
    const { json } = await askJson('/api/neighbourhood/article:910001');
    const { nodes, edges } = json as { nodes: { id: string; x: number }[]; edges: { kind: string }[] };
    expect(nodes[0]?.id).toBe('article:910001');
    expect(nodes.map((node) => node.id)).toContain('article:910002');
    expect(edges.map((edge) => edge.kind)).toContain('supersedes');
    expect(nodes.every((node) => Number.isFinite(node.x))).toBe(true);
  });

  test('announces the map and sends its sections, which never change under their version', async () => {
    const { json } = await askJson('/api/map');
    const manifest = json as unknown as MapManifest;
    for (const section of manifest.sections) {
      const plain = await ask(section.path);
      expect([section.name, plain.body.length]).toEqual([section.name, section.bytes]);
      expect(plain.headers['cache-control']).toContain('immutable');
      const packed = await ask(section.path, { 'accept-encoding': 'gzip, br' });
      expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    }
    const stale = await ask('/api/map/0123456789abcdef/positions');
    expect([stale.status, JSON.parse(stale.body.toString()).code]).toEqual([404, 'no-section']);
  });

  test.each([
    ['/api/node/article:999999', 404, 'no-node'],
    ['/api/neighbourhood/article:999999', 404, 'no-node'],
    ['/api/article/999999/text', 404, 'no-text'],
    ['/api/article/910001/text?copy=7', 404, 'no-text'],
    ['/api/article/910001/text?copy=x', 400, 'bad-copy'],
    ['/api/nothing', 404, 'not-found'],
    [`/api/search?q=${'x'.repeat(600)}`, 400, 'query-too-long'],
    ['/api/node/%E0%A4%A', 404, 'no-node'],
  ])('answers %s with a sentence', async (path, status, code) => {
    const answer = await askJson(path);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.error).toMatch(/^[A-Z].*\.$|is not in this graph\.$/);
  });

  test.each(['', '   ', '"', 'a*b', "'; DROP TABLE node;", '\u0000', 'NEAR(', '%'])(
    'survives the search %j',
    async (query) => {
      expect((await ask(`/api/search?q=${encodeURIComponent(query)}`)).status).toBe(200);
    },
  );
});
