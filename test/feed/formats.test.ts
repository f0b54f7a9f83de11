import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recogniseFeed } from '../../src/feed/read-feeds.ts';
import * as registry from '../../src/feed/registry.ts';
import { gatherBytes, rowsOf } from './gather.ts';

const DATA = fileURLToPath(new URL('../../data/feeds/', import.meta.url));
const read = (file: string) => gatherBytes(join(DATA, file), readFileSync(join(DATA, file)));
const short = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(({ article, cve, name, supersedes }) => [article, cve, name, supersedes].join(' | '));

describe('every sample of a feed', () => {
  const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file));

  it.each(files)('%s is claimed by one format, whatever its name', (file) => {
    const bytes = readFileSync(join(DATA, file));
    const head = bytes.subarray(0, 4096);
    const described = { file: 'download.bin', bytes: head, text: head.toString('utf8') };
    expect(Object.values(registry).filter((feed) => feed.recognises(described))).toHaveLength(1);
    expect(recogniseFeed('download.bin', bytes)).not.toBeNull();
  });

  it('and no article is', () => {
    const articles = fileURLToPath(new URL('../../data/q-articles/', import.meta.url));
    for (const file of readdirSync(articles))
      expect(recogniseFeed(file, readFileSync(join(articles, file)))).toBeNull();
  });
});

describe('mssecure.xml', () => {
  it('gives a row for each package, product and service pack, and says which package replaces which', async () => {
    const { table, diagnostics } = await read('mssecure.xml');
    expect(diagnostics).toEqual([]);
    expect(table.sources).toMatchObject([{ feed: 'mssecure', date: '2001-10-04', records: 5 }]);
    expect(short(rowsOf(table)).sort()).toEqual([
      '258133 |  | Exchange Server 5.5 SP3 | ',
      '303984 |  | Windows NT Server 4.0 SP6a | ',
      '303984 |  | Windows NT Server 4.0, Enterprise Edition SP6a | ',
      '305466 |  | Windows NT Server 4.0 SP6a | 303984',
      '305466 |  | Windows NT Server 4.0, Enterprise Edition SP6a | 303984',
    ]);
  });

  it('says what each package ships, publishes, and where it is corrected', async () => {
    const { table } = await read('mssecure.xml');
    const said = table.statements.map(({ kind, article, target, file }) => ({ kind, article, target, file }));
    expect(said).toContainEqual({
      kind: 'ships',
      article: '305466',
      target: { file: 'spoolss.dll' },
      file: { version: '4.0.1381.7098', platform: null, date: '2001-08-20', size: 73488 },
    });
    expect(said).toContainEqual({
      kind: 'fixed-in',
      article: '258133',
      target: { servicePack: 'Exchange Server 5.5 SP4' },
      file: undefined,
    });
    expect(said).toContainEqual({ kind: 'publishes', article: '303984', target: { fix: 'MS01-990' }, file: undefined });
    expect(table.sources[0]?.dirt).toEqual({});
  });
});

describe('CVRF', () => {
  it.each([
    ['2019-Jul.xml', '2019-07-11', ['9901905 | CVE-2019-90032 | Windows 10 Version 1809 for x64-based Systems | ']],
    [
      '2019-Aug.json',
      '2019-08-16',
      [
        ' | CVE-2019-90532 | Internet Explorer 11 on Windows 7 for x64-based Systems Service Pack 1 | ',
        '9901906 | CVE-2019-90036 | Windows 10 Version 1809 for x64-based Systems | 9901905',
        '9901906 | CVE-2019-90036 | Windows Server 2019 | 9901905',
        '9901954 | CVE-2019-90532 | Internet Explorer 11 on Windows 7 for x64-based Systems Service Pack 1 | 9901953;9901963',
        '9901964 | CVE-2019-90532 | Internet Explorer 11 on Windows 7 for x64-based Systems Service Pack 1 | 9901953;9901963',
      ],
    ],
  ])('in %s gives a row for each update and product of a vendor’s fix', async (file, date, rows) => {
    const { feed, table, diagnostics } = await read(file);
    expect([feed, diagnostics]).toEqual(['cvrf', []]);
    expect(table.sources[0]).toMatchObject({ feed: 'cvrf', date });
    expect(short(rowsOf(table)).sort()).toEqual(rows);
  });

  it('keeps builds, severities by product, and bulletins apart from updates', async () => {
    const { table } = await read('2019-Aug.json');
    const rows = rowsOf(table);
    expect(rows.find(({ name }) => name === 'Windows Server 2019')).toMatchObject({
      build: '10.0.17763.678',
      severity: 'Critical',
      impact: '',
      date: '2019-08-16',
    });
    expect(table.sources[0]?.dirt).toEqual({
      'products that are named by a number alone': 1,
      'replaced bulletins without an update': 1,
      'rows whose update is no KB number': 1,
    });
  });
});

describe('CSAF 2.0', () => {
  it('takes the update from the address of the fix, and the build from its details', async () => {
    const { table } = await read('msrc_cve-2019-90038.json');
    expect(rowsOf(table)).toMatchObject([
      {
        article: '9901906',
        cve: 'CVE-2019-90038',
        name: 'Windows 10 Version 1809 for x64-based Systems',
        key: 'windows-10-1809-x64',
        severity: 'Important',
        impact: 'Elevation of Privilege',
        build: '10.0.17763.678',
        date: '2019-08-13',
      },
    ]);
  });
});

describe('BulletinSearch.xlsx', () => {
  it('gives a row for each package, product and vulnerability, with serial days and American ones', async () => {
    const { table, diagnostics } = await read('BulletinSearch.xlsx');
    expect(diagnostics).toEqual([]);
    expect(table.sources[0]).toMatchObject({ feed: 'bulletin-search', date: '2008-03-11' });
    expect(
      rowsOf(table).map(({ article, cve, date, supersedes, title }) => [article, cve, date, supersedes, title]),
    ).toEqual([
      ['945530', 'CVE-2008-90001', '2008-03-11', '934466', 'MS08-990: Vulnerability in the Tape Class Driver'],
      ['945530', 'CVE-2008-90003', '2008-03-11', '934466', 'MS08-990: Vulnerability in the Tape Class Driver'],
      ['934466', 'CVE-2007-90002', '2007-10-09', '', 'MS07-991: Tape Drives May Not Be Found'],
      ['305466', 'CVE-2001-9001', '2001-08-24', '303984', 'MS01-990: Print Queue May Stop'],
      ['', '', '2008-03-11', '', 'MS08-992: Cumulative Security Update for Internet Explorer'],
    ]);
    expect(table.products.map(({ key }) => key)).toContain('internet-explorer-6.0-on-windows-xp-sp3');
    expect(table.sources[0]?.dirt).toMatchObject({ 'replaced bulletins without an update': 2 });
  });
});
