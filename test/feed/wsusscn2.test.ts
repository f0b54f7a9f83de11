import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { productsOf } from '../../src/feed/offline-sync/update-products.ts';
import { readCapture } from '../../src/host/read-capture.ts';
import { buildGraph } from '../../src/pipeline.ts';
import { assess } from '../../src/query/assess.ts';
import { chain } from '../../src/query/chain.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { cabOf } from './cab.ts';
import { gatherBytes, rowsOf } from './gather.ts';
import { type Entry, offlineCab, offlineCabs, packageXmlOf, partsOf } from './offline-catalogue.ts';

const DATA = fileURLToPath(new URL('../../data/feeds/wsusscn2/', import.meta.url));
const short = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(({ article, cve, name, supersedes }) => [article, cve, name, supersedes].join(' | '));

const of1809 = (month: string, article: string) =>
  `${month} Cumulative Update for Windows 10 Version 1809 for x64-based Systems (KB${article})`;
const X64_1809 = 'Windows 10 Version 1809 for x64-based Systems';

/** Categories, rules that look at the machine, and updates with all that the real catalogue says of them. */
const ENTRIES: readonly Entry[] = [
  { revision: 1, is: 'category', titles: { en: 'Windows 10' } },
  { revision: 2, is: 'category', titles: { en: 'Windows 7' } },
  { revision: 10, is: 'rule', needs: [1], titles: { en: 'Windows 10 1809 is installed' } },
  { revision: 11, is: 'rule', needs: [10, 21, 12], titles: { en: 'x64, and its servicing stack' } },
  { revision: 12, is: 'rule', needs: [11], titles: { en: 'a rule that asks for the one that asks for it' } },
  {
    revision: 21,
    article: '4470788',
    created: '2018-12-11T18:00:00Z',
    products: [1],
    needs: [10],
    titles: { en: '2018-12 Servicing Stack Update for Windows 10 Version 1809 for x64-based Systems (KB4470788)' },
    supersededBy: [22],
  },
  {
    revision: 22,
    article: '4499728',
    products: [1],
    needs: [10],
    titles: { en: '2019-05 Servicing Stack Update for Windows 10 Version 1809 for x64-based Systems (KB4499728)' },
  },
  {
    revision: 30,
    article: '4480116',
    created: '2019-01-08T18:00:00Z',
    severity: 'Critical',
    products: [1],
    needs: [1, 11],
    supersededBy: [31, 33, 999],
    titles: { de: 'Kumulatives Update', en: of1809('2019-01', '4480116'), fr: 'Mise à jour' },
  },
  {
    revision: 31,
    article: '4494441',
    created: '2019-05-14T18:00:00Z',
    severity: 'Critical',
    products: [1],
    needs: [1, [21, 22], [10, 22]],
    supersededBy: [33],
    titles: { en: of1809('2019-05', '4494441') },
  },
  // Nothing but its file's address says which article it is of.
  {
    revision: 33,
    created: '2019-06-11T18:00:00Z',
    products: [1],
    titles: { en: of1809('2019-06', '').replace(' (KB)', '') },
  },
  {
    revision: 34,
    is: 'leaf',
    bundledBy: [33],
    needs: [22],
    files: ['c/msdownload/update/windows10.0-kb4503327-x64_0a1b.cab'],
    titles: { en: 'Windows10.0-KB4503327-x64.cab' },
    supersededBy: [35],
  },
  { revision: 35, is: 'leaf', bundledBy: [31], titles: { en: 'Windows10.0-KB4494441-x64.cab' } },
  {
    revision: 40,
    article: '4012598',
    bulletin: 'MS17-010',
    created: '2017-03-14T18:00:00Z',
    language: 'ja',
    products: [2],
    titles: { ja: 'Windows 7 用セキュリティ更新プログラム', ko: '보안 업데이트' },
  },
];

const ROWS = [
  `4470788 |  | ${X64_1809} | `,
  `4499728 |  | ${X64_1809} | 4470788`,
  `4480116 |  | ${X64_1809} | `,
  `4494441 |  | ${X64_1809} | 4480116`,
  `4503327 |  | ${X64_1809} | 4480116;4494441`,
  '4012598 |  | Windows 7 Service Pack 1 | ',
];

describe('the offline catalogue of Windows Update', () => {
  it.each([
    ['stored', 'stored'],
    ['mszip', 'mszip'],
    ['lzx', 'stored'],
    ['lzx', 'lzx'],
    ['mszip', 'lzx'],
  ] as const)('is read from cabs packed as %s in a cab packed as %s', async (packing, outer) => {
    const cab = offlineCab(ENTRIES, { packing, outer, perCab: 4 });
    const { feed, table, diagnostics } = await gatherBytes('download', cab, 700);
    expect([feed, diagnostics]).toEqual(['wsusscn2', []]);
    expect(short(rowsOf(table))).toEqual(ROWS);
    expect(table.sources[0]).toMatchObject({ date: '2019-08-13', records: ROWS.length });
  });

  it('prefers English titles, and takes the entry’s own language where there is none', async () => {
    const { table } = await gatherBytes('wsusscn2.cab', offlineCab(ENTRIES));
    const titles = new Map(rowsOf(table).map(({ article, title }) => [article, title]));
    expect(titles.get('4480116')).toBe(of1809('2019-01', '4480116'));
    expect(titles.get('4012598')).toBe('Windows 7 用セキュリティ更新プログラム');
  });

  it('asks for what rules ask for, keeps alternatives in a group, and drops those that a machine may meet by itself', async () => {
    const { table } = await gatherBytes('wsusscn2.cab', offlineCab(ENTRIES));
    const needs = table.statements
      .filter(({ kind }) => kind === 'requires')
      .map(({ article, target, group }) => `${article} ${JSON.stringify(target)} ${group === undefined ? '' : 'or'}`);
    expect(needs).toEqual([
      '4480116 {"article":"4470788"} ',
      '4494441 {"article":"4470788"} or',
      '4494441 {"article":"4499728"} or',
      '4503327 {"article":"4499728"} ',
    ]);
    expect(table.sources[0]?.dirt).toEqual({
      'prerequisites that are no update': 12,
      'replacing revisions that are missing': 1,
    });
  });

  it('publishes bulletins, and says how severe updates are', async () => {
    const { table } = await gatherBytes('wsusscn2.cab', offlineCab(ENTRIES));
    expect(table.statements.filter(({ kind }) => kind === 'publishes')).toMatchObject([
      { article: '4012598', target: { fix: 'MS17-010' } },
    ]);
    expect(new Map(rowsOf(table).map(({ article, severity }) => [article, severity])).get('4494441')).toBe('Critical');
  });

  it.each([
    [of1809('2019-08', '4512508'), ['Windows 10'], '2019-08-13', [X64_1809]],
    [
      'March, 2017 Security Monthly Quality Rollup for Windows 7 for x64-based Systems (KB4012215)',
      [],
      '2017-03-14',
      ['Windows 7 for x64-based Systems Service Pack 1'],
    ],
    [
      '2020-01 Rollup for .NET Framework 3.5, 4.8 for Windows 8.1, RT 8.1, and Server 2012 R2 for x64 (KB4535104)',
      [],
      '2020-01-14',
      ['Windows 8.1 for x64', 'Windows RT 8.1 for x64', 'Windows Server 2012 R2 for x64'].map(
        (system) => `.NET Framework 3.5, 4.8 on ${system}`,
      ),
    ],
    ['Security Update for Windows XP (KB958644)', ['Windows XP'], '2008-10-23', ['Windows XP']],
    ['Security Update for Windows XP (KB2676562)', [], '2012-05-08', ['Windows XP Service Pack 3']],
    [
      'Security Update for Microsoft Office 2010 (KB2956076) 32-Bit Edition',
      [],
      null,
      ['Microsoft Office 2010 32-Bit Edition'],
    ],
    [
      'Security Update for SQL Server 2012 Service Pack 4 GDR (KB4532098)',
      [],
      null,
      ['SQL Server 2012 Service Pack 4 (GDR)'],
    ],
    [
      'Security Update For Exchange Server 2016 CU13 (KB4515832)',
      [],
      null,
      ['Exchange Server 2016 Cumulative Update 13'],
    ],
    [
      '2023-09 Cumulative Update for Microsoft server operating system version 21H2 for x64-based Systems (KB5030216)',
      ['Microsoft Server operating system-21H2'],
      '2023-09-12',
      ['Windows Server 2022 for x64-based Systems'],
    ],
    [
      '2018-05 Cumulative Update for Windows Server 2016 (1709) for x64-based Systems (KB4103727)',
      [],
      null,
      ['Windows Server, version 1709 for x64-based Systems'],
    ],
    [
      'Windows Malicious Software Removal Tool x64 - v5.82 (KB890830)',
      ['Windows 10', 'Windows 8.1'],
      null,
      ['Windows 10 for x64-based Systems', 'Windows 8.1 for x64-based Systems'],
    ],
    ['Sicherheitsupdate (KB123456)', ['Office 2003'], null, ['Office 2003']],
    ['Update for the .cs-domain (KB123457)', [], null, ['Microsoft Update']],
  ])('says by the title %j of %j what it is for', (title, categories, day, products) => {
    expect(productsOf(title, categories, day)).toEqual(products);
  });

  it('answers chains, with requirements of the product alone, and what a machine lacks', async () => {
    const folder = temporaryFolder({ 'wsusscn2.cab': offlineCab(ENTRIES, { perCab: 5 }) });
    await buildGraph([folder()], { out: folder('g.db') });
    const store = openStore(folder('g.db'));
    const found = chain(store, '4480116');
    expect(JSON.stringify(found)).toContain('4503327');
    const node = store.indexOf('article:4494441')!;
    const requires = [...store.edgesFrom(node, ['requires'])];
    expect(requires.map(({ scope }) => scope)).toEqual([
      { product: 'Windows 10 1809', platform: 'x64' },
      { product: 'Windows 10 1809', platform: 'x64' },
    ]);
    expect(new Set(requires.map(({ group }) => group)).size).toBe(1);
    const systeminfo = [
      'Host Name: LAPTOP',
      'OS Name: Microsoft Windows 10 Education',
      'OS Version: 10.0.17763 N/A Build 17763',
      'System Type: x64-based PC',
      'Hotfix(s): 1 Hotfix(s) Installed.',
      '           [01]: KB4494441',
    ].join('\n');
    const answer = assess(store, [readCapture('host.txt', Buffer.from(systeminfo))]);
    store.close();
    expect(answer.installNext.steps.map(({ update }) => update)).toEqual(['4499728', '4503327']);
    expect(answer.coveredBy.map(({ update }) => update)).toContain('4480116');
  });
});

describe('the catalogue on disk', () => {
  const lay = (files: readonly { name: string; content: Uint8Array }[]) => {
    const folder = temporaryFolder({});
    for (const { name, content } of files) {
      const path = join(folder(), ...name.split('\\'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    return folder;
  };
  const package2 = (name: string) => `package2\\${name}`;

  it.each([
    ['the cabs that it unpacks to', offlineCabs(ENTRIES, { perCab: 4 })],
    [
      'the catalogue and a folder for each cab',
      [
        { name: 'package.xml', content: Buffer.from(packageXmlOf(ENTRIES)) },
        ...partsOf(ENTRIES).map((part) => ({ ...part, name: package2(part.name) })),
      ],
    ],
    [
      'the catalogue beside its parts',
      [{ name: 'package.xml', content: Buffer.from(packageXmlOf(ENTRIES)) }, ...partsOf(ENTRIES)],
    ],
  ])('is read from %s, each part once and none as an article', async (_, files) => {
    const folder = lay(files);
    const { report } = await buildGraph([folder()]);
    expect(report.feeds).toMatchObject([{ feed: 'wsusscn2', records: ROWS.length }]);
    expect(report.diagnostics).toEqual({});
  });

  it('is the sample’s own', async () => {
    const name = join(DATA, 'package.xml');
    const { table, diagnostics } = await gatherBytes(name, readFileSync(name));
    const parts = ['x', 'l/en'].flatMap((kind) =>
      readdirSync(join(DATA, kind)).map((part) => ({
        name: `${kind}/${part}`,
        content: readFileSync(join(DATA, kind, part)),
      })),
    );
    const cab = cabOf([
      { name: 'package.cab', content: cabOf([{ name: 'package.xml', content: readFileSync(name) }]) },
      { name: 'package2.cab', content: cabOf(parts, 'mszip') },
    ]);
    const whole = await gatherBytes('wsusscn2.cab', cab);
    expect([diagnostics, whole.diagnostics]).toEqual([[], []]);
    expect(short(rowsOf(table))).toEqual([
      '9901801 |  | Windows 10 Version 1809 for x64-based Systems | ',
      '9901802 |  | Windows 10 Version 1809 for x64-based Systems | 9901801',
      '9901905 |  | Windows 10 Version 1809 for x64-based Systems | ',
      '9901906 |  | Windows 10 Version 1809 for x64-based Systems | 9901905',
    ]);
    expect(rowsOf(whole.table)).toEqual(rowsOf(table));
  });

  it('says that a part alone says nothing', async () => {
    const folder = lay([
      ...offlineCabs(ENTRIES, { perCab: 4 }).filter(({ name }) => name === 'package3.cab'),
      ...partsOf(ENTRIES).filter(({ name }) => name === 'x\\30'),
    ]);
    const { report } = await buildGraph([folder(), 'data/q-articles/Q256480.TXT']);
    expect(report.diagnostics['feed/part-alone']?.count).toBe(2);
  });
});

describe('a cab that is not what it should be', () => {
  const whole = offlineCab(ENTRIES, { packing: 'lzx', perCab: 4 });
  const cabs = offlineCabs(ENTRIES, { perCab: 4 });
  const rulesOf = async (cab: Buffer) => {
    const { table, diagnostics } = await gatherBytes('wsusscn2.cab', cab);
    return { rules: diagnostics.map(({ rule }) => rule), diagnostics, rows: rowsOf(table).length };
  };

  it.each(['stored', 'mszip', 'lzx'] as const)(
    'cut off, packed as %s, gives what stands before the cut',
    async (outer) => {
      const cab = offlineCab(ENTRIES, { perCab: 4, outer });
      const { rules, rows } = await rulesOf(cab.subarray(0, cab.length - 200));
      expect(new Set(rules)).toEqual(new Set(['read/damaged-archive']));
      expect(rows).toBe(outer === 'stored' ? ROWS.length - 1 : 0);
    },
  );

  it('with a damaged cab in it gives the others', async () => {
    const broken = cabs.map((file) =>
      file.name === 'package3.cab' ? { ...file, content: Buffer.from(file.content).fill(7, 300, 900) } : file,
    );
    const { diagnostics, rows } = await rulesOf(cabOf(broken));
    expect(diagnostics.map(({ source, rule }) => [source, rule])).toEqual([
      ['wsusscn2.cab!package3.cab', 'read/damaged-archive'],
    ]);
    expect(rows).toBeGreaterThan(1);
  });

  it('without a cab that its index names says so', async () => {
    const { diagnostics } = await rulesOf(cabOf(cabs.filter(({ name }) => name !== 'package3.cab')));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(/index\.xml names package3\.cab/),
    ]);
  });

  it('that holds a bomb is given up', async () => {
    const bomb = cabOf([{ name: 'x\\30', content: Buffer.alloc(64 * 1024 * 1024) }], 'mszip');
    const { diagnostics, rows } = await rulesOf(
      cabOf([...cabs.slice(0, 2), { name: 'package2.cab', content: bomb }, ...cabs.slice(3)]),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringMatching(/more than 400 times its size/)]);
    expect(rows).toBeGreaterThan(1);
  });

  it('in its header, is refused with a sentence', async () => {
    const { rules } = await rulesOf(Buffer.concat([whole.subarray(0, 160), Buffer.alloc(4000)]));
    expect(rules).toContain('read/damaged-archive');
  });
});
