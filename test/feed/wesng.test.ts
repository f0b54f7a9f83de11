import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recogniseFeed } from '../../src/feed/read-feeds.ts';
import { createAdvisoryTable } from '../../src/graph/advisory-table.ts';
import { FIXTURES, gather, gatherBytes, rowsOf } from './gather.ts';

const FILE = 'wesng/CVEs_20190620.csv';

describe('WES-NG definitions', () => {
  it('give a row for each CVE, update and product, and their date by the name of the file', async () => {
    const { feed, table, diagnostics } = await gather(FILE);
    expect([feed, diagnostics]).toEqual(['wesng', []]);
    expect(table.sources).toMatchObject([{ feed: 'wesng', file: FILE, date: '2019-06-20', records: 10 }]);
    expect(rowsOf(table)[0]).toEqual({
      record: 1,
      key: 'windows-7-sp1-x64',
      name: 'Windows 7 for x64-based Systems Service Pack 1',
      article: '4499164',
      cve: 'CVE-2019-0708',
      title: 'Remote Desktop Services Remote Code Execution Vulnerability',
      component: '',
      severity: 'Critical',
      impact: 'Remote Code Execution',
      date: '2019-05-14',
      supersedes: '4493472',
      exploits: 'https://www.exploit-db.com/exploits/1 https://example.test/poc',
      build: '',
    });
  });

  it.each([
    ['an update with KB before it', 3, { article: '4499164', cve: 'CVE-2019-0708', supersedes: '4493472' }],
    ['replaced updates glued with markup', 4, { supersedes: '4489878;4489885' }],
    [
      'an update that replaces itself, a CVE without hyphens, and a script error',
      5,
      {
        supersedes: '4493435',
        cve: 'CVE-2019-0845',
        severity: '',
        impact: '',
        title: 'A title with a "quoted" word, and a comma',
      },
    ],
    ['a row without an update', 6, { article: '', cve: 'CVE-2019-0001' }],
    ['an update that is no number', 7, { article: '', supersedes: '' }],
    ['an address that is none', 8, { article: '976932', cve: 'SP7X64SP1', exploits: '' }],
    ['service packs without an article', 9, { article: 'SP81X64', supersedes: '2883200;SP8X64' }],
  ])('mend %s', async (_, record, expected) => {
    const { table } = await gather(FILE);
    expect(rowsOf(table).find((row) => row.record === record)).toMatchObject(expected);
  });

  it('count each kind of dirt', async () => {
    const { table } = await gather(FILE);
    expect(table.sources[0]?.dirt).toEqual({
      'mended CVE numbers': 3,
      'product names with stray spaces': 1,
      'replaced updates glued with markup': 1,
      'replaced updates that are no KB number': 2,
      'replaced updates with stray line ends or spaces': 1,
      'rows whose severity is a script error': 1,
      'rows whose update is no KB number': 1,
      'rows whose update replaces itself': 1,
      'rows without an update': 1,
    });
  });

  it('fold the spellings of one product, the most frequent first', async () => {
    const { table } = await gather(FILE);
    expect(table.products.find(({ key }) => key === 'windows-7-sp1-x64')).toMatchObject({
      names: ['Windows 7 for x64-based Systems Service Pack 1', 'Windows 7 for x64-based systems Service Pack 1'],
      rows: 4,
      platform: { key: 'windows-7-sp1-x64', family: 'windows-7', level: '1', architecture: 'x64' },
    });
  });

  it('lose a broken row and no other', async () => {
    const { table, diagnostics } = await gather('wesng/Custom_20190321.csv');
    expect(rowsOf(table).map(({ article, cve }) => `${article} ${cve}`)).toEqual([
      '4499164 CVE-2019-0708',
      '4499175 CVE-2019-0708',
      '4493472 CVE-2019-0803',
      '976932 SP7X64SP1',
    ]);
    expect(table.sources[0]?.dirt['broken rows']).toBe(3);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(Array(3).fill('feed/broken-row'));
    expect(diagnostics[0]?.message).toBe(
      'Row 2 is broken and was skipped: 10 quoted columns are expected ("20190514","CVE-2019-0001","4499999","A title that never).',
    );
  });

  it.each([
    ['Version_0.94.txt', 'This definition file requires you to at least use wes version 0.94\n\nDownload it.\n'],
    ['definitions.zip!Version_1.0.txt', '\ufeffThese definitions are read by wes 1.0 and later.\r\n'],
  ])('come with %s, a note on versions: no source, no row, and nothing broken', async (name, text) => {
    const feed = recogniseFeed(name, Buffer.from(text));
    expect(feed?.name).toBe('wesng');
    const gathering = createAdvisoryTable();
    const diagnostics: unknown[] = [];
    await feed?.read({ name, chunks: [Buffer.from(text)] }, gathering, (diagnostic) => diagnostics.push(diagnostic));
    expect([gathering.finish(), diagnostics]).toEqual([null, []]);
  });

  it.each([1, 7, 64, 1000])('read the same however the bytes are cut: in pieces of %i', async (pieceBytes) => {
    for (const file of [FILE, 'wesng/Custom_20190321.csv']) {
      const [whole, cut] = [await gather(file), await gather(file, pieceBytes)];
      expect(rowsOf(cut.table)).toEqual(rowsOf(whole.table));
      expect(cut.diagnostics).toEqual(whole.diagnostics);
    }
  });

  it('read the same in UTF-16 as in UTF-8', async () => {
    const bytes = readFileSync(`${FIXTURES}${FILE}`);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString(), 'utf16le')]);
    expect(rowsOf((await gatherBytes(FILE, utf16)).table)).toEqual(rowsOf((await gatherBytes(FILE, bytes)).table));
  });
});
