import { identifyAffected } from '../../graph/identity/identify-platform.ts';
import type { AffectedProduct } from '../../model/advisories.ts';
import { BASES, EDGE_KINDS } from '../../model/graph.ts';
import type { EdgeView, GraphView } from '../../model/graph-view.ts';
import type { Replacement } from './closure.ts';

const SUPERSEDES = EDGE_KINDS.indexOf('supersedes');
const FEED = BASES.indexOf('feed');

/**
 * What articles state and the graph infers of replacements beyond the feeds' rows, as far as it holds for the products
 * and joins updates that these rows name: walked from what is installed.
 */
export function knownReplacements(
  view: GraphView,
  installed: Iterable<string>,
  named: ReadonlySet<string>,
  products: readonly AffectedProduct[],
): Replacement[] {
  const fits = createFit(products);
  const speaks = nodesThatReplace(view);
  const found: Replacement[] = [];
  const reached = new Set([...installed, ...named]);
  for (const update of reached) {
    const index = view.indexOf(`article:${update}`);
    if (index === null || speaks[index] !== 1) continue;
    for (const edge of view.edgesFrom(index, ['supersedes'])) {
      if (edge.basis === 'feed' || !fits(edge)) continue;
      const older = numberOf(view.node(edge.target).id);
      if (older === null) continue;
      // Without a scope a statement may be on another product of its article: then both must be updates of these.
      if (edge.scope?.product === undefined && !(named.has(update) && named.has(older))) continue;
      found.push({ newer: update, older, source: null, record: null, because: wordsOf(edge, update) });
      reached.add(older);
    }
  }
  return found;
}

/** For each node whether an article or a rule says that it replaces something: few do beside what feeds say. */
function nodesThatReplace(view: GraphView): Uint8Array {
  const { sources, kinds, bases } = view.ends();
  const speaks = new Uint8Array(view.nodeCount);
  for (let at = 0; at < kinds.length; at++) {
    if (kinds[at] === SUPERSEDES && bases[at] !== FEED) speaks[sources[at]!] = 1;
  }
  return speaks;
}

const numberOf = (id: string): string | null => /^article:(\d+)$/.exec(id)?.[1] ?? null;

function wordsOf({ basis, because, rule }: EdgeView, article: string): string {
  return basis === 'inferred' ? `inferred: ${because ?? rule}` : `stated by article ${article}`;
}

/** Whether an edge's own product is one of these, or their platform. */
function createFit(products: readonly AffectedProduct[]): (edge: EdgeView) => boolean {
  const platforms = new Set(products.flatMap(({ platform }) => platform?.key ?? []));
  const keys = new Set(products.map(({ product }) => product));
  const known = new Map<string, boolean>();
  return ({ scope }) => {
    if (scope?.product === undefined) return true;
    // {product: 'Windows 7 SP1', platform: 'x64'}
    const name = scope.platform === undefined ? scope.product : `${scope.product} (${scope.platform})`;
    let fits = known.get(name);
    if (fits === undefined) {
      const { platform, product } = identifyAffected(name);
      fits = platform === null ? keys.has(product.key) : platforms.has(platform.key);
      known.set(name, fits);
    }
    return fits;
  };
}
