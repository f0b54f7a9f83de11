import { identifyAffected } from '../../graph/identity/identify-platform.ts';
import { servicingModelOf } from '../../graph/identity/servicing-model-of.ts';
import type { AffectedProduct } from '../../model/advisories.ts';
import type { GraphView } from '../../model/graph-view.ts';
import { WINDOWS_RELEASES } from '../../model/windows-releases.ts';
import type { Replacement } from './closure.ts';
import { type Finding, updateName } from './finding.ts';
import type { HostFacts } from './host-facts.ts';

/** The build of a machine whose updates all contain those before them, and what it tells. */
export interface HostBuild {
  /** 'build 10.0.17763.1999': stands for the machine's own build where an update would; null where none is known. */
  id: string | null;
  /** What that build, or that of an installed update, contains. */
  contains: Replacement[];
  /** The updates whose builds are known. */
  placed: ReadonlySet<string>;
  /** Sentences. */
  notes: string[];
}

/** The build that an update brings, and where it is told: the record of a feed, or null for its article's title. */
interface ToldBuild {
  /** 1999 of '10.0.17763.1999' */
  revision: number;
  source: number | null;
  record: number | null;
}

/** An update that has less than this part of another's fixes is no twin of it. */
const TWIN = 0.7;
/** '10.0.17763.1999' */
const FULL = /^(\d{1,2}\.\d{1,2}\.\d{3,5})\.(\d{1,5})$/;
/** 'February 19, 2019—KB4487029 (OS Build 17134.619)', '… (OS Builds 19042.1110, 19041.1110, and 19043.1110)' */
const IN_TITLE = /\(OS Builds? ([\d., and]{5,100})\)/;

/** Whether all updates of a product contain those before them: a system's, on which no month has a security-only one. */
export function isCumulative({ component, platform }: AffectedProduct): boolean {
  const model = component === null && platform !== null ? servicingModelOf(platform.family) : null;
  return model !== null && model.securityOnlyFrom === null;
}

/**
 * What a machine's build contains: on systems whose updates are cumulative, each update whose own build is of the same
 * line and not above it. Nothing is concluded of servicing stacks, which leave the build as it is.
 */
export function hostBuild(
  view: GraphView,
  { system, installed }: HostFacts,
  findings: readonly Finding[],
  servicingStack: ReadonlySet<string>,
): HostBuild {
  const own = findings.filter(({ product }) => isCumulative(product));
  const line = own.length === 0 ? null : (system.version ?? lineOf(own[0]!.product));
  if (line === null) return { id: null, contains: [], placed: new Set(), notes: [] };
  const builds = buildsOf(view, own, { line, installed: installed.keys(), servicingStack });
  const stated = system.version === null ? null : system.revision;
  const [brings] = [...builds]
    .filter(([update]) => installed.has(update))
    .sort(([, a], [, b]) => b.revision - a.revision)
    .map(([update, { revision }]) => ({ update, revision }));
  const notes = notesOn(line, stated, { knowsBuilds: builds.size > 0, brings });
  // What was installed last may wait for a restart before the machine states its build.
  const isByUpdate = brings !== undefined && brings.revision > (stated ?? 0);
  const limit = isByUpdate ? brings.revision : stated;
  const placed = new Set(builds.keys());
  if (limit === null) return { id: null, contains: [], placed, notes };
  const id = isByUpdate ? null : `build ${line}.${limit}`;
  const newer = id ?? brings!.update;
  const contains = [...builds].flatMap(([older, { revision, source, record }]): Replacement[] => {
    if (older === newer || revision > limit) return [];
    const whose = isByUpdate ? `it brings build ${line}.${limit}, and ` : '';
    const because = `inferred: ${whose}${updateName(older)} brings build ${line}.${revision}`;
    return [{ newer, older, source, record, because }];
  });
  return { id, contains, placed, notes };
}

/** The line of builds of a system that a person names: '10.0.17763' of Windows 10 1809. */
function lineOf({ platform }: AffectedProduct): string | null {
  const release = WINDOWS_RELEASES.find(({ client, server }) =>
    [client, server].some((name) => name !== null && identifyAffected(name).platform?.family === platform?.family),
  );
  return release === undefined ? null : `${release.kernel}.${release.build}`;
}

/** The builds of one line that updates bring, by feeds or by their articles' titles; where these disagree nothing is told. */
function buildsOf(
  view: GraphView,
  findings: readonly Finding[],
  of: { line: string; installed: Iterable<string>; servicingStack: ReadonlySet<string> },
): Map<string, ToldBuild> {
  const told = new Map<string, ToldBuild | null>();
  const keep = (update: string, printed: string, source: number | null, record: number | null) => {
    const [, line, revision] = FULL.exec(printed.trim()) ?? [];
    if (line !== of.line) return;
    const known = told.get(update);
    if (known === undefined) told.set(update, { revision: Number(revision), source, record });
    else if (known?.revision !== Number(revision)) told.set(update, null);
  };
  for (const { rows } of findings) {
    for (const { article, build = '', source, record } of rows)
      if (article !== null) keep(article, build, source, record);
  }
  const named = new Set([...of.installed, ...findings.flatMap(({ updates }) => updates)]);
  for (const update of named) {
    if (told.has(update)) continue;
    for (const build of titledBuilds(view, update)) keep(update, build, null, null);
  }
  for (const update of of.servicingStack) told.delete(update);
  const known = new Map([...told].flatMap(([update, build]) => (build === null ? [] : [[update, build] as const])));
  return withoutSideUpdates(known, findings);
}

/**
 * A feed may give the build of a month to a package beside it as well, which does not bring it: of the updates of one
 * build the one that fixes most is the cumulative one, with what fixes nearly as much.
 */
function withoutSideUpdates(builds: Map<string, ToldBuild>, findings: readonly Finding[]): Map<string, ToldBuild> {
  const fixes = new Map<string, number>();
  for (const { updates } of findings) for (const update of updates) fixes.set(update, (fixes.get(update) ?? 0) + 1);
  const most = new Map<number, number>();
  for (const [update, { revision }] of builds)
    most.set(revision, Math.max(most.get(revision) ?? 0, fixes.get(update) ?? 0));
  const isMain = (update: string, { revision }: ToldBuild) => (fixes.get(update) ?? 0) >= TWIN * most.get(revision)!;
  return new Map([...builds].filter(([update, told]) => isMain(update, told)));
}

/** The builds in the title of an update's article, of every line that it is for. */
function titledBuilds(view: GraphView, update: string): string[] {
  const index = view.indexOf(`article:${update}`);
  const title = index === null ? '' : view.node(index).label;
  return [...(IN_TITLE.exec(title)?.[1] ?? '').matchAll(/\d{5}\.\d{1,5}/g)].map(([build]) => `10.0.${build}`);
}

function notesOn(
  line: string,
  stated: number | null,
  { knowsBuilds, brings }: { knowsBuilds: boolean; brings: { update: string; revision: number } | undefined },
): string[] {
  if (stated !== null && brings !== undefined && brings.revision > stated) {
    return [
      `${updateName(brings.update)} is installed and brings build ${line}.${brings.revision}, but the machine states ${line}.${stated}: it may wait for a restart.`,
    ];
  }
  if (stated !== null && !knowsBuilds) {
    return [
      `It states build ${line}.${stated}, but nothing in this graph tells the builds of its updates (MSRC's CVRF and CSAF do): what that build contains is not concluded.`,
    ];
  }
  if (stated === null && brings === undefined && knowsBuilds) {
    return [
      `The capture does not tell the revision of build ${line}: what 'ver' or winver shows, read beside it, covers what that build contains.`,
    ];
  }
  return [];
}
