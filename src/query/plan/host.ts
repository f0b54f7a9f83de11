import { UsageError } from '../../model/diagnostic.ts';
import type { GraphView } from '../../model/graph-view.ts';
import { type ProductScope, readProduct } from '../product-scope.ts';
import { articleNumber, resolveNodes } from '../resolve-node.ts';
import { isAtLeast, levelName, levelsOf } from './ladder.ts';

/** What is known to be on a machine. */
export interface Host {
  products: ProductScope[];
  /** The highest service pack of each family. */
  levels: Map<string, string>;
  /** Articles and fixes, by index. */
  installed: Set<number>;
  /** Articles that the graph does not know, by number. */
  unknown: string[];
}

const EXPECTED =
  "Expected is a product with or without its service pack ('Windows NT 4.0 SP3'), an article's number ('Q241041') or a fix's name ('teardrop2-fix').";

/** Reads what a machine has; what names nothing is UsageError 'malformed-have'. */
export function readHost(view: GraphView, have: readonly string[]): Host {
  const host: Host = { products: [], levels: new Map(), installed: new Set(), unknown: [] };
  for (const text of have) readOne(view, text.trim(), host);
  return host;
}

function readOne(view: GraphView, text: string, host: Host): void {
  const number = articleNumber(text);
  if (number !== null) {
    const index = view.indexOf(`article:${number}`);
    if (index === null) host.unknown.push(number);
    else host.installed.add(index);
    return;
  }
  const [found] = resolveNodes(view, text).filter((index) => ['article', 'fix'].includes(view.node(index).kind));
  if (found !== undefined) {
    host.installed.add(found);
    return;
  }
  const product = readNamed(view, text);
  const { family, level } = product;
  if (level !== null) {
    const levels = levelsOf(family);
    if (levels !== null && !levels.includes(level)) {
      const known = levels.map(levelName).join(', ');
      throw new UsageError(
        'malformed-have',
        `'${text}': there is no ${levelName(level)}; its service packs are ${known}.`,
      );
    }
    const before = host.levels.get(family);
    if (before === undefined || isAtLeast(family, level, before)) host.levels.set(family, level);
  }
  host.products.push(product);
}

function readNamed(view: GraphView, text: string): ProductScope {
  const pack = /^service-pack:/i.test(text) ? (view.indexOf(text.toLowerCase()) ?? null) : null;
  try {
    return readProduct(view, pack === null ? text : view.node(pack).label);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const hint = / Did you mean .*$/.exec(error.message)?.[0] ?? '';
    throw new UsageError(
      'malformed-have',
      `--have '${text}' names nothing that a machine can have. ${EXPECTED}${hint}`,
    );
  }
}
