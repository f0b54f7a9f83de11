import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { SourceFile } from '../../src/model/source-file.ts';
import type { Batch } from '../../src/work/batches.ts';
import { batches } from '../../src/work/batches.ts';
import { extractFile } from '../../src/work/extract-file.ts';
import { articles, records } from '../../src/work/jobs.ts';
import { sampleFiles } from '../sample-archive.ts';

const qFiles = sampleFiles.filter(({ name }) => name.startsWith('q-articles/')).slice(0, 5);

describe('extracting a file', () => {
  it('gives its articles with their own part of the text', () => {
    for (const file of qFiles) {
      for (const article of extractFile(file, () => undefined)) {
        expect(article.text).toBe(file.text.slice(article.span.from, article.span.to));
        expect(article.text).toContain(article.id);
      }
    }
    expect.hasAssertions();
  });

  it('reports what is no article, and gives none', () => {
    const reported: Diagnostic[] = [];
    expect(
      extractFile({ name: 'shopping.txt', text: 'Milk, eggs' }, (diagnostic) => reported.push(diagnostic)),
    ).toEqual([]);
    expect(reported.map(({ source, rule }) => `${source} ${rule}`)).toEqual(['shopping.txt parse/no-article']);
  });

  it('outlives a bug of ours, and says where it is', () => {
    const reported: Diagnostic[] = [];
    const broken = { name: 'Q1.TXT', text: null as unknown as string };
    expect(extractFile(broken, (diagnostic) => reported.push(diagnostic))).toEqual([]);
    expect(reported).toEqual([
      { source: 'Q1.TXT', rule: 'work/bug', message: expect.stringMatching(/bug.*TypeError.* at /) },
    ]);
  });
});

async function batchOf(files: readonly SourceFile[]): Promise<Batch> {
  async function* raw() {
    for (const { name, text } of files) yield { name, bytes: Buffer.from(text) };
  }
  return (await batches(raw()).next()).value as Batch;
}

describe('a batch', () => {
  const noise = { name: 'shopping.txt', text: 'Milk, eggs' };

  it('gives the articles of its files in their order, and what was wrong', async () => {
    const { result, articles: count, diagnostics } = articles(await batchOf([qFiles[1]!, noise, qFiles[0]!]));
    expect(result.map(({ source }) => source)).toEqual([qFiles[1]!.name, qFiles[0]!.name]);
    expect(count).toBe(2);
    expect(diagnostics.map(({ source }) => source)).toEqual(['shopping.txt']);
  });

  it('counts the files that are text, and says which are none', async () => {
    const { files, diagnostics } = articles(await batchOf([noise, { name: 'a.bin', text: 'a\0b\0\0' }]));
    expect(files).toBe(1);
    expect(diagnostics.map(({ source, rule }) => `${source} ${rule}`)).toEqual([
      'shopping.txt parse/no-article',
      'a.bin read/not-text',
    ]);
  });

  it('as records is one line of JSON for each of the same articles', async () => {
    const batch = await batchOf(qFiles);
    const lines = new TextDecoder().decode(records(batch).result).trimEnd().split('\n');
    const expected = articles(batch).result.map(({ id, dialect, title, modified, source, relations }) => ({
      id,
      dialect,
      title,
      modified,
      source,
      relations,
    }));
    expect(lines.map((line) => JSON.parse(line))).toEqual(expected.map((record) => expect.objectContaining(record)));
    expect(Object.keys(JSON.parse(lines[0]!)).slice(0, 6)).toEqual([
      'id',
      'dialect',
      'title',
      'modified',
      'source',
      'relations',
    ]);
  });
});
