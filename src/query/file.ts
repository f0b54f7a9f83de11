import { areOneLine, compareVersions } from '../graph/inference/version.ts';
import { UsageError } from '../model/diagnostic.ts';
import type { GraphView } from '../model/graph-view.ts';
import { type NodeName, nameAt } from './answer-parts.ts';
import { describeBuilds, FILE_BUILD, type FileBuild, groupBuilds } from './file-builds.ts';
import { type FileRow, fileRows, mainFamilies, requireVersion, resolveFile } from './file-rows.ts';
import { PLATFORM_NAMES, platformNames } from './platform-names.ts';
import { fitOf, type ProductScope, readProduct } from './product-scope.ts';
import type { Query } from './query.ts';
import { rememberNodes } from './remember-nodes.ts';
import { BOOLEAN, COUNT, DATA_DATE, list, nodeName, object, STRING_OR_NULL } from './schema-parts.ts';

export interface FileOptions {
  /** Only builds that are no older than this one, of its line of builds. */
  atLeast?: string;
  /** Only builds for this product, as a person types it. */
  product?: string;
  /** Only builds for this platform, and those whose platform is not told. */
  platform?: string;
  /** Leaves out replacements that are inferred. */
  stated?: boolean;
}

/** The builds of a file for one product, platform and branch. */
export interface FileGroup {
  /** The family of products; null where nothing tells. */
  product: string | null;
  /** Null where the articles do not tell. */
  platform: string | null;
  branch: string | null;
  /** The newest first. */
  builds: FileBuild[];
}

export interface FileAnswer extends NodeName {
  dataDate: string | null;
  atLeast: string | null;
  product: string | null;
  platform: string | null;
  stated: boolean;
  groups: FileGroup[];
  /** Rows that were left out because they are of another line of builds than `atLeast`, or print no version. */
  leftOut: { otherLines: number; unversioned: number };
}

export const fileQuery: Query = {
  name: 'file',
  summary: 'The builds of a file, newest first, by product, platform and branch, with the articles that ship them.',
  schema: nodeName({
    dataDate: DATA_DATE,
    atLeast: STRING_OR_NULL,
    product: STRING_OR_NULL,
    platform: STRING_OR_NULL,
    stated: BOOLEAN,
    groups: list(
      object({ product: STRING_OR_NULL, platform: STRING_OR_NULL, branch: STRING_OR_NULL, builds: list(FILE_BUILD) }),
    ),
    leftOut: object({ otherLines: COUNT, unversioned: COUNT }),
  }),
};

/**
 * The builds of a file; null when no file of that name is in the graph.
 * Throws UsageError for what is no version ('bad-version'), product ('unknown-product') or platform ('bad-platform').
 */
export function file(graph: GraphView, name: string, options: FileOptions = {}): FileAnswer | null {
  const view = rememberNodes(graph);
  const { stated = false } = options;
  const atLeast = options.atLeast === undefined ? null : requireVersion(options.atLeast);
  const product = options.product === undefined ? null : readProduct(view, options.product);
  const index = resolveFile(view, name);
  if (index === null) return null;
  const all = fileRows(view, index);
  const platform = options.platform === undefined ? null : requirePlatform(options.platform, all);

  const leftOut = { otherLines: 0, unversioned: 0 };
  const rows = all.filter((row) => {
    if (product !== null && !row.families.some((family) => fitOf(family, product) !== 'outside')) return false;
    if (platform !== null && row.platforms.length > 0 && !row.platforms.includes(platform)) return false;
    if (atLeast === null) return true;
    if (row.version === null) leftOut.unversioned++;
    else if (!areOneLine(row.version, atLeast)) leftOut.otherLines++;
    else return compareVersions(row.version, atLeast) >= 0;
    return false;
  });
  return {
    ...nameAt(view, index),
    dataDate: view.report.dataDate,
    atLeast: options.atLeast ?? null,
    product: product?.label ?? null,
    platform,
    stated,
    groups: groupRows(view, rows, { product, platform, stated }),
    leftOut,
  };
}

function requirePlatform(text: string, rows: readonly FileRow[]): string {
  const [wanted = text] = platformNames(text);
  const printed = new Set(rows.flatMap(({ platforms }) => platforms));
  const match = [...PLATFORM_NAMES, ...printed].find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (match !== undefined) return match;
  const known = [...new Set([...PLATFORM_NAMES, ...printed])].join(', ');
  throw new UsageError('bad-platform', `'${text}' is no platform. Expected is one of: ${known}.`);
}

interface Asked {
  product: ProductScope | null;
  platform: string | null;
  stated: boolean;
}

function groupRows(view: GraphView, rows: readonly FileRow[], { product, platform, stated }: Asked): FileGroup[] {
  const families = mainFamilies(rows);
  const groups = new Map<string, { group: Omit<FileGroup, 'builds'>; family: ProductScope | null; rows: FileRow[] }>();
  for (const row of rows) {
    const fitting = product === null ? null : row.families.find((family) => fitOf(family, product) !== 'outside');
    const family = fitting ?? families.get(row) ?? null;
    for (const own of row.platforms.length > 0 ? row.platforms : [null]) {
      if (platform !== null && own !== null && own !== platform) continue;
      const group = { product: family?.label ?? null, platform: own, branch: row.branch };
      const key = JSON.stringify(group);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { group, family, rows: [row] });
      else known.rows.push(row);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { group, family, rows: own }]) => ({
      ...group,
      builds: describeBuilds({ view, family, stated }, groupBuilds(own)),
    }));
}
