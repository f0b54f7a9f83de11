import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../../src/read/read-limits.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { type Entry, tarGzOf, zipOf } from './archives.ts';
import { readAll } from './read-all.ts';

const MB = 1024 * 1024;
const KINDS = [
  ['a.tar.gz', tarGzOf],
  ['a.zip', async (entries: readonly Entry[]) => zipOf(entries)],
] as const;

describe.each(KINDS)('the limits of %s', (archive, make) => {
  const read = async (entries: readonly Entry[], limits = {}) => {
    const path = temporaryFolder({ [archive]: await make(entries) });
    const { files, diagnostics } = await readAll([path(archive)], { limits });
    const member = (source: string) => source.slice(path(archive).length + 1);
    return {
      members: files.map((file) => member(file.name)),
      refused: diagnostics.map(({ source, rule }) => [rule, member(source)]),
      sentences: diagnostics.map(({ message }) => message),
    };
  };
  const good = { name: 'good.txt', content: 'good' };

  it.each(['../Q1.TXT', 'txt/../../Q1.TXT', '/etc/Q1.TXT', 'C:\\Q1.TXT', 'txt\\..\\..\\Q1.TXT', '\\\\host\\Q1.TXT'])(
    'refuse %s, which leaves the archive',
    async (name) => {
      const { members, refused } = await read([{ name, content: 'x' }, good]);
      expect(members).toEqual(['good.txt']);
      expect(refused.map(([rule]) => rule)).toEqual(['read/leaves-archive']);
    },
  );

  it('admit names that merely hold dots', async () => {
    const { members } = await read([{ name: './a..b.txt' }, { name: 'a/..b/c.txt' }, good]);
    expect(members).toContain('good.txt');
    expect(members.some((member) => member.endsWith('a..b.txt'))).toBe(true);
  });

  it('refuse links and archives within', async () => {
    const { members, refused } = await read([
      { name: 'link.txt', kind: 'link', content: '/etc/passwd' },
      { name: 'inner.zip', content: 'x' },
      good,
    ]);
    expect(members).toEqual(['good.txt']);
    expect(refused).toEqual([
      ['read/link', 'link.txt'],
      ['read/nested-archive', 'inner.zip'],
    ]);
  });

  it('refuse an entry over the size of a file, unread', async () => {
    const { members, refused, sentences } = await read(
      [{ name: 'large.txt', content: 'x'.repeat(2001) }, { name: 'fits.txt', content: 'x'.repeat(2000) }, good],
      { fileBytes: 2000 },
    );
    expect(members).toEqual(['fits.txt', 'good.txt']);
    expect(refused).toEqual([['read/too-large', 'large.txt']]);
    expect(sentences).toEqual(['The entry is 1.95 kB large; at most 1.95 kB are read.']);
  });

  it('refuse an entry that unpacks to a multiple that no text has, and read the rest', async () => {
    const bomb = { name: 'bomb.txt', content: Buffer.alloc(30 * MB, 'a') };
    const { members, refused, sentences } = await read([good, bomb, { name: 'after.txt', content: 'after' }]);
    expect(members).toEqual(['good.txt', 'after.txt']);
    expect(refused).toEqual([['read/bomb', 'bomb.txt']]);
    expect(sentences[0]).toMatch(
      /^The entry unpacks to 30 MB, \d{3,4} times its packed size; at most 200 times are read\.$/,
    );
  });

  it('give up an archive of many such entries', async () => {
    const parts = Array.from({ length: 9 }, (_, index) => ({ name: `${index}.txt`, content: Buffer.alloc(MB, 'a') }));
    const { members, refused } = await read(parts, { archiveFloor: 4 * MB });
    expect(members.length).toBeGreaterThan(2);
    expect(members.length).toBeLessThan(9);
    expect(refused).toEqual([['read/bomb', '']]);
  });

  it('give up an archive that is larger than all archives are', async () => {
    const parts = Array.from({ length: 9 }, (_, index) => ({
      name: `${index}.txt`,
      content: randomBytes(500_000).toString('hex'),
    }));
    const { members, refused } = await read(parts, { archiveBytes: 3 * MB });
    expect(members.length).toBeLessThan(9);
    expect(refused).toEqual([['read/bomb', '']]);
  });
});

describe('a zip', () => {
  it('is refused unread when it is larger than memory is granted', async () => {
    const path = temporaryFolder({ 'a.zip': zipOf([{ name: 'Q1.TXT', content: 'one' }]) });
    const { files, diagnostics } = await readAll([path('a.zip')], { limits: { zipBytes: 50 } });
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([{ rule: 'read/too-large', source: path('a.zip') }]);
  });
});

describe('the limits', () => {
  it('admit real archives, which unpack to about 6 times their size, with room', () => {
    expect(READ_LIMITS.bombRatio).toBeGreaterThan(60);
    expect(READ_LIMITS.fileBytes).toBeGreaterThan(16 * MB);
  });
});
