import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGraphBuilder } from '../../../src/graph/graph-builder.ts';
import type { PlatformUpdate, PlatformUpdates } from '../../../src/graph/inference/updates/platform-updates.ts';
import { tracksOf } from '../../../src/graph/inference/updates/update-tracks.ts';
import type { KnowledgeGraph } from '../../../src/model/graph.ts';
import { gatherBytes } from '../../feed/gather.ts';

const SAMPLE = fileURLToPath(new URL('../../../data/feeds/CVEs_20190820.csv', import.meta.url));

async function graphOf(name: string, bytes: Buffer): Promise<KnowledgeGraph> {
  const { table } = await gatherBytes(name, bytes);
  const builder = createGraphBuilder();
  builder.addFeeds(table);
  return builder.finish({ builtAt: '', paths: [], filesRead: 1, diagnostics: {}, feeds: table.sources });
}

function inferred({ nodes, edges }: KnowledgeGraph): string[] {
  return edges
    .filter(({ rule }) => rule === 'graph/cumulative-updates')
    .map(({ source, target, scope }) => {
      const ends = [source, target].map((end) => nodes[end]?.id.slice('article:'.length)).join(' → ');
      return `${ends} for ${Object.values(scope ?? {}).join(' ')}`;
    });
}

function update(id: string, day: string, more: Partial<PlatformUpdate> = {}): PlatformUpdate {
  return {
    id,
    day,
    fixes: 20,
    build: null,
    isCumulative: false,
    browsers: new Set(),
    isServicingStack: false,
    replaces: new Set(),
    ...more,
  };
}

function onPlatform(family: string, system: PlatformUpdate[]): PlatformUpdates {
  const platform = { key: family, label: family, family, level: null, architecture: null };
  return { platform, system, browsers: new Map() };
}

const stepsIn = (found: PlatformUpdates) =>
  tracksOf(found).map(({ name, steps }) => [
    name,
    steps.map(({ updates }) => updates.map(({ id }) => id).join('+')).join(' '),
  ]);

describe('cumulative updates', () => {
  it('close the gap where a feed does not say what a month replaces, on each platform', async () => {
    expect(inferred(await graphOf(SAMPLE, readFileSync(SAMPLE)))).toEqual([
      '9901905 → 9901904 for Windows 10 1809 x64',
      '9901905 → 9901904 for Windows Server 2019',
      '9901953 → 9901952 for Windows 7 SP1 x64',
    ]);
  });

  it('name the days that they rest on', async () => {
    const { edges } = await graphOf(SAMPLE, readFileSync(SAMPLE));
    expect(edges.find(({ rule }) => rule === 'graph/cumulative-updates')?.because).toBe(
      'KB9901905 of 2019-07-09 follows KB9901904 of 2019-06-11 among the cumulative updates of Windows 10 1809 (x64)',
    );
  });

  it('are ordered by day and never by number', () => {
    const found = onPlatform('windows-10-1809', [
      update('9', '2019-01-08'),
      update('3', '2019-03-12'),
      update('5', '2019-02-12'),
    ]);
    expect(stepsIn(found)).toEqual([['cumulative updates', '9 5 3']]);
  });

  it('are those too that a feed calls so and that fix next to nothing: previews, and what was issued out of turn', () => {
    const months = [update('1', '2019-02-12'), update('2', '2019-03-12')];
    const preview = (isCumulative: boolean) => update('8', '2019-02-19', { fixes: 1, isCumulative });
    expect(stepsIn(onPlatform('windows-10-1803', [...months, preview(true)]))).toEqual([
      ['cumulative updates', '1 8 2'],
    ]);
    expect(stepsIn(onPlatform('windows-10-1803', [...months, preview(false)]))).toEqual([
      ['cumulative updates', '1 2'],
    ]);
  });

  it('are told by their titles', async () => {
    const rows = [
      ['20190212', 'CVE-2019-1', '9901', 'A hole'],
      ['20190219', '', '9902', '2019-02 Cumulative Update for Windows 10 Version 1803 for x64-based Systems (KB9902)'],
      ['20190220', '', '9903', '2019-02 Cumulative Update for .NET Framework 4.8 for Windows 10 Version 1803 (KB9903)'],
    ].flatMap(([day, cve, id, title]) =>
      Array.from({ length: id === '9901' ? 6 : 1 }, (_, at) =>
        [day, cve && `${cve}00${at}`, id, title, 'Windows 10 Version 1803 for x64-based Systems', '', '', '', '', '']
          .map((cell) => `"${cell}"`)
          .join(','),
      ),
    );
    expect(
      inferred(
        await graphOf(
          'CVEs_20190820.csv',
          Buffer.from(
            `"DatePosted","CVE","BulletinKB","Title","AffectedProduct","AffectedComponent","Severity","Impact","Supersedes","Exploits"\r\n${rows.join('\r\n')}\r\n`,
          ),
        ),
      ),
    ).toEqual(['9902 → 9901 for Windows 10 1803 x64']);
  });

  it('are ordered by their builds where feeds say them all', () => {
    const build = (...parts: number[]) => ({ build: [10, 0, 17763, ...parts] });
    const found = onPlatform('windows-10-1809', [
      update('1', '2019-03-12', build(379)),
      update('2', '2019-03-12', build(1000)),
      update('3', '', build(253)),
    ]);
    expect(stepsIn(found)).toEqual([['cumulative updates', '3 1 2']]);
  });

  it('leave out single fixes, and servicing stacks are a track of their own', () => {
    const found = onPlatform('windows-10-1809', [
      update('1', '2019-01-08'),
      update('2', '2019-01-08', { fixes: 1, isServicingStack: true }),
      update('3', '2019-02-12', { fixes: 1 }),
      update('4', '2019-02-12'),
      update('5', '2019-02-12', { fixes: 1, isServicingStack: true }),
    ]);
    expect(stepsIn(found)).toEqual([
      ['servicing stacks', '2 5'],
      ['cumulative updates', '1 4'],
    ]);
  });

  it('keep security-only updates apart from monthly roll-ups', () => {
    const found = onPlatform('windows-7', [
      update('11', '2019-01-08'),
      update('21', '2019-01-08', { browsers: new Set(['Internet Explorer 11']) }),
      update('12', '2019-02-12'),
      update('22', '2019-02-12', { replaces: new Set(['21']) }),
      update('13', '2019-03-12'),
      update('23', '2019-03-12', { browsers: new Set(['Internet Explorer 11']) }),
      update('14', '2019-04-09'),
    ]);
    expect(stepsIn(found)).toEqual([['monthly roll-ups', '21 22 23']]);
  });

  it('contain what came out of turn and is stated to replace one of them', () => {
    const found = onPlatform('windows-10-1809', [
      update('1', '2019-01-08'),
      update('2', '2019-02-12'),
      update('9', '2019-01-20', { fixes: 1, replaces: new Set(['1']) }),
    ]);
    expect(tracksOf(found)[0]?.between.map(({ update: { id }, next }) => [id, next])).toEqual([['9', 1]]);
  });

  it('never stand backwards, whatever the days, fixes and statements', () => {
    const any = fc.record({
      day: fc.nat(30),
      fixes: fc.nat(30),
      replaces: fc.array(fc.nat(12)),
      browsers: fc.constantFrom<string[]>([], ['Internet Explorer 11']),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.constantFrom('windows-10-1809', 'windows-7'), (all, family) => {
        const system = all.map(({ day, fixes, replaces, browsers }, at) =>
          update(String(at), `2019-01-${String(day + 1).padStart(2, '0')}`, {
            fixes,
            browsers: new Set(browsers),
            replaces: new Set(replaces.map(String)),
          }),
        );
        for (const { steps, between } of tracksOf(onPlatform(family, system))) {
          const days = steps.map(({ day }) => day);
          expect(days).toEqual([...new Set(days)].sort());
          for (const { update: own, next } of between) expect(own.day < days[next]!).toBe(true);
        }
      }),
    );
  });
});

describe('cumulative updates for Internet Explorer', () => {
  const HEADER =
    '"DatePosted","CVE","BulletinKB","Title","AffectedProduct","AffectedComponent","Severity","Impact","Supersedes","Exploits"\n';
  const CUMULATIVE = 'Cumulative Security Update for Internet Explorer';
  const browserRow = (day: string, kb: number, version: string, more: { older?: string; title?: string } = {}) =>
    `"${day}","CVE-2014-${kb % 10_000}","${kb}","${more.title ?? CUMULATIVE}","Windows Vista Service Pack 2","${version}","Critical","","${more.older ?? ''}",""\n`;
  const conclude = async (rows: string) => inferred(await graphOf('CVEs_20190820.csv', Buffer.from(HEADER + rows)));

  it('follow each other by version, where the version stands in the column of components', async () => {
    const rows = [
      browserRow('20140408', 3000001, 'Windows Internet Explorer 8'),
      browserRow('20140408', 3000001, 'Internet Explorer 9 '),
      browserRow('20140513', 2900002, 'Windows Internet Explorer 8'),
      browserRow('20140610', 3000003, 'Internet Explorer 9'),
      browserRow('20140610', 3000003, ''),
      browserRow('20140610', 3000009, 'Internet Explorer 9', { title: 'Security Update for Internet Explorer' }),
    ];
    expect(await conclude(rows.join(''))).toEqual([
      '2900002 → 3000001 for Windows Vista SP2',
      '3000003 → 3000001 for Windows Vista SP2',
    ]);
  });

  it('are no updates of the browser where the update is of the system too', async () => {
    const rows = [
      browserRow('20160913', 3000001, 'Internet Explorer 9'),
      browserRow('20161011', 3000002, 'Internet Explorer 9'),
      browserRow('20161011', 3000002, 'Microsoft Windows', { title: 'Security Update for Windows Registry' }),
      browserRow('20161108', 3000003, 'Internet Explorer 9'),
    ];
    expect(await conclude(rows.join(''))).toEqual(['3000003 → 3000001 for Windows Vista SP2']);
  });

  it('are held by the roll-up of their month, and never replace it', () => {
    const browser = (id: string, day: string, more: Partial<PlatformUpdate> = {}) => ({
      ...update(id, day, more),
      isCumulative: true,
    });
    const name = 'Internet Explorer 11';
    const found = onPlatform('windows-7', [
      update('21', '2019-01-08', { browsers: new Set([name]), replaces: new Set(['31']) }),
      update('11', '2019-01-08'),
      update('22', '2019-03-12', { browsers: new Set([name]), replaces: new Set(['21']) }),
    ]);
    found.browsers.set(name, [browser('31', '2019-01-08'), browser('32', '2019-02-12'), browser('33', '2019-04-09')]);
    const track = tracksOf(found).find((each) => each.name === `cumulative updates for ${name}`);
    expect(track?.steps.map(({ updates }) => updates.map(({ id }) => id).join())).toEqual(['31', '32', '33']);
    expect(track?.held.map(({ update: own, by }) => `${by.id} holds ${own.id}`)).toEqual([
      '21 holds 31',
      '22 holds 32',
    ]);
    expect(track?.between).toEqual([]);
  });
});

describe('loops and long chains in a feed', () => {
  it('do no harm', async () => {
    const row = (kb: number, older: string) =>
      `"20190108","CVE-2019-${1000 + (kb % 50)}","${kb}","A title","Windows 10 Version 1809 for x64-based Systems","","Low","","${older}",""\r\n`;
    const header =
      '"DatePosted","CVE","BulletinKB","Title","AffectedProduct","AffectedComponent","Severity","Impact","Supersedes","Exploits"\r\n';
    const rows = Array.from({ length: 3000 }, (_, at) => row(1_000_000 + at, String(1_000_000 + at - 1)));
    const csv =
      header +
      rows.join('') +
      row(1_000_000, '1002999') +
      row(2_000_000, '2000000') +
      row(2_000_001, '2000002') +
      row(2_000_002, '2000001');
    const { edges, nodes } = await graphOf('CVEs_20190820.csv', Buffer.from(csv));
    const stated = edges.filter(({ kind, basis }) => kind === 'supersedes' && basis === 'feed');
    expect(stated).toHaveLength(3000 + 1 + 2);
    expect(stated.every(({ source, target }) => source !== target)).toBe(true);
    expect(nodes.filter(({ kind }) => kind === 'article')).toHaveLength(3004);
  });
});
