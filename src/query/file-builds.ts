import { type BuildVersion, compareVersions, formatVersion, isSameBuild } from '../graph/inference/version.ts';
import { BASES, type Basis } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { Scope } from '../model/relation.ts';
import { type NodeName, nameAt } from './answer-parts.ts';
import type { FileRow } from './file-rows.ts';
import { fitOfEdge, type ProductScope, productsOf } from './product-scope.ts';
import {
  BOOLEAN,
  COUNT_OR_NULL,
  list,
  nodeName,
  object,
  SCOPE_OR_NULL,
  STRING,
  STRING_OR_NULL,
} from './schema-parts.ts';
import { openSlice } from './slice.ts';
import { isAssumed, isOfPart } from './supersession.ts';

const REPLACED_BY = ['supersedes', 'fixed-in', 'newer-release'] as const;

/** What a carrier of a build is replaced by. */
export interface BuildReplacement extends NodeName {
  /**
   * `supersedes`: it replaces the article; `fixed-in`: the service pack that first corrects what the article describes;
   * `newer-release`: the same article has a later release, with a newer build of the file.
   */
  by: (typeof REPLACED_BY)[number];
  basis: Basis;
  /** No article states which service packs the two are for: it is shown, and leaves the build current. */
  isAssumed: boolean;
}

/** An article that ships a build. */
export interface BuildCarrier extends NodeName {
  /** The release, language or service pack that its row is for, where one is told. */
  scope: Scope | null;
  isCurrent: boolean;
  replacedBy: BuildReplacement[];
}

/** One build of a file. */
export interface FileBuild {
  /** In one spelling; null where the articles print none. */
  version: string | null;
  /** As the articles print it. */
  spellings: string[];
  date: string | null;
  size: number | null;
  carriers: BuildCarrier[];
}

export const FILE_BUILD = object({
  version: STRING_OR_NULL,
  spellings: list(STRING),
  date: STRING_OR_NULL,
  size: COUNT_OR_NULL,
  carriers: list(
    nodeName({
      scope: SCOPE_OR_NULL,
      isCurrent: BOOLEAN,
      replacedBy: list(
        nodeName({
          by: { type: 'string', enum: REPLACED_BY },
          basis: { type: 'string', enum: BASES },
          isAssumed: BOOLEAN,
        }),
      ),
    }),
  ),
});

/** Rows of one build. */
export interface BuildRows {
  version: BuildVersion | null;
  rows: FileRow[];
}

/** Puts rows of one build together, the newest build first. Rows without a version are one build by date and size. */
export function groupBuilds(rows: readonly FileRow[]): BuildRows[] {
  const builds: BuildRows[] = [];
  const spelt = new Map<string, BuildRows>();
  for (const row of rows) {
    // The same spelling again needs no comparison with all others.
    const own = row.version === null ? null : row.version.parts.join('.');
    const same =
      (own === null ? undefined : spelt.get(own)) ??
      builds.find(({ version, rows: [first] }) =>
        version === null || row.version === null
          ? version === row.version && dateOf(row) === dateOf(first) && row.edge.file?.size === first?.edge.file?.size
          : isSameBuild(version, row.version),
      );
    const build = same ?? { version: row.version, rows: [] };
    if (same === undefined) builds.push(build);
    if (own !== null) spelt.set(own, build);
    build.rows.push(row);
  }
  return builds.sort(newestFirst);
}

const dateOf = (row: FileRow | undefined): string | null => row?.edge.file?.date ?? null;
const latest = ({ rows }: BuildRows): string => rows.map((row) => dateOf(row) ?? '').reduce((a, b) => (a > b ? a : b));

/** By version where both have one; those without come after, by date. */
function newestFirst(a: BuildRows, b: BuildRows): number {
  if (a.version !== null && b.version !== null) {
    if (a.version.isShort !== b.version.isShort) return Number(a.version.isShort) - Number(b.version.isShort);
    return compareVersions(b.version, a.version) || (latest(b) > latest(a) ? 1 : -1);
  }
  if (a.version !== null || b.version !== null) return a.version === null ? 1 : -1;
  return latest(a) < latest(b) ? 1 : latest(a) > latest(b) ? -1 : 0;
}

/** Who describes builds: for one family of products, without replacements that are inferred where `stated`. */
export interface BuildDescriber {
  view: GraphView;
  family: ProductScope | null;
  stated: boolean;
}

/** Builds of one group as they are told, in their order: the newest first. */
export function describeBuilds(describer: BuildDescriber, builds: readonly BuildRows[]): FileBuild[] {
  const newer = new Set<number>();
  return builds.map((build) => {
    const described = describeBuild(describer, build, newer);
    for (const { article } of build.rows) newer.add(article);
    return described;
  });
}

/** `newer` are the articles that ship a newer build of the file. */
function describeBuild(
  { view, family, stated }: BuildDescriber,
  { version, rows }: BuildRows,
  newer: ReadonlySet<number>,
): FileBuild {
  const printed = new Set(rows.flatMap(({ edge }) => edge.file?.version ?? []));
  const carriers = new Map<string | number, BuildCarrier>();
  const released = new Set(rows.flatMap((row) => (row.edge.scope?.release ? row.article : [])));
  for (const { article, edge } of rows) {
    const key = edge.scope === null ? article : `${article} ${JSON.stringify(edge.scope)}`;
    // The table of current files repeats what a release below it brought.
    const isRepeated = edge.scope === null && released.has(article);
    if (carriers.has(key) || isRepeated) continue;
    const replacedBy = [...replacements(view, article, family, stated)];
    const name = nameAt(view, article);
    if (edge.scope?.release !== undefined && newer.has(article)) {
      replacedBy.push({ ...name, by: 'newer-release', basis: 'stated', isAssumed: false });
    }
    carriers.set(key, {
      ...name,
      scope: edge.scope,
      isCurrent: replacedBy.every(({ isAssumed }) => isAssumed),
      replacedBy,
    });
  }
  const spelt = rows
    .map((row) => row.version)
    .reduce(
      (longest, each) => (each !== null && each.parts.length > (longest?.parts.length ?? 0) ? each : longest),
      version,
    );
  return {
    version: spelt === null ? null : formatVersion(spelt),
    spellings: [...printed],
    date: latest({ version, rows }) || null,
    size: rows.find(({ edge }) => edge.file?.size != null)?.edge.file?.size ?? null,
    carriers: [...carriers.values()],
  };
}

const remembered = new WeakMap<GraphView, Map<string, readonly BuildReplacement[]>>();
/** What is remembered for a server that is asked for anything; then it is worked out anew. */
const MOST_REMEMBERED = 100_000;

function replacements(
  view: GraphView,
  article: number,
  family: ProductScope | null,
  stated: boolean,
): readonly BuildReplacement[] {
  const known = remembered.get(view) ?? new Map<string, readonly BuildReplacement[]>();
  remembered.set(view, known);
  const key = `${article} ${stated} ${family?.key ?? ''}`;
  let found = known.get(key);
  if (found === undefined) {
    if (known.size >= MOST_REMEMBERED) known.clear();
    found = findReplacements(view, article, family, stated);
    known.set(key, found);
  }
  return found;
}

/** What directly replaces an article within a family: other fixes, and the service pack that first corrects it. */
function findReplacements(
  view: GraphView,
  article: number,
  family: ProductScope | null,
  stated: boolean,
): BuildReplacement[] {
  const found = new Map<number, BuildReplacement>();
  const edges = [
    ...openSlice(view, ['supersedes', 'publishes']).in(article),
    ...openSlice(view, ['fixed-in']).out(article),
  ];
  for (const edge of edges) {
    const { kind, basis } = edge;
    if (kind !== 'supersedes' && kind !== 'fixed-in') continue;
    if ((stated && basis === 'inferred') || isOfPart(edge)) continue;
    if (family !== null && fitOfEdge(view, edge, family) === 'outside') continue;
    const other = kind === 'supersedes' ? edge.source : edge.target;
    if (kind === 'fixed-in' && family !== null && !isPackFor(view, other, article, family)) continue;
    if (found.get(other)?.isAssumed !== false)
      found.set(other, { ...nameAt(view, other), by: kind, basis, isAssumed: isAssumed(edge) });
  }
  return [...found.values()];
}

/** Of an article on several products, a service pack of one corrects nothing for another. */
function isPackFor(view: GraphView, pack: number, article: number, { family }: ProductScope): boolean {
  const families = new Set(productsOf(view, article).map((product) => product.family));
  return families.size <= 1 || view.node(pack).attributes.family === family;
}
