import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { assessQuery } from '../../src/query/registry.ts';
import { hostBytes, hostFile } from '../host/fixtures.ts';
import { departures } from '../query/holds-schema.ts';
import { kbgraph } from './run-in-process.ts';

const COLUMNS = 'DatePosted,CVE,BulletinKB,Title,AffectedProduct,AffectedComponent,Severity,Impact,Supersedes,Exploits';
const SYSTEM = 'Windows 7 for x64-based Systems Service Pack 1';
const ROWS = [
  [
    '20170314',
    'CVE-2017-0143',
    '4012212',
    'SMB runs what it is sent',
    SYSTEM,
    '',
    'Critical',
    'Remote Code Execution',
    '',
    'https://example.org/poc',
  ],
  [
    '20170314',
    'CVE-2017-0143',
    '4012215',
    'SMB runs what it is sent',
    SYSTEM,
    '',
    'Critical',
    'Remote Code Execution',
    '3212646',
    '',
  ],
  [
    '20170613',
    'CVE-2017-8464',
    '4022719',
    'Shortcuts run what they name',
    SYSTEM,
    '',
    'Important',
    'Elevation of Privilege',
    '4012215',
    '',
  ],
  [
    '20110308',
    'CVE-2011-0032',
    '2479943',
    'Media loads what lies beside it',
    SYSTEM,
    '',
    'Important',
    'Remote Code Execution',
    '',
    '',
  ],
  [
    '20170613',
    'CVE-2017-8529',
    '4022719',
    'A page reads files',
    `Internet Explorer 11 on ${SYSTEM}`,
    '',
    'Moderate',
    'Information Disclosure',
    '',
    '',
  ],
];
const csv = [COLUMNS.split(','), ...ROWS].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');

let graph = '';
let articlesOnly = '';

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kbgraph-test-'));
  const feed = join(folder, 'CVEs_20190620.csv');
  writeFileSync(feed, `${csv}\r\n`);
  graph = join(folder, 'feed.db');
  articlesOnly = join(folder, 'articles.db');
  await buildGraph([feed], { out: graph });
  await buildGraph(['data/q-articles/Q256480.TXT'], { out: articlesOnly });
  return () => rmSync(folder, { recursive: true, force: true });
});

const assess = (words: readonly string[], store = graph) => kbgraph(['assess', ...words, '--graph', store]);
const HOST = hostFile('windows-7-component-based-servicing.txt');

describe('kbgraph assess', () => {
  it('says how bad it is, what is worst, why the rest is covered and what to install, and ends with 0', async () => {
    const { code, out, err } = await assess([HOST]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`This machine: Windows 7 SP1 (x64)
Windows 7 Professional, 6.1.7601, SP1, x64
2 updates listed, of which the feeds name 1 for it (what the others replace is not known); 5 rows of
feeds

Exposed to 3 of 4 vulnerabilities; covered 0, in part 1
             exposed  in part  exploits known
  Critical         0        1               1
  Important        2        0               0
  Moderate         1        0               0
  1 of them is only in what may not be installed (Internet Explorer, .NET Framework …)

All of them
  CVE-2017-8464  Important · Elevation of Privilege · install KB4022719
      Shortcuts run what they name
  CVE-2011-0032  Important · Remote Code Execution · install KB2479943
      Media loads what lies beside it
  CVE-2017-8529  Moderate · Information Disclosure · with Internet Explorer 11.0 · install
      KB4022719
      A page reads files

Covered in part (1): one update is there, another is not
  CVE-2017-0143  Critical · Remote Code Execution · exploit known · needs KB4012215; KB4012212
      is there
      SMB runs what it is sent

Install next: 2 updates in this order (no fewer close everything)
  1.  KB4022719  2017-06-13  closes 3  restart likely (inferred)
  2.  KB2479943  2011-03-08  closes 1
  Restarts: 1 likely (inferred: updates of the system itself), of 1 nothing says. One at the end
    is enough unless an update says otherwise.

Data up to 2019-06-20.
`);
  });

  it('gives its schema with --json', async () => {
    const { code, out } = await assess([HOST, '--json']);
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(departures(answer, assessQuery.schema)).toEqual([]);
    expect(answer.rows).toBeNull();
    expect(answer.recognised.products.map(({ name }: { name: string }) => name)).toContain(SYSTEM);
  });

  it('lists every row with --rows, by tabs', async () => {
    const { out } = await assess([HOST, '--rows', '--stated']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe('state\tvulnerability\tupdate\tby\tproduct\tcomponent\trecord');
    expect(lines).toHaveLength(6);
    expect(lines).toContain(`covered\tCVE-2017-0143\t4012212\tinstalled\t${SYSTEM}\t\tCVEs_20190620.csv:1`);
    expect(lines).toContain(`exposed\tCVE-2017-0143\t4012215\t\t${SYSTEM}\t\tCVEs_20190620.csv:2`);
  });

  it('reads a capture from the standard input', () => {
    const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
    const input = hostBytes('windows-7-sp1-ru-cp866.txt');
    const { status, stdout } = spawnSync(process.execPath, [program, 'assess', '-', '--graph', graph], { input });
    expect(status).toBe(0);
    expect(stdout.toString()).toMatch(
      /^KASSA: Windows 7 SP1 \(x64\)\nMicrosoft Windows 7 Профессиональная, 6\.1\.7601, SP1, x64\n/,
    );
  });

  it('takes the product from --product where the capture has none', async () => {
    const { code, out } = await assess([hostFile('id-list.txt'), '--product', SYSTEM]);
    expect(code).toBe(0);
    expect(out).toMatch(/^This machine: Windows 7 SP1 \(x64\) \(as told by --product\)\n/);
  });

  it('says that nothing is open where that is so', async () => {
    const ids = hostFile('id-list.txt');
    const { out } = await assess([ids, '--product', `Internet Explorer 11 on ${SYSTEM}`]);
    expect(out).toContain('Exposed to 1 of 1 vulnerability');
    const host = join(graph, '..', 'all.txt');
    writeFileSync(host, '4022719\n4012212\n2479943\n');
    expect((await assess([host, '--product', SYSTEM])).out).toContain(
      'Nothing is open: all 4 known vulnerabilities with an update are covered.',
    );
  });

  it.each<[string, () => string[], number, RegExp]>([
    [
      'a build that is not known',
      () => [hostFile('windows-11-unknown-build-en.txt')],
      1,
      /^The capture names Microsoft Windows 11 Pro, 10\.0\.27764, x64: no release of Windows .+\nThe nearest that are known:\n {2}Windows 7 for x64/,
    ],
    [
      'a product of which no feed has anything',
      () => [hostFile('windows-8-ja-shift-jis.txt')],
      1,
      /no feed of this graph has updates for Windows 8 \(x64\)\./,
    ],
    [
      'a product that is misspelt',
      () => [HOST, '--product', 'Windows 77'],
      1,
      /^No feed of this graph has a product 'Windows 77'\./,
    ],
    ['a graph without feeds', () => [HOST, '--graph', articlesOnly], 1, /^This graph was built without a feed/],
    [
      'a file that is not there',
      () => [hostFile('absent.txt')],
      2,
      /absent\.txt' cannot be read: there is no such file\./,
    ],
    ['a folder', () => [hostFile('')], 2, /cannot be read: it is a folder\./],
    ['what is no capture', () => [hostFile('no-capture.txt')], 2, /begins with 'Dear colleague,'/],
    ['no capture at all', () => [], 2, /HOST/],
  ])('ends with a sentence for %s', async (_, words, code, sentence) => {
    const given = words();
    const ran = given.includes('--graph') ? await kbgraph(['assess', ...given]) : await assess(given);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err.trimEnd()).toMatch(sentence);
  });

  it('prints nothing that a terminal would act on', async () => {
    const host = join(graph, '..', 'hostile.txt');
    const text = hostBytes('windows-10-1803-none-es.txt').toString();
    writeFileSync(
      host,
      text
        .replaceAll('VENTAS', 'EVIL\u001b[2J')
        .replaceAll('Windows 10 Pro', 'Windows 7\u202e Pro')
        .replaceAll('10.0.17134', '6.1.7601')
        .replaceAll('17134', '7601')
        .replace('N/D Comp', 'Service Pack 1 Comp'),
    );
    const { code, out } = await kbgraph(['assess', host, '--graph', graph], { terminal: 100, env: { NO_COLOR: '1' } });
    expect(code).toBe(0);
    for (const hidden of ['\u001b', '\u202e']) expect(out).not.toContain(hidden);
    expect(out).toContain('EVIL');
  });
});
