import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HostCapture } from '../../src/model/host.ts';

const folder = new URL('../fixtures/hosts/', import.meta.url);

/** The path of one of the captures in test/fixtures/hosts. */
export const hostFile = (name: string): string => fileURLToPath(new URL(name, folder));

export const hostBytes = (name: string): Buffer => readFileSync(new URL(name, folder));

export const hostFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name !== 'expected.txt')
  .sort();

/** A line of expected.txt: the file, and what its capture says in the columns of that file. */
export const expected: readonly string[][] = readFileSync(new URL('expected.txt', folder), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | '));

/** What a capture says, in the columns of expected.txt. */
export function written({
  source,
  format,
  host,
  system,
  updates,
  unnamed,
  hasUpdateList,
  announced,
  files,
}: HostCapture) {
  const { name, version, revision, servicePack, architecture } = system;
  const ids = updates.map(({ id }) => id).join(' ');
  return [
    source,
    format,
    host ?? '-',
    name ?? '-',
    revision === null ? (version ?? '-') : `${version}.${revision}`,
    servicePack === '' ? 'none' : (servicePack ?? '-'),
    architecture ?? '-',
    hasUpdateList ? ids || 'none' : '-',
    `${unnamed.length}${announced === null ? '' : ` of ${announced} announced`}`,
    files.map((file) => `${file.name} ${file.version}`).join(', ') || '-',
  ];
}
