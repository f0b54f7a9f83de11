import { areOneLine, type BuildVersion, compareVersions, formatVersion, lineOf } from '../graph/inference/version.ts';
import type { GraphView } from '../model/graph-view.ts';
import { type NodeName, nameAt } from './answer-parts.ts';
import { type BuildRows, describeBuilds, FILE_BUILD, type FileBuild, groupBuilds } from './file-builds.ts';
import { type FileRow, fileRows, mainFamilies, requireVersion, resolveFile } from './file-rows.ts';
import type { ProductScope } from './product-scope.ts';
import type { Query } from './query.ts';
import { rememberNodes } from './remember-nodes.ts';
import { BOOLEAN, DATA_DATE, list, nodeName, object, STRING, STRING_OR_NULL } from './schema-parts.ts';
import { PLACE_RELATIONS, PLACE_TELLS, type ServicePackPlace, servicePackPlaces } from './service-pack-places.ts';

export interface IdentifyOptions {
  /** Leaves out replacements that are inferred. */
  stated?: boolean;
}

/** What a build is among those of one family of products. */
export interface Identification {
  /** The family of products; null where nothing tells. */
  product: string | null;
  branch: string | null;
  /** The build itself, where articles ship it. */
  exact: FileBuild | null;
  /** The last build before it that articles ship, and the first one after it. */
  older: FileBuild | null;
  newer: FileBuild | null;
  /** Where it stands among the service packs, each with the fix that says so. */
  servicePacks: ServicePackPlace[];
}

export interface IdentifyAnswer extends NodeName {
  dataDate: string | null;
  /** In one spelling. */
  version: string;
  /** Families that have builds of this line; those that have this very build alone, where there are any. */
  found: Identification[];
  /** The lines of builds of this file that are known, where this one is not among them. */
  otherLines: string[];
}

const FILE_BUILD_OR_NULL = { ...FILE_BUILD, type: ['object', 'null'] } as const;

export const identifyQuery: Query = {
  name: 'identify',
  summary: 'The service pack and the fixes that a build of a file comes from, or the two builds that it lies between.',
  schema: nodeName({
    dataDate: DATA_DATE,
    version: STRING,
    found: list(
      object({
        product: STRING_OR_NULL,
        branch: STRING_OR_NULL,
        exact: FILE_BUILD_OR_NULL,
        older: FILE_BUILD_OR_NULL,
        newer: FILE_BUILD_OR_NULL,
        servicePacks: list(
          object({
            relation: { type: 'string', enum: PLACE_RELATIONS },
            servicePack: nodeName(),
            article: nodeName(),
            tells: { type: 'string', enum: PLACE_TELLS },
            version: STRING,
            isWithdrawn: BOOLEAN,
          }),
        ),
      }),
    ),
    otherLines: list(STRING),
  }),
};

/** Where a build on disk comes from; null when no file of that name is in the graph, UsageError 'bad-version' for no version. */
export function identify(
  graph: GraphView,
  name: string,
  printed: string,
  { stated = false }: IdentifyOptions = {},
): IdentifyAnswer | null {
  const view = rememberNodes(graph);
  const version = requireVersion(printed);
  const index = resolveFile(view, name);
  if (index === null) return null;
  const rows = fileRows(view, index).filter((row) => row.version !== null);
  const groups = [...groupRows(rows).values()].filter(({ rows: own }) =>
    own.some((row) => row.version !== null && areOneLine(row.version, version)),
  );
  const all = groups.map((group) => identifyWithin(view, group, version, stated));
  const exact = all.filter((one) => one.exact !== null);
  return {
    ...nameAt(view, index),
    dataDate: view.report.dataDate,
    version: formatVersion(version),
    found: exact.length > 0 ? exact : all,
    otherLines: all.length > 0 ? [] : linesOf(rows),
  };
}

interface RowGroup {
  family: ProductScope | null;
  branch: string | null;
  rows: FileRow[];
}

function groupRows(rows: readonly FileRow[]): Map<string, RowGroup> {
  const families = mainFamilies(rows);
  const groups = new Map<string, RowGroup>();
  for (const row of rows) {
    const family = families.get(row) ?? null;
    const key = JSON.stringify([family?.label ?? '', row.branch]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { family, branch: row.branch, rows: [row] });
    else known.rows.push(row);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function identifyWithin(view: GraphView, group: RowGroup, version: BuildVersion, stated: boolean): Identification {
  const { family, branch } = group;
  const builds = groupBuilds(group.rows).filter(
    (build) => build.version !== null && areOneLine(build.version, version),
  );
  const against = (build: BuildRows) => compareVersions(build.version!, version);
  const told = describeBuilds({ view, family, stated }, builds);
  const tell = (at: number) => told[at] ?? null;
  return {
    product: family?.label ?? null,
    branch,
    exact: tell(builds.findIndex((build) => against(build) === 0)),
    older: tell(builds.findIndex((build) => against(build) < 0)),
    newer: tell(builds.findLastIndex((build) => against(build) > 0)),
    servicePacks: family === null ? [] : servicePackPlaces(view, family, builds, version),
  };
}

function linesOf(rows: readonly FileRow[]): string[] {
  return [...new Set(rows.flatMap(({ version }) => (version === null ? [] : lineOf(version))))].filter(Boolean).sort();
}
