import { identifyAffected } from '../../graph/identity/identify-platform.ts';
import { areOneLine, compareVersions, isSameBuild, readVersion } from '../../graph/inference/version.ts';
import type { GraphView } from '../../model/graph-view.ts';
import type { HostSystem, ListedFile } from '../../model/host.ts';
import { groupBuilds } from '../file-builds.ts';
import { fileRows, mainFamilies, resolveFile } from '../file-rows.ts';
import { compareRungs } from '../ladder-rungs.ts';
import { servicePackPlaces } from '../service-pack-places.ts';
import { openSlice } from '../slice.ts';
import { releaseOf } from './system-platforms.ts';

/** An update that a build on disk comes from. */
export interface FileUpdate {
  /** The article's number. */
  update: string;
  /** 'ese.dll 5.5.2652.31' */
  file: string;
}

/** What the builds on a disk tell. */
export interface KnownFiles {
  updates: FileUpdate[];
  /** Files whose name or build no article ships. */
  unknown: number;
}

/** The parts of Windows that have the system's own build in their version. */
const SYSTEM_FILES = new Set(
  'ntoskrnl.exe ntkrnlpa.exe ntkrnlmp.exe kernel32.dll ntdll.dll hal.dll user32.dll gdi32.dll'.split(' '),
);

/** From which revision of a build on its files come with a service pack; between them lie fixes for the earlier one. */
const SERVICE_PACK_REVISIONS: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  '5.0.2195': [
    [1620, '1'],
    [2951, '2'],
    [5438, '3'],
    [6717, '4'],
  ],
  '5.1.2600': [
    [1106, '1'],
    [2180, '2'],
    [5512, '3'],
  ],
  '5.2.3790': [
    [1830, '1'],
    [3959, '2'],
  ],
};

/** The updates that ship the very builds of a list, as far as no other file on it is older than what they ship. */
export function updatesOfFiles(view: GraphView, files: readonly ListedFile[]): KnownFiles {
  const listed = new Map(files.map((file) => [resolveFile(view, file.name), file]));
  listed.delete(null);
  let unknown = 0;
  const updates = new Map<string, FileUpdate>();
  for (const { name, version: printed } of files) {
    const index = resolveFile(view, name);
    const version = readVersion(printed);
    const rows = index === null || version === null ? [] : fileRows(view, index);
    const own = rows.filter((row) => row.version !== null && isSameBuild(row.version, version!));
    if (own.length === 0) unknown++;
    for (const { article } of own) {
      const { id } = view.node(article);
      if (isWhole(view, article, listed))
        updates.set(id, { update: id.slice('article:'.length), file: `${name} ${printed}` });
    }
  }
  return { updates: [...updates.values()], unknown };
}

function isWhole(view: GraphView, article: number, listed: ReadonlyMap<number | null, ListedFile>): boolean {
  return openSlice(view, ['ships'])
    .out(article)
    .every(({ target, file }) => {
      const there = readVersion(listed.get(target)?.version ?? '');
      const shipped = readVersion(file?.version ?? '');
      return there === null || shipped === null || !areOneLine(there, shipped) || compareVersions(there, shipped) >= 0;
    });
}

/** The system that the builds of its own files tell; null where none of them is listed. */
export function systemOfFiles(view: GraphView, files: readonly ListedFile[]): HostSystem | null {
  const own = files.filter(({ name, version }) => SYSTEM_FILES.has(name) && releaseOf(version) !== null);
  const builds = own.map(({ version }) => {
    const [, build = '', revision = '0'] = /^(\d+\.\d+\.\d+)\.(\d+)/.exec(version) ?? [];
    return { build, revision: Number(revision) };
  });
  const newest = builds.sort((a, b) => b.revision - a.revision)[0];
  if (newest === undefined) return null;
  const release = releaseOf(newest.build);
  const levels = SERVICE_PACK_REVISIONS[newest.build];
  const level = levels?.findLast(([from]) => newest.revision >= from)?.[1];
  const family = identifyAffected(release?.client ?? release?.server ?? '').platform?.family;
  const told = levels === undefined && family !== undefined ? levelOfFiles(view, files, family) : (level ?? '');
  return {
    name: null,
    version: newest.build,
    // On Windows 10 and later an update raises the revision, and with it that of the files that it changes.
    revision: newest.build.startsWith('10.0.') ? newest.revision || null : null,
    servicePack: release?.servicePack ?? told,
    architecture: null,
  };
}

/** The highest service pack of a family that is older than a build on the disk, as the graph's fixes place builds; null where none tells. */
function levelOfFiles(view: GraphView, files: readonly ListedFile[], family: string): string | null {
  let highest: string | null = null;
  for (const { name, version: printed } of files) {
    const index = resolveFile(view, name);
    const version = readVersion(printed);
    if (index === null || version === null) continue;
    const all = fileRows(view, index).filter((row) => row.version !== null && areOneLine(row.version, version));
    const families = mainFamilies(all);
    const rows = all.filter((row) => families.get(row)?.family === family);
    const scope = rows.map((row) => families.get(row)).find((own) => own != null);
    if (scope == null) continue;
    for (const { relation, servicePack, isWithdrawn } of servicePackPlaces(view, scope, groupBuilds(rows), version)) {
      const pack = view.indexOf(servicePack.id);
      const level = pack === null ? undefined : view.node(pack).attributes.level;
      if (relation !== 'newer' || level === undefined || isWithdrawn) continue;
      if (highest === null || (compareRungs(family, level, highest) ?? 0) > 0) highest = level;
    }
  }
  return highest;
}
