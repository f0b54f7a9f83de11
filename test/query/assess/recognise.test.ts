import { describe, expect, it } from 'vitest';
import { readCapture } from '../../../src/host/read-capture.ts';
import { assess, UnknownHostError } from '../../../src/query/assess.ts';
import { hostBytes } from '../../host/fixtures.ts';
import { feedView, someCapture, someRow, WINDOWS_7 } from './feed-view.ts';

/** Products as WES-NG spells them, with its own inconsistencies. */
const NAMES = `
Microsoft Windows 2000 Service Pack 4
Microsoft Windows XP
Microsoft Windows XP Service Pack 2
Microsoft Windows XP Service Pack 3
Microsoft Windows XP Media Center Edition 2005 Service Pack 3
Microsoft Windows XP Professional x64 Edition Service Pack 2
Microsoft Windows Server 2003
Microsoft Windows Server 2003 Service Pack 1
Microsoft Windows Server 2003 Service Pack 2
Microsoft Windows Server 2003 x64 Edition Service Pack 1
Microsoft Windows Server 2003 x64 Edition Service Pack 2
Windows Server 2003 R2 Service Pack 2
Windows Vista Service Pack 1
Windows Vista Service Pack 2
Windows Vista x64 Edition Service Pack 1
Windows Vista x64 Edition Service Pack 2
Windows Server 2008 for 32-bit Systems
Windows Server 2008 for 32-bit Systems Service Pack 2
Windows Server 2008 for x64-based Systems
Windows Server 2008 for x64-based Systems Service Pack 1
Windows Server 2008 for x64-based Systems Service Pack 2
Windows Server 2008 for x64-based Systems Service Pack 2 (Server Core installation)
Windows 7 for 32-bit Systems
Windows 7 for x64-based Systems Service Pack 1
Windows 7 for 32-bit Systems Service Pack 1
Internet Explorer 11 on Windows 7 for x64-based Systems Service Pack 1
Windows Server 2008 R2 for x64-based Systems Service Pack 1
Windows Server 2008 R2 for Itanium-Based Systems Service Pack 1
Windows 8 for x64-based Systems
Windows Server 2012
Windows Server 2012 (Server Core installation)
Windows 8.1 for x64-based systems
Windows 8.1 for x64-based Systems
Windows Server 2012 R2
Windows Server 2012 R2 (Server Core installation)
Windows Server 2012 R2 (server core installation)
Internet Explorer 11 on Windows Server 2012 R2
Windows 10 for x64-based Systems
Windows 10 Version 1507 for x64-based Systems
Windows 10 Version 1607 for 32-bit Systems
Windows Server 2016
Windows 10 Version 1703 for x64-based Systems
Windows Server, version 1709 (Server Core Installation)
Windows 10 Version 1803 for x64-based Systems
Windows 10 Version 1803 for 32-bit Systems
Windows Server 2019
Windows 10 Version 1809 for x64-based Systems
Windows 10 Version 1809 for HoloLens
Windows 10 Version 1903 for x64-based Systems
Windows 10 Version 21H2 for ARM64-based Systems
Windows 10 Version 22H2 for x64-based Systems
Windows Server 2022
Windows 11 version 21H2 for x64-based Systems
Windows 11 for x64-based Systems
Windows 11 Version 24H2 for ARM64-based Systems
`
  .trim()
  .split('\n');

const view = feedView(
  NAMES.map((product, at) => someRow({ product, cve: `CVE-2015-${1000 + at}`, article: `${300_000 + at}` })),
);

const spellingsFor = (file: string, products: readonly string[] = []) =>
  assess(view, [readCapture(file, hostBytes(file))], { products })
    .recognised.products.flatMap(({ spellings }) => spellings)
    .sort();

describe('a machine', () => {
  it.each<[string, string[]]>([
    ['windows-2000-sp4-en.reg', ['Microsoft Windows 2000 Service Pack 4']],
    ['windows-2000-files.txt', ['Microsoft Windows 2000 Service Pack 4']],
    ['windows-xp-sp3-en.txt', ['Microsoft Windows XP Service Pack 3']],
    ['windows-xp-sp2-de-cp850.txt', ['Microsoft Windows XP Service Pack 2']],
    ['windows-xp-files-powershell.txt', ['Microsoft Windows XP Service Pack 3']],
    ['windows-xp-updates-key-only.reg', ['Microsoft Windows XP Service Pack 3']],
    ['windows-xp-x64-sp2-en.txt', ['Microsoft Windows XP Professional x64 Edition Service Pack 2']],
    ['windows-server-2003-rtm-nl.txt', ['Microsoft Windows Server 2003']],
    ['windows-server-2003-sp2-es-cp850.txt', ['Microsoft Windows Server 2003 Service Pack 2']],
    ['windows-server-2003-x64-sp1-en.txt', ['Microsoft Windows Server 2003 x64 Edition Service Pack 1']],
    ['windows-vista-sp2-en-cp437.txt', ['Windows Vista Service Pack 2']],
    ['windows-vista-x64-sp1-it-windows-1252.txt', ['Windows Vista x64 Edition Service Pack 1']],
    ['windows-server-2008-sp2-en-cp437.txt', ['Windows Server 2008 for 32-bit Systems Service Pack 2']],
    [
      'windows-server-2008-x64-sp2-6003-ru-cp866.txt',
      [
        'Windows Server 2008 for x64-based Systems Service Pack 2',
        'Windows Server 2008 for x64-based Systems Service Pack 2 (Server Core installation)',
      ],
    ],
    ['windows-7-rtm-x86-fr-cp850.txt', ['Windows 7 for 32-bit Systems']],
    ['windows-7-sp1-ru-cp866.txt', [`Internet Explorer 11 on ${WINDOWS_7}`, WINDOWS_7]],
    ['windows-7-component-based-servicing.txt', [`Internet Explorer 11 on ${WINDOWS_7}`, WINDOWS_7]],
    ['windows-server-2008-r2-sp1-fr-windows-1252.txt', ['Windows Server 2008 R2 for x64-based Systems Service Pack 1']],
    ['windows-server-2008-r2-itanium-en.txt', ['Windows Server 2008 R2 for Itanium-Based Systems Service Pack 1']],
    ['windows-8-ja-shift-jis.txt', ['Windows 8 for x64-based Systems']],
    ['windows-server-2012-de-utf-16.txt', ['Windows Server 2012', 'Windows Server 2012 (Server Core installation)']],
    ['windows-8.1-zh-gbk.txt', ['Windows 8.1 for x64-based Systems', 'Windows 8.1 for x64-based systems']],
    [
      'windows-server-2012-r2-it.txt',
      [
        'Internet Explorer 11 on Windows Server 2012 R2',
        'Windows Server 2012 R2',
        'Windows Server 2012 R2 (Server Core installation)',
        'Windows Server 2012 R2 (server core installation)',
      ],
    ],
    [
      'windows-10-1507-ltsb-en.txt',
      ['Windows 10 Version 1507 for x64-based Systems', 'Windows 10 for x64-based Systems'],
    ],
    ['windows-10-1607-x86-pl-cp852.txt', ['Windows 10 Version 1607 for 32-bit Systems']],
    ['windows-10-1703-it.txt', ['Windows 10 Version 1703 for x64-based Systems']],
    ['windows-10-1803-zh-gbk.txt', ['Windows 10 Version 1803 for x64-based Systems']],
    ['windows-10-1809-cut-off-en.txt', ['Windows 10 Version 1809 for x64-based Systems']],
    ['windows-10-1903-ko-euc-kr.txt', ['Windows 10 Version 1903 for x64-based Systems']],
    ['windows-10-21h2-arm64-en.txt', ['Windows 10 Version 21H2 for ARM64-based Systems']],
    ['windows-10-22h2-pt-cp850.txt', ['Windows 10 Version 22H2 for x64-based Systems']],
    ['windows-server-2016-hu-cp852.txt', ['Windows Server 2016']],
    ['windows-server-version-1709-en.txt', ['Windows Server, version 1709 (Server Core Installation)']],
    ['windows-server-2019-nl-redirected.txt', ['Windows Server 2019']],
    ['windows-server-2022-en.csv', ['Windows Server 2022']],
    [
      'windows-11-21h2-de-utf-8.txt',
      ['Windows 11 for x64-based Systems', 'Windows 11 version 21H2 for x64-based Systems'],
    ],
    ['windows-11-24h2-fr.txt', ['Windows 11 Version 24H2 for ARM64-based Systems']],
  ])('whose capture is %s has the products that feeds spell %j', (file, spellings) => {
    expect(spellingsFor(file)).toEqual([...spellings].sort());
  });

  it.each([
    ['Windows 7 for x64-based Systems Service Pack 1', [`Internet Explorer 11 on ${WINDOWS_7}`, WINDOWS_7]],
    ['windows 7 sp1 x64', [`Internet Explorer 11 on ${WINDOWS_7}`, WINDOWS_7]],
    ['Windows Server 2012 (Server Core installation)', ['Windows Server 2012 (Server Core installation)']],
    ['Windows Server 2012', ['Windows Server 2012', 'Windows Server 2012 (Server Core installation)']],
    ['Internet Explorer 11 on Windows Server 2012 R2', ['Internet Explorer 11 on Windows Server 2012 R2']],
  ])('is of %s where --product says so', (product, spellings) => {
    expect(spellingsFor('id-list.txt', [product])).toEqual([...spellings].sort());
  });

  const refused = (run: () => unknown): UnknownHostError => {
    try {
      run();
    } catch (error) {
      if (error instanceof UnknownHostError) return error;
      throw error;
    }
    throw new Error('It was recognised.');
  };

  it('with a build that nobody knows is told from the nearest that are known', () => {
    const { message, near } = refused(() => spellingsFor('windows-11-unknown-build-en.txt'));
    expect(message).toBe(
      'The capture names Microsoft Windows 11 Pro, 10.0.27764, x64: no release of Windows with build 10.0.27764 is known.',
    );
    expect(near[0]).toBe('Windows 11 Version 24H2 for ARM64-based Systems');
  });

  it('of which no feed has anything is told from the nearest that feeds have', () => {
    const { message, near } = refused(() => spellingsFor('nt-workstation-4.0-en.reg'));
    expect(message).toBe(
      'The capture names 4.0.1381, Service Pack 6a, x86: no feed of this graph has updates for Windows NT 4.0 SP6a.',
    );
    expect(near[0]).toBe('Microsoft Windows 2000 Service Pack 4');
  });

  it('behind a plain list of updates needs a product', () => {
    const { message } = refused(() => spellingsFor('id-list.txt'));
    expect(message).toContain('--product');
  });

  it('whose product is misspelt is told from the products that are spelt alike', () => {
    const { message, near } = refused(() => spellingsFor('id-list.txt', ['Windows Server 2021']));
    expect(message).toBe("No feed of this graph has a product 'Windows Server 2021'.");
    expect(near).toContain('Windows Server 2012');
  });

  it('behind a list of hotfixes alone is the one for which feeds know most of them, and that is said', () => {
    const known = feedView([
      someRow({ article: '4012212', cve: 'CVE-2017-0143' }),
      someRow({ article: '2479943', cve: 'CVE-2011-0032' }),
      someRow({ article: '4012212', cve: 'CVE-2017-0143', product: 'Windows 7 for 32-bit Systems Service Pack 1' }),
    ]);
    const { recognised, notes, host } = assess(known, [readCapture('qfe', hostBytes('wmic-qfe-list.txt'))]);
    expect([recognised.label, recognised.by, host.machine]).toEqual(['Windows 7 SP1 (x64)', 'updates', 'LEDGER7']);
    expect(notes[0]).toContain('2 of its 5 updates are for Windows 7 SP1 (x64)');
  });

  it('is told by two captures together', () => {
    const captures = ['wmic-qfe.csv', 'windows-10-1809-cut-off-en.txt'].map((file) =>
      readCapture(file, hostBytes(file)),
    );
    const { recognised, host, notes } = assess(view, captures);
    expect([recognised.label, host.machine, host.installed.length]).toEqual(['Windows 10 1809 (x64)', 'LEDGER7', 5]);
    expect(notes).toEqual([expect.stringMatching(/^KB2534111, .* no source says what they replace/)]);
  });

  it('without a list of updates is told to have none that are known', () => {
    const { notes } = assess(view, [readCapture('x', hostBytes('windows-10-1809-cut-off-en.txt'))]);
    expect(notes).toEqual([
      'There is no list of updates in it (read were Microsoft Windows 10 Pro, 10.0.17763): every update counts as not installed.',
    ]);
  });

  it('in a graph without feeds cannot be assessed, and that is said', () => {
    const { message } = refused(() => assess({ ...view, advisories: () => null }, [someCapture([])]));
    expect(message).toContain('without a feed');
  });
});
