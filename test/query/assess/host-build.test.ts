import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdvisoryRecord } from '../../../src/model/advisories.ts';
import type { GraphNode } from '../../../src/model/graph.ts';
import type { HostSystem } from '../../../src/model/host.ts';
import { assess } from '../../../src/query/assess.ts';
import { assessQuery } from '../../../src/query/registry.ts';
import { someNode } from '../array-view.ts';
import { departures } from '../holds-schema.ts';
import { feedView, someCapture, someRow, WINDOWS_7 } from './feed-view.ts';

const WINDOWS_10 = 'Windows 10 Version 1809 for x64-based Systems';
type Row = Omit<AdvisoryRecord, 'record'>;

/** An update of Windows 10 1809 for one vulnerability, of the day that its revision counts. */
const update = (article: string, build: string, more: Partial<AdvisoryRecord> = {}): Row =>
  someRow({ article, cve: `CVE-2019-${article}`, product: WINDOWS_10, build, date: '2019-03-12', ...more });

const system = (more: Partial<HostSystem> = {}): HostSystem => ({
  name: 'Microsoft Windows 10 Pro',
  version: '10.0.17763',
  revision: null,
  servicePack: '',
  architecture: 'x64',
  ...more,
});

interface Machine {
  installed?: string[];
  revision?: number | null;
  stated?: boolean;
  nodes?: GraphNode[];
}

function ask(rows: readonly Row[], { installed = [], revision = null, stated = false, nodes = [] }: Machine) {
  const answer = assess(feedView(rows, nodes), [someCapture(installed, { system: system({ revision }) })], {
    stated,
    rows: true,
  });
  expect(departures(JSON.parse(JSON.stringify(answer)), assessQuery.schema)).toEqual([]);
  const covered = answer.coveredBy.map(({ update: own, means }) => `${own} ${means}`).sort();
  return { ...answer, covered, open: answer.exposed.map(({ id }) => id.slice('CVE-2019-'.length)).sort() };
}

const MONTHS = [
  update('400001', '10.0.17763.379'),
  update('400002', '10.0.17763.437'),
  update('400003', '10.0.17763.475'),
];

describe("a machine's build", () => {
  it('covers the updates whose builds are not above it, and says by which build', () => {
    const answer = ask(MONTHS, { revision: 437 });
    expect(answer.covered).toEqual(['400001 build', '400002 build']);
    expect(answer.open).toEqual(['400003']);
    expect(answer.coveredBy[0]).toMatchObject({
      by: 'build 10.0.17763.437',
      steps: 1,
      path: [{ source: 0, record: 1 }],
    });
    expect(answer.coveredBy.map(({ because }) => because)).toContain(
      'build 10.0.17763.437 contains KB400001 (inferred: KB400001 brings build 10.0.17763.379)',
    );
    expect(answer.installNext.steps.map((step) => step.update)).toEqual(['400003']);
  });

  it('covers what such updates replace, too', () => {
    const rows = [...MONTHS, update('300001', ''), update('400004', '10.0.17763.400', { supersedes: '300001' })];
    const { coveredBy } = ask(rows, { revision: 437 });
    expect(coveredBy.find((one) => one.update === '300001')).toMatchObject({
      means: 'build',
      steps: 2,
      because:
        'build 10.0.17763.437 contains KB400004 (inferred: KB400004 brings build 10.0.17763.400), which replaces KB300001',
    });
  });

  it('is told by an installed update too, whose build contains those below', () => {
    const answer = ask(MONTHS, { installed: ['400003'] });
    expect(answer.covered).toEqual(['400001 inferred', '400002 inferred', '400003 installed']);
    expect(answer.coveredBy.find((one) => one.update === '400001')).toMatchObject({ by: '400003' });
  });

  it("is told by the title of an installed update's article, also of one that no feed names", () => {
    const title = 'April 25, 2019—KB499999 (OS Builds 17134.753, and 17763.450)';
    const answer = ask(MONTHS, { installed: ['499999'], nodes: [someNode('article:499999', { label: title })] });
    expect(answer.covered).toEqual(['400001 inferred', '400002 inferred']);
    expect(answer.host.unplaced).toEqual([]);
  });

  it("is told by the system's own files, which no build is older than", () => {
    const files = ['10.0.17763.437', '10.0.17763.1'].map((version) => ({ name: 'ntoskrnl.exe', version }));
    const listed = someCapture([], {
      format: 'file-list',
      hasUpdateList: false,
      files,
      system: system({ version: null }),
    });
    const both = [someCapture([], { system: system() }), listed];
    for (const captures of [both, [...both].reverse()]) {
      const { host, coveredBy } = assess(feedView(MONTHS), captures);
      expect(host.system).toMatchObject({ version: '10.0.17763', revision: 437 });
      expect(coveredBy.map(({ update: own }) => own).sort()).toEqual(['400001', '400002']);
    }
  });

  it('alone, without a list of updates, is said to be all that is known', () => {
    const capture = { ...someCapture([], { system: system({ revision: 437 }) }), hasUpdateList: false };
    const { notes, counts } = assess(feedView(MONTHS), [capture]);
    expect(counts).toMatchObject({ covered: 2, exposed: 1 });
    expect(notes).toEqual([
      'There is no list of updates in it (read were Microsoft Windows 10 Pro, 10.0.17763.437): what its build is not known to contain counts as not installed.',
    ]);
  });

  it.each([
    ['only what is stated counts', MONTHS, { revision: 475, stated: true }],
    ['the builds are of another line', [update('400001', '10.0.18362.30')], { revision: 475 }],
    [
      'feeds disagree on its build',
      [update('400001', '10.0.17763.1'), update('400001', '10.0.17763.2')],
      { revision: 9 },
    ],
    ['a build is not told whole', [update('400001', '10.0.17763')], { revision: 475 }],
    [
      'it is a servicing stack, which leaves the build as it is',
      [update('400001', '10.0.17763.1', { cve: 'ADV990001' })],
      { revision: 475 },
    ],
    ['the machine does not tell its revision', MONTHS, {}],
  ])('covers nothing where %s', (_, rows, machine) => {
    expect(ask(rows, machine).covered).toEqual([]);
  });

  it('covers nothing on a system with security-only updates: a higher build may lack the months before', () => {
    const rows = [someRow({ article: '300001', cve: 'CVE-2019-1', date: '2019-03-12', build: '6.1.7601.24384' })];
    const host = someCapture([], { system: { ...someCapture([]).system, revision: 24400 } });
    expect(assess(feedView(rows), [host]).counts).toMatchObject({ covered: 0, exposed: 1 });
    expect(rows[0]?.product).toBe(WINDOWS_7);
  });

  it.each([
    [
      'that it waits for a restart',
      { installed: ['400003'], revision: 379 },
      MONTHS,
      /KB400003 .*475.*states 10\.0\.17763\.379.*restart/,
    ],
    [
      'that no source tells the builds of its updates',
      { revision: 379 },
      [update('400001', '')],
      /nothing in this graph tells/,
    ],
    ['how to tell it', {}, MONTHS, /does not tell the revision of build 10\.0\.17763.*'ver'/],
  ])('is spoken of in a note: %s', (_, machine, rows, sentence) => {
    expect(ask(rows, machine).notes).toContainEqual(expect.stringMatching(sentence));
  });

  it('says nothing of an update beside the one of its month, to which a feed gives the same build', () => {
    const month = [1, 2, 3, 4].map((at) => update('400009', '10.0.17763.900', { cve: `CVE-2019-90${at}` }));
    const beside = update('400010', '10.0.17763.900');
    expect(ask([...MONTHS, ...month, beside], { installed: ['400010'] }).covered).toEqual(['400010 installed']);
    const answer = ask([...MONTHS, ...month, beside], { revision: 900 });
    expect(answer.covered.map((one) => one.split(' ')[0])).toEqual(['400001', '400002', '400003', '400009']);
    expect(answer.open).toEqual(['400010']);
  });

  it('covers exactly the updates up to it, whatever builds there are', () => {
    const revisions = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(revisions, fc.integer({ min: 1, max: 60 }), fc.subarray([0, 1, 2, 3]), (all, revision, places) => {
        const rows = all.map((own, at) => update(String(500_000 + at), `10.0.17763.${own}`));
        const installed = places.filter((at) => at < all.length);
        const limit = Math.max(revision, ...installed.map((at) => all[at]!));
        const { covered } = ask(rows, { revision, installed: installed.map((at) => String(500_000 + at)) });
        const expected = all.flatMap((own, at) => (own <= limit ? [String(500_000 + at)] : []));
        expect(covered.map((one) => one.split(' ')[0])).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe('an installed update of which no source says what it contains', () => {
  const rows = [
    update('400001', '', { date: '2019-01-08' }),
    update('400002', '', { date: '2019-03-12', supersedes: '400001' }),
    update('410000', '', { cve: 'ADV190005', date: '2019-02-20' }),
    update('420000', '', { cve: 'ADV990001', date: '2019-02-20' }),
    update('430000', '', { cve: 'ADV190003', product: `Adobe Flash Player on ${WINDOWS_10}`, date: '2019-02-20' }),
  ];

  it('is named, with what it would cover if it were cumulative, and covers nothing', () => {
    const { host, notes, covered, open } = ask(rows, { installed: ['410000'] });
    expect(host.unplaced).toEqual([{ update: '410000', date: '2019-02-20', mayClose: 1 }]);
    expect(covered).toEqual(['410000 installed']);
    expect(open).toContain('400001');
    expect(notes).toContainEqual(
      'KB410000 (2019-02-20) is installed, but no source says what it replaces or contains, and from its number nothing is concluded: what it may cover is listed as exposed. If KB410000 is a cumulative update of Windows 10 1809 (x64), it covers 1 of the vulnerabilities that are listed, those whose updates are not later than 2019-02-20.',
    );
  });

  it('is named where no feed knows it at all: by its number alone nothing is concluded', () => {
    const { host, covered, notes } = ask(rows, { installed: ['499998', '499999'] });
    expect(host.unplaced.map((one) => [one.update, one.date, one.mayClose])).toEqual([
      ['499998', null, 0],
      ['499999', null, 0],
    ]);
    expect(covered).toEqual([]);
    expect(notes).toContainEqual(
      'KB499998 and KB499999 are installed, but no source says what they replace or contain, and from their numbers nothing is concluded: what they may cover is listed as exposed.',
    );
  });

  it.each([
    ['a servicing stack', '420000'],
    ['an update of what runs on the system', '430000'],
    ['one that replaces others', '400002'],
  ])('is not %s', (_, id) => {
    expect(ask(rows, { installed: [id] }).host.unplaced).toEqual([]);
  });

  it('is no matter where updates stand alone, or where the build tells what is there', () => {
    const old = assess(feedView([someRow({ article: '300001' })]), [someCapture(['300001', '999999'])]);
    expect(old.host.unplaced).toEqual([]);
    expect(ask(MONTHS, { installed: ['499999'], revision: 437 }).host.unplaced).toEqual([]);
  });
});
