import { describe, expect, it } from 'vitest';
import type { AdvisoryRecord } from '../../../src/model/advisories.ts';
import { assess } from '../../../src/query/assess.ts';
import { assessQuery } from '../../../src/query/registry.ts';
import { someEdge, someNode } from '../array-view.ts';
import { departures } from '../holds-schema.ts';
import { feedView, someCapture, someRow, WINDOWS_7 } from './feed-view.ts';

type Row = Omit<AdvisoryRecord, 'record'>;

const MONTHS = ['2017-03-14', '2017-04-11', '2017-05-09', '2017-06-13'];
const rollup = (month: number) => `40${month}0002`;
const securityOnly = (month: number) => `40${month}0001`;

/** Four months of a system with two tracks: each has a rollup, which replaces the one before, and a security-only update. */
const twoTracks: Row[] = MONTHS.flatMap((date, month) =>
  [0, 1, 2].flatMap((number) => {
    const cve = `CVE-2017-${month}00${number}`;
    const older = month === 0 ? '' : rollup(month - 1);
    return [
      someRow({ cve, date, article: rollup(month), supersedes: older }),
      someRow({ cve, date, article: securityOnly(month) }),
    ];
  }),
);

const statesOf = (rows: readonly Row[], installed: readonly string[], stated = false) => {
  const { exposed, partlyCovered, noUpdate, counts } = assess(feedView(rows), [someCapture(installed)], { stated });
  const ids = (items: { id: string }[]) => items.map(({ id }) => id).sort();
  return { exposed: ids(exposed), partly: ids(partlyCovered), noUpdate: ids(noUpdate), covered: counts.covered };
};

describe('coverage', () => {
  it('counts supersession from what is installed alone', () => {
    const chain = [
      someRow({ cve: 'CVE-2015-0001', article: '300001' }),
      someRow({ cve: 'CVE-2015-0002', article: '300002', supersedes: '300001' }),
      someRow({ cve: 'CVE-2015-0003', article: '300003', supersedes: '300002' }),
    ];
    expect(statesOf(chain, [])).toMatchObject({
      covered: 0,
      exposed: ['CVE-2015-0001', 'CVE-2015-0002', 'CVE-2015-0003'],
    });
    expect(statesOf(chain, ['300002'])).toMatchObject({ covered: 2, exposed: ['CVE-2015-0003'] });
    expect(statesOf(chain, ['300003']).covered).toBe(3);
  });

  it("leaves out what replaces an update on another product's machines only", () => {
    const rows = [
      someRow({ cve: 'CVE-2015-0001', article: '300001' }),
      someRow({ cve: 'CVE-2015-0001', article: '300001', product: 'Windows RT 8.1' }),
      someRow({ cve: 'CVE-2015-0002', article: '300002', product: 'Windows RT 8.1', supersedes: '300001' }),
    ];
    expect(statesOf(rows, ['300002'])).toMatchObject({ covered: 0, exposed: ['CVE-2015-0001'] });
  });

  it('is partial where one of several packages is there, and says which is not', () => {
    const rows = [
      someRow({ cve: 'CVE-2014-6332', article: '3006226', date: '2014-11-11' }),
      someRow({ cve: 'CVE-2014-6332', article: '3010788', date: '2014-11-11' }),
    ];
    const { partlyCovered } = assess(feedView(rows), [someCapture(['3010788'])]);
    expect(partlyCovered[0]?.parts).toEqual([
      { product: WINDOWS_7, onlyWith: null, component: '', open: ['3006226'], covered: ['3010788'] },
    ]);
  });

  it('keeps what a feed tells of two components apart', () => {
    const rows = [
      someRow({ cve: 'CVE-2015-0001', article: '300001', component: 'Windows Shell' }),
      someRow({ cve: 'CVE-2015-0001', article: '300002', component: 'Windows Kernel' }),
    ];
    const { exposed, partlyCovered } = assess(feedView(rows), [someCapture(['300001'])]);
    expect(exposed).toEqual([]);
    expect(partlyCovered[0]?.parts).toEqual([
      { product: WINDOWS_7, onlyWith: null, component: 'Windows Kernel', open: ['300002'], covered: [] },
    ]);
  });

  it('by a rollup or by the security-only update of the month is enough, and the reason is named', () => {
    expect(statesOf(twoTracks, [rollup(3)])).toMatchObject({ covered: 12, exposed: [], partly: [] });
    expect(statesOf(twoTracks, [securityOnly(1)])).toMatchObject({ covered: 3, partly: [] });
    const { coveredBy } = assess(feedView(twoTracks), [someCapture([securityOnly(1)])]);
    expect(coveredBy.find(({ update }) => update === rollup(1))).toMatchObject({
      means: 'alternative',
      because: `KB${securityOnly(1)} fixes the same on another track: of a rollup and the updates that it holds, either is enough`,
    });
  });

  it('by one of two tracks counts as partial where only statements count', () => {
    expect(statesOf(twoTracks, [rollup(3)], true)).toMatchObject({ covered: 0, exposed: [] });
    expect(statesOf(twoTracks, [rollup(3)], true).partly).toHaveLength(12);
  });

  it('reaches what the rollup of a month holds also where a feed names the security-only update alone', () => {
    const rows = [...twoTracks, someRow({ cve: 'CVE-2017-0099', article: securityOnly(0), date: MONTHS[0]! })];
    expect(statesOf(rows, [rollup(2)]).exposed).not.toContain('CVE-2017-0099');
    expect(statesOf(rows, [rollup(2)], true).exposed).toContain('CVE-2017-0099');
  });

  it('knows no tracks before October 2016, when there were none, and on systems that never had them', () => {
    const early = twoTracks.map((row) => ({ ...row, date: row.date!.replace('2017', '2014') }));
    expect(statesOf(early, [rollup(3)]).partly).toHaveLength(12);
    const product = 'Windows 10 Version 1803 for x64-based Systems';
    const host = someCapture([rollup(3)], {
      system: {
        name: 'Microsoft Windows 10 Pro',
        version: '10.0.17134',
        revision: null,
        servicePack: '',
        architecture: 'x64',
      },
    });
    const { partlyCovered } = assess(feedView(twoTracks.map((row) => ({ ...row, product }))), [host]);
    expect(partlyCovered).toHaveLength(12);
  });

  it('knows that a later rollup holds both updates of a month of which no feed tells which is the rollup', () => {
    const month = Array.from({ length: 7 }, (_, n) =>
      ['300101', '300102'].map((article) => someRow({ cve: `CVE-2016-7${n}00`, article, date: '2016-11-08' })),
    ).flat();
    const alone = someRow({ cve: 'CVE-2016-9999', article: '300101', date: '2016-11-08' });
    const rows = [...twoTracks, ...month, alone];
    expect(statesOf(rows, [rollup(3)])).toMatchObject({ exposed: [], partly: [] });
    const { coveredBy } = assess(feedView(rows), [someCapture([rollup(3)])]);
    expect(coveredBy.find(({ update }) => update === '300102')?.because).toContain(
      'inferred: with KB300101 it fixes 7 vulnerabilities, so that one of them is the rollup of their month',
    );
    // Two packages that share little, and those of a later day than every rollup, say nothing of the kind.
    expect(statesOf([...twoTracks, ...month.slice(0, 6)], [rollup(3)]).exposed).toHaveLength(3);
    const later = month.map((row) => ({ ...row, date: '2019-01-08' }));
    expect(statesOf([...twoTracks, ...later], [rollup(3)]).exposed).toHaveLength(7);
    expect(statesOf(rows, [rollup(3)], true).exposed).toHaveLength(8);
  });

  it('takes two ladders that go on side by side for separate packages', () => {
    const both = twoTracks.map((row) => {
      const month = MONTHS.indexOf(row.date!);
      return row.article === securityOnly(month) && month > 0 ? { ...row, supersedes: securityOnly(month - 1) } : row;
    });
    expect(statesOf(both, [rollup(3)]).partly).toHaveLength(12);
  });

  it('keeps servicing stacks on a track of their own', () => {
    const stack = '4490628';
    const rows = [
      ...twoTracks,
      someRow({ cve: 'ADV990001', article: stack, date: '2019-03-12' }),
      someRow({ cve: 'CVE-2017-3000', article: stack, date: MONTHS[3]! }),
    ];
    expect(statesOf(rows, [rollup(3)])).toMatchObject({ exposed: ['ADV990001'], partly: ['CVE-2017-3000'] });
    expect(statesOf(rows, [stack]).partly).toEqual(['CVE-2017-3000']);
    expect(statesOf(rows, [stack, securityOnly(3)])).toMatchObject({ partly: [] });
  });

  it('tells apart for what no feed names an update', () => {
    const rows = [someRow({ cve: 'CVE-2015-0001' }), someRow({ cve: 'CVE-2015-0002', article: '300002' })];
    expect(statesOf(rows, ['300002'])).toEqual({ exposed: [], partly: [], noUpdate: ['CVE-2015-0001'], covered: 1 });
  });

  it('takes replacements that are inferred, or stated by articles, and names them as the reason', () => {
    const rows = [
      someRow({ cve: 'CVE-2015-0001', article: '300001' }),
      someRow({ cve: 'CVE-2015-0002', article: '300002' }),
      someRow({ cve: 'CVE-2015-0003', article: '300003' }),
    ];
    const nodes = ['300001', '300002', '300003'].map((id) => someNode(`article:${id}`));
    const edges = [
      someEdge(1, 'supersedes', 0, {
        basis: 'inferred',
        because: 'a later build',
        scope: { product: 'Windows 7 SP1', platform: 'x64' },
      }),
      someEdge(2, 'supersedes', 1, { basis: 'inferred', because: 'a later build', scope: { product: 'Windows 8.1' } }),
    ];
    const view = feedView(rows, nodes, edges);
    const answer = assess(view, [someCapture(['300003', '300002'])]);
    expect(answer.coveredBy.find(({ update }) => update === '300001')).toMatchObject({
      means: 'inferred',
      because: 'KB300002 replaces KB300001 (inferred: a later build)',
    });
    expect(assess(view, [someCapture(['300003'])]).counts.exposed).toBe(2);
    expect(assess(view, [someCapture(['300002'])], { stated: true }).counts.exposed).toBe(2);
  });
});

describe('an assessment', () => {
  const rows = [
    someRow({ cve: 'CVE-2015-0001', article: '300001', severity: 'Critical' }),
    someRow({ cve: 'CVE-2015-0002', article: '300001', severity: 'Important', exploits: 'https://example.org/poc' }),
    someRow({ cve: 'CVE-2015-0003', article: '300003', severity: '', product: `Internet Explorer 11 on ${WINDOWS_7}` }),
    someRow({ cve: 'SP7X64SP2', article: '300009', title: 'Update for Windows 7', supersedes: '' }),
    someRow({ cve: null, article: '300010', title: 'Security Update for Flash' }),
  ];

  it('puts what has known exploits first, then the worst', () => {
    const { exposed, counts } = assess(feedView(rows), [someCapture([])]);
    expect(exposed.map(({ id }) => id)).toEqual([
      'CVE-2015-0002',
      'CVE-2015-0001',
      'KB300010',
      'SP7X64SP2',
      'CVE-2015-0003',
    ]);
    expect(exposed.at(-1)?.isOptional).toBe(true);
    expect(counts.bySeverity[0]).toEqual({ severity: 'Critical', exposed: 1, partlyCovered: 0, exploited: 0 });
  });

  it('says what to install: service packs first, then what closes most, what may not be there last', () => {
    const { installNext } = assess(feedView(rows), [someCapture([])]);
    expect(installNext.steps.map(({ update, kind, onlyWith }) => [update, kind, onlyWith])).toEqual([
      ['300009', 'service-pack', null],
      ['300001', 'update', null],
      ['300010', 'update', null],
      ['300003', 'update', ['Internet Explorer 11.0']],
    ]);
    expect(installNext.restarts).toEqual({ required: 1, perhaps: 0, likely: 0, none: 0, untold: 3 });
  });

  it('puts what an update requires before it, and counts the restarts that articles tell of', () => {
    const nodes = [
      someNode('article:300001', {
        attributes: { installation: [{ says: 'restart', scope: null, article: null, evidence: [] }] },
      }),
      someNode('article:300010'),
    ];
    const { installNext } = assess(feedView(rows, nodes, [someEdge(0, 'requires', 1)]), [someCapture(['300009'])]);
    expect(installNext.steps.map(({ update }) => update)).toEqual(['300010', '300001', '300003']);
    expect(installNext.restarts).toMatchObject({ required: 1, untold: 2 });
  });

  it.each([false, true])('holds its schema (rows: %s)', (withRows) => {
    const answer = assess(feedView([...rows, ...twoTracks]), [someCapture(['300001', rollup(1)])], { rows: withRows });
    expect(departures(JSON.parse(JSON.stringify(answer)), assessQuery.schema)).toEqual([]);
  });

  it('names the installed updates that no feed has for the products', () => {
    const { host } = assess(feedView(rows), [someCapture(['300001', '999999'])]);
    expect([host.installed, host.unknown]).toEqual([['300001', '999999'], ['999999']]);
  });

  it('says that a list is cut off', () => {
    const { notes } = assess(feedView(rows), [someCapture(['300001'], { announced: 262, unnamed: ['File 1'] })]);
    expect(notes).toEqual([
      "The list of updates is cut off: it announces 262 and holds 2. What is beyond counts as not installed; 'wmic qfe list' has them all.",
      "1 of its entries name no article ('File 1') and were left out.",
    ]);
  });

  it('takes the updates whose builds are on the disk for installed', () => {
    const nodes = [someNode('article:300001'), someNode('file:rpcss.dll')];
    const ships = someEdge(0, 'ships', 1, {
      file: { version: '6.1.7601.18000', platform: null, date: null, size: null },
    });
    const files = (version: string) => [
      { name: 'ntoskrnl.exe', version: '6.1.7601.17514' },
      { name: 'rpcss.dll', version },
    ];
    const host = (version: string) =>
      someCapture([], {
        format: 'file-list',
        system: { name: null, version: null, revision: null, servicePack: null, architecture: 'x64' },
        hasUpdateList: false,
        files: files(version),
      });
    const view = feedView(rows, nodes, [ships]);
    const { host: read, recognised, counts } = assess(view, [host('6.1.7601.18000')]);
    expect([read.installed, recognised.by, counts.covered]).toEqual([['300001'], 'files', 2]);
    expect(assess(view, [host('6.1.7601.17999')]).host.installed).toEqual([]);
  });
});
