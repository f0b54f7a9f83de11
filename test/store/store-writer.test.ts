import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createStoreWriter } from '../../src/store/store-writer.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { articles, graph, writeSmallStore } from './small-store.ts';

describe('writing a store', () => {
  it('replaces what stood there, and leaves nothing beside it', () => {
    const path = temporaryFolder({ 'graph.db': 'what stood there' });
    writeSmallStore(path('graph.db'));
    expect(openStore(path('graph.db')).nodeCount).toBe(graph.nodes.length);
    expect(readdirSync(path())).toEqual(['graph.db']);
  });

  it('leaves what stood there until it is finished', () => {
    const path = temporaryFolder({ 'graph.db': 'what stood there' });
    const writer = createStoreWriter(path('graph.db'));
    for (const [article, copy] of articles) writer.addArticle(article, copy);
    expect(readFileSync(path('graph.db'), 'utf8')).toBe('what stood there');
    writer.abort();
    writer.abort();
    expect(readFileSync(path('graph.db'), 'utf8')).toBe('what stood there');
    expect(readdirSync(path())).toEqual(['graph.db']);
  });

  it('leaves what stood there when the graph cannot be written', () => {
    const path = temporaryFolder({ 'graph.db': 'what stood there' });
    const writer = createStoreWriter(path('graph.db'));
    const twice = { ...graph, nodes: [graph.nodes[0]!, graph.nodes[0]!], edges: [] };
    expect(() => writer.finish(twice)).toThrow(/UNIQUE/);
    expect(readFileSync(path('graph.db'), 'utf8')).toBe('what stood there');
    expect(readdirSync(path())).toEqual(['graph.db']);
  });

  it('can be read by who opened the old one before, and by who opens the new one after', () => {
    const path = temporaryFolder();
    writeSmallStore(path('graph.db'));
    const before = openStore(path('graph.db'));
    const writer = createStoreWriter(path('graph.db'));
    writer.finish({ ...graph, nodes: [], edges: [], map: { ...graph.map, regions: [] } });
    expect(before.article('910001')?.title).toBe('The message queue loses its order');
    expect(before.loadGraph().edges).toHaveLength(graph.edges.length);
    expect(before.searchText([{ text: 'backup' }], { limit: 5 })).toHaveLength(2);
    expect(before.verify().nodes).toBe(graph.nodes.length);
    expect(openStore(path('graph.db')).nodeCount).toBe(0);
  });

  it('writes the same bytes for the same graph', () => {
    const path = temporaryFolder();
    writeSmallStore(path('a.db'));
    writeSmallStore(path('b.db'));
    expect(readFileSync(path('a.db')).equals(readFileSync(path('b.db')))).toBe(true);
  });

  it('refuses a folder, a place in no folder, and a store that is done', () => {
    const path = temporaryFolder();
    writeFileSync(path('file'), '');
    expect(() => createStoreWriter(path())).toThrow(expect.objectContaining({ code: 'store-is-folder' }));
    expect(() => createStoreWriter(path('nowhere/graph.db'))).toThrow(expect.objectContaining({ code: 'no-folder' }));
    expect(() => createStoreWriter(path('file/graph.db'))).toThrow(expect.objectContaining({ code: 'no-folder' }));
    const writer = createStoreWriter(path('graph.db'));
    writer.finish(graph);
    expect(() => writer.finish(graph)).toThrow(expect.objectContaining({ code: 'store-closed' }));
  });
});
