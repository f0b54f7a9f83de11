import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRestart } from '../../src/feed/values/restarts.ts';
import { createGraphBuilder } from '../../src/graph/graph-builder.ts';
import { gatherBytes } from './gather.ts';

const DATA = fileURLToPath(new URL('../../data/feeds/', import.meta.url));
const read = async (file: string) => (await gatherBytes(join(DATA, file), readFileSync(join(DATA, file)))).table;
const said = async (file: string) => {
  const { restarts, products } = await read(file);
  return restarts
    .map(({ article, says, evidence }) => [article, says, products[evidence.product]?.label, evidence.said].join(' | '))
    .sort();
};

describe('what feeds say of restarts', () => {
  it.each([
    ['Yes', 'restart'],
    ['yes ', 'restart'],
    ['Required', 'restart'],
    ['No', 'no-restart'],
    ['\nNo\n', 'no-restart'],
    ['Not required', 'no-restart'],
    ['Maybe', 'maybe-restart'],
    ['May require restart', 'maybe-restart'],
    ['', null],
    ['N/A', null],
    ['Not known', null],
    ['not applicable', null],
    ['3', null],
  ])('reads %o as %s', (text, says) => {
    expect(readRestart('Reboot', text)?.says ?? null).toBe(says);
  });

  it.each([
    [
      '2019-Aug.json',
      [
        '9901906 | restart | Windows 10 1809 (x64) | RestartRequired: Yes',
        '9901906 | restart | Windows Server 2019 | RestartRequired: Yes',
      ],
    ],
    ['2019-Jul.xml', ['9901905 | restart | Windows 10 1809 (x64) | RestartRequired: Yes']],
    ['msrc_cve-2019-90038.json', ['9901906 | restart | Windows 10 1809 (x64) | restart_required: machine']],
    [
      'BulletinSearch.xlsx',
      [
        '305466 | restart | Windows NT Server 4.0 SP6a | Reboot: Yes',
        '934466 | restart | Windows Server 2003 SP2 | Reboot: Yes',
        '945530 | restart | Windows Server 2003 SP2 | Reboot: Yes',
      ],
    ],
    [
      'mssecure.xml',
      [
        '258133 | no-restart | Exchange Server 5.5 SP3 | NoReboot: 1',
        '303984 | maybe-restart | Windows NT Server 4.0 Enterprise Edition SP6a | NoReboot: 0',
        '303984 | maybe-restart | Windows NT Server 4.0 SP6a | NoReboot: 0',
        '305466 | maybe-restart | Windows NT Server 4.0 Enterprise Edition SP6a | NoReboot: 0',
        '305466 | maybe-restart | Windows NT Server 4.0 SP6a | NoReboot: 0',
      ],
    ],
    [
      'wsusscn2/package.xml',
      [
        '9901801 | no-restart | Windows 10 1809 (x64) | RebootBehavior: NeverReboots',
        '9901802 | no-restart | Windows 10 1809 (x64) | RebootBehavior: NeverReboots',
        '9901905 | maybe-restart | Windows 10 1809 (x64) | RebootBehavior: CanRequestReboot',
        // Its bundle says nothing, and what the bundle holds does.
        '9901906 | maybe-restart | Windows 10 1809 (x64) | RebootBehavior: CanRequestReboot',
      ],
    ],
  ])('is kept of %s: the saying with its words', async (file, expected) => {
    expect(await said(file)).toEqual(expected);
  });

  it('stands with the update in the graph: for all of its products, or for those of which it is said', async () => {
    const rows = (says: (at: number) => string) =>
      JSON.stringify({
        DocumentTitle: { Value: 'Sample' },
        DocumentTracking: { CurrentReleaseDate: '2019-08-13' },
        ProductTree: {
          FullProductName: ['Windows 10 Version 1809 for x64-based Systems', 'Windows Server 2012'].map(
            (Value, at) => ({
              ProductID: `${at}`,
              Value,
            }),
          ),
        },
        Vulnerability: [
          {
            CVE: 'CVE-2019-90001',
            Remediations: [0, 1].map((at) => ({
              Description: { Value: '9901901' },
              ProductID: [`${at}`],
              Type: 2,
              RestartRequired: { Value: says(at) },
            })),
          },
        ],
      });
    const factsOf = async (says: (at: number) => string) => {
      const builder = createGraphBuilder();
      builder.addFeeds((await gatherBytes('2019-Aug.json', Buffer.from(rows(says)))).table);
      const reading = { builtAt: '', paths: [], filesRead: 1, diagnostics: {}, feeds: [] };
      const { nodes } = builder.finish(reading);
      return nodes
        .find(({ id }) => id === 'article:9901901')
        ?.attributes.installation?.map(({ says: saying, scope }) => [saying, scope]);
    };
    expect(await factsOf(() => 'Maybe')).toEqual([['maybe-restart', null]]);
    expect(await factsOf((at) => ['Yes', 'No'][at]!)).toEqual([
      ['restart', { product: 'Windows 10 1809', platform: 'x64' }],
      ['no-restart', { product: 'Windows Server 2012' }],
    ]);
    expect(await factsOf(() => '')).toBeUndefined();
  });
});
