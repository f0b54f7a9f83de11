import { existsSync, readFileSync } from 'node:fs';
import graphology from 'graphology';
import gexfReader from 'graphology-gexf';
import { inferSchema, initParser } from 'udsv';
import { describe, expect, test } from 'vitest';
import * as formats from '../../src/export/registry.ts';
import { show } from '../../src/query/show.ts';
import { stats } from '../../src/query/stats.ts';
import { openStore } from '../../src/store/open-store.ts';
import { useSampleGraph } from './sample-graph.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sample = useSampleGraph();

describe('kbgraph export', () => {
  test('writes every node and edge, with places that a reader takes', async () => {
    const { out, code } = await sample.ask(['export', 'gexf']);
    expect(code).toBe(0);
    const graph = gexfReader.parse(graphology.MultiDirectedGraph, out);
    const store = openStore(sample.file());
    const { nodes, edges } = stats(store);
    store.close();
    expect([graph.order, graph.size]).toEqual([nodes, edges]);
    expect(graph.getNodeAttributes('article:260411')).toMatchObject({ kind: 'article', x: expect.any(Number) });
  });

  test.each([true, false])('writes the sentences of edges where they are asked for (%s)', async (asked) => {
    const { out } = await sample.ask(['export', 'edges-csv', ...(asked ? ['--sentences'] : [])]);
    const rows = initParser(inferSchema(out)).typedObjs(out) as Record<string, string>[];
    const store = openStore(sample.file());
    const stated = show(store, '260411')!.edges.filter(({ direction }) => direction === 'out');
    store.close();
    const own = rows.filter(({ source }) => source === 'article:260411');
    expect(own.length).toBe(stated.length);
    const quotes = stated.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ quote }) => quote)).filter(Boolean);
    const told = own.map(({ sentence }) => sentence ?? '').join('\n');
    expect(quotes.length).toBeGreaterThan(3);
    for (const quote of quotes) expect(told.includes(quote)).toBe(asked);
  });

  test('writes a file whole, or leaves the old one', async () => {
    const at = temporaryFolder({ 'graph.json': 'old' });
    const [file, missing] = [at('graph.json'), at('nowhere/graph.json')];
    expect(await sample.ask(['export', 'json', '--out', missing])).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${missing} cannot be written: `),
    });
    const { out } = await sample.ask(['export', 'json', '--out', file]);
    expect(out).toMatch(/^Wrote .*graph\.json, JSON, for graphology: of a graph of [\d,]+ nodes and [\d,]+ edges\.\n$/);
    expect(JSON.parse(readFileSync(file, 'utf8')).nodes.length).toBeGreaterThan(100);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  test('names the formats where none or another is asked for', async () => {
    const names = Object.values(formats).map(({ name }) => name);
    const { code, err } = await sample.ask(['export', 'visio']);
    expect(code).toBe(2);
    for (const name of ['visio', ...names]) expect(err).toContain(name);
    expect(await sample.ask(['export'])).toMatchObject({ code: 2, err: expect.stringContaining('FORMAT is missing') });
  });
});
