import type { InferenceFacts } from './facts.ts';
import type { Build, Package } from './packages.ts';
import { compareVersions } from './version.ts';

/**
 * Gives each build its place among those of its file, family and line, so that all spellings of one build meet, and
 * keeps of several builds in one package the newest of each line. A version that cannot be is reported and dropped.
 */
export function rankBuilds(facts: InferenceFacts, packages: readonly Package[]): void {
  dropImplausible(facts, packages);
  const byFile = new Map<string, Build[]>();
  for (const { family, files } of packages) {
    for (const [file, builds] of files) {
      const key = `${family} ${file}`;
      const known = byFile.get(key);
      if (known === undefined) byFile.set(key, [...builds]);
      else known.push(...builds);
    }
  }
  for (const builds of byFile.values()) rankFile(builds);
  for (const { files } of packages) for (const [file, builds] of files) files.set(file, newestOfEachLine(builds));
}

function rankFile(builds: readonly Build[]): void {
  const lines = new Set(builds.filter(({ version }) => version !== null && !version.isShort).map(({ line }) => line));
  const [only] = lines;
  for (const build of builds) if (build.version?.isShort && lines.size === 1) build.line = only ?? '';
  const byLine = new Map<string, Build[]>();
  for (const build of builds) {
    if (build.version === null) continue;
    const known = byLine.get(build.line);
    if (known === undefined) byLine.set(build.line, [build]);
    else known.push(build);
  }
  for (const of of byLine.values()) {
    const ordered = of.sort((a, b) => (a.version && b.version ? compareVersions(a.version, b.version) : 0));
    let rank = 0;
    ordered.forEach((build, at) => {
      const before = ordered[at - 1]?.version;
      if (before && build.version && compareVersions(before, build.version) !== 0) rank++;
      build.rank = rank;
    });
  }
}

function newestOfEachLine(builds: readonly Build[]): Build[] {
  const newest = new Map<string, Build>();
  for (const build of builds) {
    const key = build.version === null ? '' : `line ${build.line}`;
    const known = newest.get(key);
    const order = known === undefined ? 1 : build.rank - known.rank || compareDates(build.date, known.date);
    if (order > 0) newest.set(key, build);
  }
  return [...newest.values()];
}

function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * '5.5.23.2650' among files of 5.5.2650.24: where no other article's build has that number and the revision is one,
 * the two were exchanged in print.
 */
function dropImplausible(facts: InferenceFacts, packages: readonly Package[]): void {
  const builders = new Map<string, Set<number>>();
  const each = (visit: (pack: Package, file: number, build: Build) => void) => {
    for (const pack of packages)
      for (const [file, builds] of pack.files) for (const build of builds) visit(pack, file, build);
  };
  const keyOf = (family: string, line: string, number: number | undefined) => `${family} ${line} ${number}`;
  each(({ article, family }, _, { version, line }) => {
    if (version === null || version.parts.length !== 4) return;
    const key = keyOf(family, line, version.parts[2]);
    const known = builders.get(key);
    if (known === undefined) builders.set(key, new Set([article]));
    else known.add(article);
  });
  const told = new Set<string>();
  each(({ article, family }, file, build) => {
    const { version, line, printed } = build;
    if (version === null || version.parts.length !== 4) return;
    const [, , number = 0, revision = 0] = version.parts;
    if (number >= 100 || revision < 100) return;
    if ((builders.get(keyOf(family, line, number))?.size ?? 0) > 1) return;
    if ((builders.get(keyOf(family, line, revision))?.size ?? 0) < 2) return;
    const message = `${facts.node(article).id.replace('article:', 'KB')} prints ${facts.node(file).label} ${printed}, which fits no build of ${facts.familyLabel(family)}.`;
    if (!told.has(message)) facts.report('graph/implausible-version', message);
    told.add(message);
    build.version = null;
    build.line = '';
    build.printed = null;
  });
}
