import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { sampleFiles, sampleFolder } from '../sample-archive.ts';
import { kbgraph } from './run-in-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A part of the sample archive, where its size does not matter. */
const fewArticles = join(sampleFolder, 'support-pages');
const fewFiles = sampleFiles.filter(({ name }) => name.startsWith('support-pages/'));

describe('kbgraph build', () => {
  it('writes a graph that is whole, and nothing beside it', async () => {
    const path = temporaryFolder();
    const built = await kbgraph(['build', fewArticles, '--out', path('graph.db')]);
    expect(built.code).toBe(0);
    expect(readdirSync(path())).toEqual(['graph.db']);
    const store = openStore(path('graph.db'));
    expect(store.verify().articles).toBeGreaterThanOrEqual(fewFiles.length);
    store.close();
    const verified = await kbgraph(['verify', '--graph', path('graph.db')]);
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toContain('is whole');
  });

  it('reports what was read, how complete it is and what the graph holds', async () => {
    const path = temporaryFolder();
    const { out } = await kbgraph(['build', fewArticles, '--out', path('graph.db')]);
    expect(out).toContain(`${fewFiles.length} files read in `);
    for (const line of [
      /^\d+ articles by dialect\n {2}support-page +\d+$/m,
      /^Articles that have\n {2}an id +[\d.]+%/m,
      /^[\d,]+ nodes by kind\n {2}\w/m,
      /^ {2}\d+ articles? known only from others' words$/m,
      /^[\d,]+ edges by kind\n {2}\w/m,
    ]) {
      expect(out).toMatch(line);
    }
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('gives the same report as JSON', async () => {
    const path = temporaryFolder({ 'list.txt': 'Milk' });
    const { out } = await kbgraph(['build', fewArticles, path('list.txt'), '--out', path('graph.db'), '--json']);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      out: path('graph.db'),
      paths: [fewArticles, path('list.txt')],
      filesRead: fewFiles.length + 1,
      nodesByKind: { article: expect.any(Number) },
      edgesByKind: { references: expect.any(Number) },
      diagnostics: { 'parse/no-article': { count: expect.any(Number), examples: expect.any(Array) } },
      bytes: expect.any(Number),
      milliseconds: expect.any(Number),
      peakMemory: expect.any(Number),
    });
    expect(Object.values(report.byDialect as number[]).reduce((sum, count) => sum + count, 0)).toBe(report.articles);
  });

  it('counts what could not be read, with examples of each rule', async () => {
    const notes = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`note-${at}.txt`, 'Milk']));
    const path = temporaryFolder(notes);
    const { out } = await kbgraph(['build', path(), fewArticles, '--out', path('graph.db')], { terminal: 100 });
    expect(out).toContain('parse/no-article');
    expect(out).toContain('note-0.txt');
    expect(out).toMatch(/… and \d+ more/);
  });

  it('leaves a graph as it was when there is nothing to build', async () => {
    const path = temporaryFolder({ 'notes/list.txt': 'Milk' });
    await kbgraph(['build', fewArticles, '--out', path('graph.db')]);
    const before = readFileSync(path('graph.db'));
    const { code, err } = await kbgraph(['build', path('notes'), '--out', path('graph.db')]);
    expect(code).toBe(2);
    expect(err).toContain('No article was found in the one file read from');
    expect(readFileSync(path('graph.db')).equals(before)).toBe(true);
    expect(readdirSync(path()).sort()).toEqual(['graph.db', 'notes']);
  });

  it('does not read the graph that it writes, nor the one that it replaces', async () => {
    const path = temporaryFolder({ 'a.txt': readFileSync(join(sampleFolder, 'q-articles', 'Q260411.TXT')) });
    for (let round = 0; round < 2; round++) {
      const { code, out } = await kbgraph(['build', path(), '--out', path('graph.db'), '--json']);
      expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, filesRead: 1, diagnostics: {} });
    }
  });

  it('says where it cannot write', async () => {
    const path = temporaryFolder();
    const { code, err } = await kbgraph(['build', fewArticles, '--out', path('no/such/folder/graph.db')]);
    expect(code).toBe(2);
    expect(err).toContain('folder');
    expect(existsSync(path('no'))).toBe(false);
  });
});

describe('a graph that cannot be asked', () => {
  const queries = [['show', '1'], ['stats'], ['search', 'tape'], ['verify'], ['serve', '--port', '0']];

  it.each(queries)('ends %s with a sentence and 2', async (...words) => {
    const path = temporaryFolder({ 'list.db': 'Milk' });
    for (const name of ['gone.db', 'list.db', '']) {
      const { code, out, err } = await kbgraph([...words, '--graph', path(name)]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.trimEnd()).toMatch(/[.]$/);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
