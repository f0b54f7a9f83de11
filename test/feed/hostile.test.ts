import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { zipOf } from '../read/archives.ts';
import { FIXTURES, gatherBytes, rowsOf } from './gather.ts';

const DATA = fileURLToPath(new URL('../../data/feeds/', import.meta.url));
const BOMB = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]>`;

describe('a feed that is damaged or hostile', () => {
  it.each([
    ['an XML bomb', `${BOMB}<BulletinDatastore><Bulletins>&lol2;</Bulletins></BulletinDatastore>`],
    [
      'an external entity',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><cvrfdoc><Title>&x;</Title></cvrfdoc>',
    ],
  ])('%s is refused with a sentence', async (_, text) => {
    const { table, diagnostics } = await gatherBytes('feed.xml', Buffer.from(text));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['feed/xml-doctype']);
    expect(diagnostics[0]?.message).toMatch(/document type/);
    expect([table.columns.record.length, JSON.stringify(table)]).toEqual([0, expect.not.stringContaining('root:')]);
  });

  it('XML nested 100,000 deep is refused', async () => {
    const text = `<cvrfdoc>${'<a>'.repeat(100_000)}`;
    const { diagnostics } = await gatherBytes('feed.xml', Buffer.from(text));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['feed/xml-too-deep']);
  });

  it('XML that is cut off gives what stands before the cut', async () => {
    const whole = readFileSync(`${DATA}mssecure.xml`);
    const { diagnostics } = await gatherBytes('mssecure.xml', whole.subarray(0, whole.length / 2));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['feed/xml-cut-off']);
  });

  it.each(['2019-Aug.json', 'msrc_cve-2019-90038.json'])('%s, cut off, is refused with a sentence', async (file) => {
    const whole = readFileSync(DATA + file);
    await expect(gatherBytes(file, whole.subarray(0, whole.length - 20))).rejects.toThrow('gave no source');
  });

  it('a workbook that is cut off, and one that is another, are refused', async () => {
    const whole = readFileSync(`${DATA}BulletinSearch.xlsx`);
    const other = zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      {
        name: 'xl/worksheets/sheet1.xml',
        content: '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
      },
    ]);
    for (const bytes of [whole.subarray(0, whole.length / 2), other])
      await expect(gatherBytes('BulletinSearch.xlsx', bytes)).rejects.toThrow('gave no source');
  });

  it.each([
    'CVEs_20190820.csv',
    'mssecure.xml',
    '2019-Jul.xml',
    '2019-Aug.json',
    'msrc_cve-2019-90038.json',
    'BulletinSearch.xlsx',
    'wsusscn2/package.xml',
  ])(
    '%s with any bytes changed, cut or doubled never throws and never hangs',
    async (file) => {
      const whole = readFileSync(DATA + file);
      const damage = fc.record({
        at: fc.nat(whole.length - 1),
        length: fc.nat(40),
        byte: fc.nat(255),
        cut: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(damage, async ({ at, length, byte, cut }) => {
          const bytes = cut
            ? Buffer.concat([whole.subarray(0, at), whole.subarray(at + length)])
            : Buffer.from(whole).fill(byte, at, Math.min(at + length, whole.length));
          await gatherBytes(file, bytes).catch((error: Error) => {
            expect(error.message).toMatch(/is recognised as no feed|gave no source/);
          });
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );

  const HEAD = readFileSync(`${DATA}CVEs_20190820.csv`, 'utf8').split('\n')[0]!.trim();
  const row = (number: number) =>
    `"20190101","CVE-2015-${1000 + number}","${1_000_000 + number}","t","Windows 10 Version 1809 for x64-based Systems","","Important","x","${number === 0 ? '' : 999_999 + number}",""\n`;
  const MB = 1024 * 1024;

  it.each([
    ['a field of 8 MB', `"20190101","CVE-2015-1","${'x'.repeat(8 * MB)}","","","","","","",""\n`],
    ['a quote that is not closed, over 8 MB of lines', `"20190101","CVE-2015-1","${'abc def\n'.repeat(MB)}`],
    ['8 MB of quotes', '"'.repeat(8 * MB)],
    ['8 MB of commas', ','.repeat(8 * MB)],
  ])('a table with %s loses that row alone', async (_, broken) => {
    const text = `${HEAD}\n${row(0)}${row(1)}${broken}\n${row(2)}${row(3)}`;
    const { table, diagnostics } = await gatherBytes('CVEs_20190820.csv', Buffer.from(text), 64 * 1024);
    expect(rowsOf(table).map(({ article }) => article)).toEqual(['1000000', '1000001', '1000002', '1000003']);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['feed/broken-row']);
  });

  it('a row of too few columns, and one of too many, are each skipped', async () => {
    const text = `${HEAD}\n${row(0)}"20190101","CVE-2015-1"\n${row(1)}${row(2).trim()},"more"\n${row(3)}`;
    const { table } = await gatherBytes('CVEs_20190820.csv', Buffer.from(text));
    expect(rowsOf(table).map(({ article }) => article)).toEqual(['1000000', '1000001', '1000003']);
    expect(table.sources[0]?.dirt).toMatchObject({ 'broken rows': 2 });
  });

  it.each(['utf16le', 'utf16be', 'utf8'])('a table in %s with its mark is read as any other', async (encoding) => {
    const text = `\ufeff${HEAD}\n${row(0)}${row(1)}`;
    const bytes = encoding === 'utf8' ? Buffer.from(text) : Buffer.from(text, 'utf16le');
    const { table, diagnostics } = await gatherBytes('x', encoding === 'utf16be' ? bytes.swap16() : bytes, 101);
    expect([rowsOf(table).length, diagnostics]).toEqual([2, []]);
  });

  it.each([
    ['an attribute', '<Bulletin a="'],
    ['a comment', '<!-- '],
    ['a section of characters', '<![CDATA['],
    ['an instruction', '<?'],
    ['a tag', '<'],
  ])('XML with %s that does not end is given up', async (_, begin) => {
    const text = `<?xml version="1.0"?><BulletinDatastore>${begin}${'x'.repeat(8 * MB)}`;
    const { diagnostics } = await gatherBytes('mssecure.xml', Buffer.from(text), 64 * 1024);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['feed/xml-too-long']);
  });

  it('JSON nested 100,000 deep gives nothing, and is no harm', async () => {
    const deep = `${'{"branches":['.repeat(100_000)}${']}'.repeat(100_000)}`;
    const text = `{"document":{"csaf_version":"2.0"},"product_tree":${deep}}`;
    const { table } = await gatherBytes('x.json', Buffer.from(text));
    expect(rowsOf(table)).toEqual([]);
    const folder = temporaryFolder({ 'x.json': text.slice(0, -9) });
    const { report } = await buildGraph([folder(), 'data/q-articles/Q256480.TXT']);
    expect(Object.keys(report.diagnostics)).toEqual(['feed/broken-json']);
  });

  it.each([
    ['rows', '<row/>'.repeat(5 * MB)],
    ['cells', '<row><c r="ALL1"><v>1</v></c></row>'.repeat(20_000)],
  ])(
    'a workbook that unpacks to millions of %s is refused',
    async (_, sheet) => {
      const workbook = zipOf([
        { name: '[Content_Types].xml', content: '<Types/>' },
        {
          name: 'xl/worksheets/sheet1.xml',
          content: `<worksheet><sheetData>${sheet}${'<row/>'.repeat(4 * MB)}</sheetData></worksheet>`,
        },
      ]);
      const folder = temporaryFolder({ 'BulletinSearch.xlsx': workbook });
      const { report } = await buildGraph([folder(), 'data/q-articles/Q256480.TXT']);
      expect(report.diagnostics['feed/broken-workbook']?.examples[0]).toMatch(/more than 8 million/);
    },
    60_000,
  );

  it('files without a byte, whatever they are called, are each told', async () => {
    const names = ['a.csv', 'b.xml', 'c.json', 'd.xlsx', 'e.zip', 'f.cab'];
    const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, ''])));
    const { report } = await buildGraph([folder(), 'data/q-articles/Q256480.TXT']);
    const told = Object.values(report.diagnostics).reduce((sum, { count }) => sum + count, 0);
    expect([report.articles, told]).toEqual([1, names.length]);
  });

  it('a zip that is cut off, and one that holds a broken row, cost the build nothing else', async () => {
    const csv = readFileSync(`${FIXTURES}wesng/Custom_20190321.csv`);
    const zip = zipOf([
      { name: 'CVEs_20190620.csv', content: csv },
      { name: 'Custom_20190321.csv', content: csv },
    ]);
    const folder = temporaryFolder({ 'cut.zip': zip.subarray(0, zip.length / 2), 'whole.zip': zip });
    const { report } = await buildGraph([folder(), 'data/q-articles/Q256480.TXT']);
    expect(report.articles).toBe(1);
    expect(report.feeds.filter(({ file }) => file.includes('whole.zip')).map(({ records }) => records)).toEqual([4, 4]);
    expect(report.diagnostics['read/damaged-archive']?.count).toBeGreaterThan(0);
    expect(report.diagnostics['feed/broken-row']?.count).toBeGreaterThan(5);
  });
});
