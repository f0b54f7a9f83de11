import { createHash } from 'node:crypto';
import { chmodSync, symlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { tarGzOf, tarOf, zipOf } from './archives.ts';
import { readAll } from './read-all.ts';

describe('reading files and folders', () => {
  it('reads a folder in order of names, whatever lies below it', async () => {
    const path = temporaryFolder({ 'b/Q2.TXT': 'two', 'b/Q1.TXT': 'one', 'a.txt': 'first', 'c.md': 'last' });
    const { files, diagnostics } = await readAll([path()]);
    expect(files.map(({ name, text }) => [name, text])).toEqual([
      [path('a.txt'), 'first'],
      [path('b/Q1.TXT'), 'one'],
      [path('b/Q2.TXT'), 'two'],
      [path('c.md'), 'last'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('passes over hidden files and pictures in a folder, and reads any file that is named', async () => {
    const path = temporaryFolder({ '.git/config': 'x', '.hidden.txt': 'x', 'logo.png': 'x', 'Q1.TXT': 'one' });
    expect((await readAll([path()])).files.map(({ name }) => name)).toEqual([path('Q1.TXT')]);
    expect((await readAll([path('.hidden.txt')])).files.map(({ text }) => text)).toEqual(['x']);
  });

  it('reads several paths in the order given, and what is named twice once', async () => {
    const path = temporaryFolder({ 'b.txt': 'b', 'sub/a.txt': 'a' });
    const { files } = await readAll([path('b.txt'), path('sub'), path('sub/a.txt'), path('b.txt')]);
    expect(files.map(({ text }) => text)).toEqual(['b', 'a']);
  });

  it('reports what is missing, binary, too large or of an unknown packing, and reads the rest', async () => {
    const path = temporaryFolder({
      'binary.txt': Buffer.from([1, 0, 2, 0, 0, 3]),
      'large.txt': 'x'.repeat(101),
      'good.txt': 'good',
      'old.rar': 'x',
    });
    const { files, diagnostics } = await readAll([path('nowhere'), path()], { limits: { fileBytes: 100 } });
    expect(files.map(({ text }) => text)).toEqual(['good']);
    expect(diagnostics.map(({ source, rule }) => [source, rule])).toEqual([
      [path('nowhere'), 'read/missing'],
      [path('binary.txt'), 'read/not-text'],
      [path('large.txt'), 'read/too-large'],
      [path('old.rar'), 'read/unknown-archive'],
    ]);
    for (const { message } of diagnostics) expect(message).toMatch(/^[A-Z].+\.$/);
  });

  it('follows a link to a file, not one to a folder, and reports one that leads nowhere', async () => {
    const path = temporaryFolder({ 'there/Q1.TXT': 'one', 'here/Q2.TXT': 'two' });
    symlinkSync(path('there/Q1.TXT'), path('here/a.txt'));
    symlinkSync(path('here'), path('here/loop'));
    symlinkSync(path('nowhere'), path('here/z.txt'));
    const { files, rules } = await readAll([path('here')]);
    expect(files.map(({ text }) => text)).toEqual(['two', 'one']);
    expect(rules).toEqual(['read/link', 'read/missing']);
  });

  it.skipIf(process.getuid?.() === 0)('reports a file that may not be read (skipped for root, who may)', async () => {
    const path = temporaryFolder({ 'secret.txt': 'x', 'open.txt': 'open' });
    chmodSync(path('secret.txt'), 0o000);
    const { files, rules } = await readAll([path()]);
    expect([files.length, rules]).toEqual([1, ['read/unreadable']]);
  });

  it('tells how many bytes have been read, of how many', async () => {
    const path = temporaryFolder({ 'a.txt': 'aaaa', 'b.txt': 'bb', 'c.tar.gz': await tarGzOf([{ name: 'Q1.TXT' }]) });
    const heard: [number, number | null][] = [];
    await readAll([path()], { onProgress: (read, total) => heard.push([read, total]) });
    const total = heard.at(-1)?.[1] ?? 0;
    expect(total).toBeGreaterThan(6);
    expect(heard.at(-1)).toEqual([total, total]);
    expect(heard.map(([read]) => read)).toEqual(heard.map(([read]) => read).sort((a, b) => a - b));
  });
});

describe('reading archives', () => {
  const entries = [
    { name: 'txt', kind: 'folder' },
    { name: 'txt/Q1.TXT', content: 'one' },
    { name: 'txt/Q2.TXT', content: Buffer.from('Caf\xe9', 'latin1') },
    { name: 'txt/empty.txt', content: '' },
    { name: `${'long/'.repeat(40)}Q3.TXT`, content: 'three '.repeat(50_000) },
    { name: 'logo.png', content: 'x' },
    { name: 'binary.dat', content: Buffer.from([0, 1, 2, 3, 0]) },
    { name: 'ünïcode.txt', content: 'last' },
  ] as const;

  it.each([
    ['files.tar', tarOf],
    ['files.tar.gz', tarGzOf],
    ['files.TGZ', tarGzOf],
    ['files.zip', async (of: Parameters<typeof zipOf>[0]) => zipOf(of)],
  ])('reads the members of %s under the archive’s name', async (name, make) => {
    const path = temporaryFolder({ [name]: await make(entries) });
    const { files, diagnostics } = await readAll([path(name)]);
    expect(files.map((file) => [file.name.slice(path().length), file.text.length])).toEqual([
      [`/${name}!txt/Q1.TXT`, 3],
      [`/${name}!txt/Q2.TXT`, 4],
      [`/${name}!txt/empty.txt`, 0],
      [`/${name}!${'long/'.repeat(40)}Q3.TXT`, 300_000],
      [`/${name}!ünïcode.txt`, 4],
    ]);
    expect(files[1]?.text).toBe('Café');
    expect(diagnostics.map(({ source, rule }) => [source, rule])).toEqual([
      [`${path(name)}!binary.dat`, 'read/not-text'],
    ]);
  });

  it('reads archives that lie in a folder, and a plain tar that is named as a packed one', async () => {
    const path = temporaryFolder({
      'in/a.zip': zipOf([{ name: 'Q1.TXT', content: 'one' }]),
      'in/b.tar.gz': await tarOf([{ name: 'Q2.TXT', content: 'two' }]),
    });
    const { files, diagnostics } = await readAll([path('in')]);
    expect([files.map(({ text }) => text), diagnostics]).toEqual([['one', 'two'], []]);
  });

  it('reads a tar from before the format had a mark', async () => {
    const bytes = await tarOf([{ name: 'Q1.TXT', content: 'one' }]);
    // 'ustar' and what follows it are absent; the checksum counts bytes, its own as spaces.
    bytes.fill(0, 257, 512);
    bytes.write('        ', 148);
    const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const path = temporaryFolder({ 'old.tar': bytes });
    const { files, diagnostics } = await readAll([path('old.tar')]);
    expect([files.map(({ text }) => text), diagnostics]).toEqual([['one'], []]);
  });

  it('reads many small members, over the borders of the pieces that are unpacked', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      name: `Q${index}.TXT`,
      content: `${index} `.repeat((index * 7919) % 300),
    }));
    const path = temporaryFolder({ 'many.tar.gz': await tarGzOf(many), 'many.zip': zipOf(many) });
    for (const name of ['many.tar.gz', 'many.zip']) {
      const { files } = await readAll([path(name)]);
      expect(files.map(({ text }) => text)).toEqual(many.map(({ content }) => content));
    }
  });

  it('stops in the middle when nobody wants more', async () => {
    const path = temporaryFolder({ 'a.tar.gz': await tarGzOf(entries) });
    const { readSources } = await import('../../src/read/read-sources.ts');
    for await (const { text } of readSources([path('a.tar.gz')], () => undefined)) {
      expect(text).toBe('one');
      break;
    }
  });
});

describe('archives that are damaged', () => {
  const articles = Array.from({ length: 400 }, (_, index) => ({
    name: `Q${index}.TXT`,
    content: createHash('shake256', { outputLength: 3000 }).update(String(index)).digest('hex'),
  }));

  it.each([
    ['cut.tar.gz', async () => (await tarGzOf(articles)).subarray(0, 500_000)],
    ['cut.tar', async () => (await tarOf(articles)).subarray(0, 1_000_448)],
    ['cut.zip', async () => zipOf(articles).subarray(0, 500_000)],
    [
      'changed.tar.gz',
      async () => {
        const bytes = await tarGzOf(articles);
        return bytes.fill(0xaa, 400_000, 400_100);
      },
    ],
  ])('give what stands before the damage, and one sentence: %s', async (name, make) => {
    const path = temporaryFolder({ [name]: await make() });
    const { files, rules } = await readAll([path(name)]);
    const whole = files.filter(({ text }, index) => text === articles[index]?.content);
    expect(whole.length).toBeGreaterThan(30);
    expect(whole.length).toBeLessThan(400);
    expect(rules).toContain('read/damaged-archive');
  });

  it('lose one member of a zip, and no other', async () => {
    const bytes = zipOf(articles);
    bytes.fill(0xaa, 500_000, 500_100);
    const path = temporaryFolder({ 'changed.zip': bytes });
    const { files, rules } = await readAll([path('changed.zip')]);
    expect([files.length, rules]).toEqual([399, ['read/damaged-archive']]);
  });

  it.each([
    ['text.zip', 'This is no zip.'],
    ['text.tar', 'This is no tar.'.repeat(100)],
    ['text.tar.gz', gzipSync('This is no tar.'.repeat(100))],
    ['empty.zip', ''],
    ['empty.tar.gz', ''],
    ['start.zip', 'PK\x03\x04'],
  ])('or are none at all, in spite of their name: %s', async (name, content) => {
    const path = temporaryFolder({ [name]: content, 'good.txt': 'good' });
    const { files, rules } = await readAll([path(name), path('good.txt')]);
    expect([files.map(({ text }) => text), rules]).toEqual([['good'], ['read/damaged-archive']]);
  });
});
