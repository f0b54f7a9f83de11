/** Definitions of WES-NG whose replacements have a shape that walks must survive; each update has a vulnerability of its own. */
export const SHAPES = {
  chain: (at: number) => (at === 0 ? '' : String(updateOf(at - 1))),
  loop: (at: number, links: number) => String(updateOf((at + 1) % links)),
  'loops of two': (at: number) => String(updateOf(at ^ 1)),
  'replaced by itself': (at: number) => String(updateOf(at)),
  'all replace one': (at: number) => (at === 0 ? '' : String(updateOf(0))),
  'one replaces all': (at: number, links: number) =>
    at === 0 ? Array.from({ length: links - 1 }, (_, other) => updateOf(other + 1)).join(';') : '',
} as const satisfies Record<string, (at: number, links: number) => string>;

export type Shape = keyof typeof SHAPES;

export const updateOf = (at: number): number => 1_000_000 + at;

const PRODUCT = 'Windows 10 Version 1809 for x64-based Systems';
const HEADER =
  '"DatePosted","CVE","BulletinKB","Title","AffectedProduct","AffectedComponent","Severity","Impact","Supersedes","Exploits"';

/** `CVEs_….csv` with so many updates. */
export function shapedFeed(shape: Shape, links: number): string {
  const rows = Array.from(
    { length: links },
    (_, at) =>
      `"20190101","CVE-2015-${1000 + at}","${updateOf(at)}","Title","${PRODUCT}","","Important","Denial of Service","${SHAPES[shape](at, links)}",""`,
  );
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** `systeminfo` of a machine that has one of them. */
export const hostWith = (update: number): string =>
  [
    'Host Name: LAPTOP',
    'OS Name: Microsoft Windows 10 Education',
    'OS Version: 10.0.17763 N/A Build 17763',
    'System Type: x64-based PC',
    'Hotfix(s): 1 Hotfix(s) Installed.',
    `           [01]: KB${update}`,
    '',
  ].join('\n');
