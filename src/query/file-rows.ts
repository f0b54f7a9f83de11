import { identifyProduct } from '../graph/identity/identify-product.ts';
import { type BuildVersion, lineOf, readVersion } from '../graph/inference/version.ts';
import { UsageError } from '../model/diagnostic.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import { platformNames } from './platform-names.ts';
import { familyScope, type ProductScope, productsOf } from './product-scope.ts';
import { resolveNodes } from './resolve-node.ts';
import { openSlice } from './slice.ts';

/** The file that a name means, or null: 'ese.dll', 'ESE.DLL', 'file:ese.dll'. */
export function resolveFile(view: GraphView, name: string): number | null {
  const plain = name
    .slice(0, 300)
    .trim()
    .toLowerCase()
    .replace(/^file:/, '');
  return (
    view.indexOf(`file:${plain}`) ?? resolveNodes(view, name).find((index) => view.node(index).kind === 'file') ?? null
  );
}

/** Reads a version that a person typed; what is none is UsageError 'bad-version'. */
export function requireVersion(text: string): BuildVersion {
  const version = readVersion(text.slice(0, 100));
  if (version === null) {
    throw new UsageError('bad-version', `'${text}' is no version. Expected are numbers with dots, such as 5.5.2652.6.`);
  }
  return version;
}

/** One row of an article's file table, with what tells its build apart from others of the file. */
export interface FileRow {
  edge: EdgeView;
  /** The article that ships it. */
  article: number;
  /** Null where none is printed, or none that can be read. */
  version: BuildVersion | null;
  platforms: readonly string[];
  branch: string | null;
  /** The families of products that it is for; none where nothing tells. */
  families: readonly ProductScope[];
}

const known = new WeakMap<GraphView, Map<number, readonly FileRow[]>>();
/** Files whose rows are remembered; a server that is asked for more forgets them all. */
const MOST_FILES = 20_000;

/** The rows of a file's builds over all articles; read once. */
export function fileRows(view: GraphView, file: number): readonly FileRow[] {
  const ofView = known.get(view) ?? new Map<number, readonly FileRow[]>();
  known.set(view, ofView);
  let rows = ofView.get(file);
  if (rows === undefined) {
    if (ofView.size >= MOST_FILES) ofView.clear();
    rows = readRows(view, file);
    ofView.set(file, rows);
  }
  return rows;
}

function readRows(view: GraphView, file: number): FileRow[] {
  const rows = openSlice(view, ['ships'])
    .in(file)
    .map((edge): FileRow => {
      const version = edge.file?.version == null ? null : readVersion(edge.file.version);
      return {
        edge,
        article: edge.source,
        version,
        platforms: platformNames(edge.file?.platform ?? null),
        branch: edge.scope?.branch ?? null,
        families: familiesOfRow(view, edge, version),
      };
    });
  return rows;
}

/** The families that a row is for: those of its own heading, else its article's, as far as the build's line fits them. */
function familiesOfRow(view: GraphView, edge: EdgeView, version: BuildVersion | null): ProductScope[] {
  const about = uniqueFamilies(view, productsOf(view, edge.source));
  const named = edge.scope?.product === undefined ? null : identifyProduct(edge.scope.product).product;
  if (named !== null && named.version !== null) {
    const { key, label, family, version: printed } = named;
    return uniqueFamilies(view, [{ label, key, family: family.key, line: family.line, version: printed, level: null }]);
  }
  const inLine = named === null ? about : about.filter(({ line }) => line === named.family.line);
  const candidates = inLine.length > 0 ? inLine : about;
  return version === null ? candidates : fittingLine(candidates, version);
}

/** Of 5.0.1461.72 in an article on Exchange Server 5.0 and 5.5: 5.0 alone; of a Terminal Server's build: that alone. */
function fittingLine(families: ProductScope[], version: BuildVersion): ProductScope[] {
  const line = lineOf(version);
  const isTerminalServer = (family: ProductScope) => family.family.includes('terminal-server');
  const apart = families.filter((family) => isTerminalServer(family) === line.endsWith('Terminal Server'));
  const own = /^4\.0\b/.test(line) && apart.length > 0 ? apart : families;
  const sameVersion = own.filter((family) => family.version !== null && family.version === line.split(' ')[0]);
  return sameVersion.length > 0 ? sameVersion : own;
}

function uniqueFamilies(view: GraphView, products: readonly ProductScope[]): ProductScope[] {
  const families = new Map<string, ProductScope>();
  for (const product of products) {
    if (!families.has(product.family)) families.set(product.family, familyScope(view, product));
  }
  return [...families.values()];
}

/**
 * The one family of each row under which it is told: that which ships the file most often, among those that it is for.
 * The same build for several families is told once.
 */
export function mainFamilies(rows: readonly FileRow[]): Map<FileRow, ProductScope | null> {
  const weights = new Map<string, number>();
  for (const { families } of rows) {
    for (const { family } of families) weights.set(family, (weights.get(family) ?? 0) + 1 / families.length);
  }
  return new Map(
    rows.map((row) => {
      const [first = null, ...others] = row.families;
      const heaviest = others.reduce(
        (best, family) =>
          best === null || (weights.get(family.family) ?? 0) > (weights.get(best.family) ?? 0) ? family : best,
        first,
      );
      return [row, heaviest];
    }),
  );
}
