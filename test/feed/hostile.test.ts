import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { zipOf } from '../read/archives.ts';
import { FIXTURES, gatherBytes } from './gather.ts';

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
