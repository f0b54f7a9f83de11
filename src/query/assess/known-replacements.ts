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
  const speakers = updatesThatReplace(view);
  const found: Replacement[] = [];
  const reached = new Set([...installed, ...named]);
  for (const update of reached) {
    const index = speakers.get(update);
    if (index === undefined) continue;
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

/**
 * The articles that replace something by another's word than a feed's, with their nodes. They are few: looking up each
 * update of a machine instead takes longer, most of all where the graph does not know it.
 */
function updatesThatReplace(view: GraphView): Map<string, number> {
  const { sources, kinds, bases } = view.ends();
  const speaking = new Set<number>();
  for (let at = 0; at < kinds.length; at++) {
    if (kinds[at] === SUPERSEDES && bases[at] !== FEED) speaking.add(sources[at]!);
  }
  const updates = new Map<string, number>();
  for (const index of speaking) {
    const update = numberOf(view.node(index).id);
    if (update !== null) updates.set(update, index);
  }
  return updates;
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
