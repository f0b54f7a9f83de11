import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/read/decode-text.ts';
import { sampleFiles, sampleFolder } from '../sample-archive.ts';
import { kbgraph } from './run-in-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const article = join(sampleFolder, 'q-articles', 'Q260411.TXT');
const articleText = readFileSync(article);

const records = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('kbgraph parse', () => {
  it('prints one article as one line, in the order of the contract', async () => {
    const { code, out, err } = await kbgraph(['parse', article]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.endsWith('}\n')).toBe(true);
    const [record, ...more] = records(out);
    expect(more).toEqual([]);
    expect(Object.keys(record!).slice(0, 6)).toEqual(['id', 'dialect', 'title', 'modified', 'source', 'relations']);
    expect(record).toMatchObject({ id: '260411', dialect: 'q-article', source: article });
  });

  it('quotes what the text says at the offsets that it prints', async () => {
    const { out } = await kbgraph(['parse', sampleFolder]);
    const texts = new Map(sampleFiles.map(({ name, text }) => [join(sampleFolder, name), text]));
    const evidence = records(out).flatMap(({ source, relations }) =>
      (relations as { evidence: { from: number; to: number; quote: string }[] }[]).flatMap((relation) =>
        relation.evidence.map((one) => ({ ...one, source: source as string })),
      ),
    );
    expect(evidence.length).toBeGreaterThan(100);
    expect(evidence.filter(({ source, from, to, quote }) => texts.get(source)?.slice(from, to) !== quote)).toEqual([]);
  });

  it('reads several paths in their order', async () => {
    const names = ['Q263925.TXT', 'Q168418.TXT'].map((name) => join(sampleFolder, 'q-articles', name));
    expect(records((await kbgraph(['parse', ...names])).out).map(({ id }) => id)).toEqual(['263925', '168418']);
  });

  it('lists bad files among good ones on stderr and loses nothing else', async () => {
    const path = temporaryFolder({
      'a.txt': articleText,
      'b-binary.txt': new Uint8Array(600).map((_, at) => at % 256),
      'c-list.txt': 'Milk\nEggs\n',
      'd-torn.tar.gz': gzipSync(new Uint8Array(5000)).subarray(0, 20),
      'e.txt': articleText,
    });
    const { code, out, err } = await kbgraph(['parse', path(), path('gone.txt')]);
    expect(code).toBe(0);
    expect(records(out).map(({ source }) => source)).toEqual([path('a.txt'), path('e.txt')]);
    for (const name of ['b-binary.txt', 'c-list.txt', 'd-torn.tar.gz', 'gone.txt']) {
      expect(err.split('\n').filter((line) => line.startsWith(`${path(name)}: `))).toHaveLength(1);
    }
    expect(err.trimEnd().split('\n')).toHaveLength(4);
  });

  it('lists only the first diagnostics of a rule, and all of them when asked', async () => {
    const notes = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`note-${at}.txt`, 'Milk']));
    const path = temporaryFolder({ ...notes, 'a.txt': articleText });
    const lines = (await kbgraph(['parse', path()])).err.trimEnd().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('… and 10 more of [parse/no-article]; --verbose lists them all');
    expect((await kbgraph(['parse', '--verbose', path()])).err.trimEnd().split('\n')).toHaveLength(30);
  });

  it.each([
    ['a path that is not there', {}, 'gone', /^Nothing could be read from .*gone/m],
    ['an empty folder', {}, '', /^Nothing could be read from /m],
    [
      'a folder without articles',
      { 'a.txt': 'Milk', 'b.txt': 'Eggs' },
      '',
      /^No article was found in any of the 2 files/m,
    ],
    [
      'an unreadable archive',
      { 'a.tar.gz': 'no gzip at all' },
      'a.tar.gz',
      /^Nothing could be read from .*a\.tar\.gz/m,
    ],
    ['an unreadable zip', { 'a.zip': 'no zip at all' }, 'a.zip', /^Nothing could be read from .*a\.zip/m],
  ])('says in a sentence that %s holds nothing to read, and ends with 2', async (_name, files, name, sentence) => {
    const { code, out, err } = await kbgraph(['parse', temporaryFolder(files)(name)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/^ +at /m);
  });

  it('never lets a file name or an article act on the terminal', async () => {
    const path = temporaryFolder({
      'a\x1b[2J.txt': 'Milk',
      'b.txt': articleText.toString('latin1').replace(/Q260411\s+\S+/, (start) => `${start} \x1b]0;owned\x07 \u202e`),
    });
    const { out, err } = await kbgraph(['parse', path()], { terminal: 80, env: { NO_COLOR: '1' } });
    for (const control of ['\x1b', '\x07', '\u202e']) expect(out + err).not.toContain(control);
    expect(err).toContain('a\\u{1b}[2J.txt');
  });
});

describe('kbgraph parse --text', () => {
  it('prints the decoded text and nothing else', async () => {
    const { code, out, err } = await kbgraph(['parse', '--text', article]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(decodeText(articleText));
  });

  it('decodes as the offsets count', async () => {
    const path = temporaryFolder({ 'a.txt': Buffer.from('\ufeffcafé – naïve\r\n', 'utf16le') });
    expect((await kbgraph(['parse', '--text', path('a.txt')])).out).toBe('café – naïve\r\n');
  });

  it('refuses a path with several files, and one that is not there', async () => {
    expect(await kbgraph(['parse', '--text', sampleFolder])).toMatchObject({ code: 2, out: '' });
    expect(await kbgraph(['parse', '--text', temporaryFolder()('gone')])).toMatchObject({ code: 2, out: '' });
  });
});
