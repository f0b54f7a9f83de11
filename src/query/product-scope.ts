import { identifyProduct } from '../graph/identity/identify-product.ts';
import type { FamilyIdentity } from '../graph/identity/product-identity.ts';
import { UsageError } from '../model/diagnostic.ts';
import type { GraphNode } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import { nameAt } from './answer-parts.ts';
import { openSlice } from './slice.ts';

/** A product as far as scopes tell products apart. */
export interface ProductScope {
  /** What a person reads: 'Windows NT Server 4.0 SP3'. */
  label: string;
  key: string;
  /** The key of the family that it is serviced with. */
  family: string;
  /** The line of products over all versions. */
  line: string;
  version: string | null;
  /** The level of the service pack that is named with it, or null. */
  level: string | null;
}

/**
 * How closely what an edge holds for fits a product: that product, its platform (the same family, at another edition
 * or service pack), or neither.
 */
export const FITS = ['exact', 'platform', 'outside'] as const;
export type Fit = (typeof FITS)[number];

const worst = (a: Fit, b: Fit): Fit => (FITS.indexOf(a) > FITS.indexOf(b) ? a : b);
/** How closely the nearest of an article's products fits; one edition is enough where a whole family is asked for. */
const bestOf = (products: readonly ProductScope[], wanted: ProductScope): Fit =>
  products.reduce<Fit>((best, product) => {
    const isMember = product.family === wanted.family && wanted.key === wanted.family;
    const fit = fitOf(isMember ? { ...product, key: product.family } : product, wanted);
    return FITS.indexOf(fit) < FITS.indexOf(best) ? fit : best;
  }, 'outside');

/** Reads a product as a person types it ('Windows NT 4.0 SP3'); what names none is UsageError 'unknown-product'. */
export function readProduct(view: GraphView, text: string): ProductScope {
  const typed = text
    .slice(0, 300)
    .trim()
    .replace(/^(?:product|family):/, '')
    .replaceAll(/^[a-z].*-(?=\d)/g, (key) => key.replaceAll('-', ' '));
  const { product, level } = identifyProduct(typed);
  const isInGraph = (key: string) => ['product', 'family'].some((kind) => view.indexOf(`${kind}:${key}`) !== null);
  if (typed === '' || product === null || !((product.known && product.version !== null) || isInGraph(product.key))) {
    const names = [...new Set(productsNear(view, typed).map((index) => `'${view.node(index).label}'`))].slice(0, 3);
    const hint = names.length > 0 ? ` Did you mean ${names.join(' or ')}?` : '';
    throw new UsageError(
      'unknown-product',
      `'${typed}' is no product. Expected is one with its version, such as 'Windows NT 4.0 SP3' or 'Exchange Server 5.5'.${hint}`,
    );
  }
  const { key, label, family, version } = product;
  const suffix = level === null ? '' : /^\d/.test(level) ? ` SP${level}` : ` ${level}`;
  return { label: label + suffix, key, family: family.key, line: family.line, version, level };
}

/** The products and families whose names have all of the words, or those that a slip of the hand made of them. */
function productsNear(view: GraphView, typed: string): number[] {
  // A service pack is in no product's name.
  const words = typed.split(/\s+/).filter((word) => word !== '' && !/^SP\d/i.test(word));
  const meant = words.slice(0, 8).map((word) => ({ text: commonest(view, word) }));
  if (meant.length === 0) return [];
  const found = view.searchNames(meant, { limit: 20, kinds: ['family', 'product'] }).map(({ index }) => index);
  // The plainest name was meant before the others.
  return found.sort((a, b) => view.node(a).label.length - view.node(b).label.length);
}

/** Of the words that a slip of the hand may have made this one of, the most frequent; short ones stay as they are. */
function commonest(view: GraphView, word: string): string {
  if (!/^[a-z]{5,}$/i.test(word)) return word;
  const known = view.similarWords(word, 5);
  return known.reduce((best, each) => (each.count > best.count ? each : best), { word, count: 0 }).word;
}

/** What was read of a view's products. */
interface Known {
  products: Map<number, readonly ProductScope[]>;
  families: Map<string, string>;
}
const knownByView = new WeakMap<GraphView, Known>();

function knownOf(view: GraphView): Known {
  let known = knownByView.get(view);
  if (known === undefined) {
    known = { products: new Map(), families: new Map() };
    knownByView.set(view, known);
  }
  return known;
}

/**
 * The products that an article applies to, that a service pack belongs to, or that a fix is published for; none where
 * that is not known.
 */
export function productsOf(view: GraphView, index: number): readonly ProductScope[] {
  const known = knownOf(view).products;
  let products = known.get(index);
  if (products === undefined) {
    products = readProducts(view, index);
    known.set(index, products);
  }
  return products;
}

function readProducts(view: GraphView, index: number): readonly ProductScope[] {
  const node = view.node(index);
  if (node.kind === 'article') {
    return openSlice(view, ['applies-to'])
      .out(index)
      .flatMap(({ target }) => productsOf(view, target));
  }
  if (node.kind === 'fix') {
    const scopes = openSlice(view, ['publishes'])
      .in(index)
      .map(({ scope }) => (scope?.product === undefined ? null : namedScope(scope.product)));
    return scopes.every((scope) => scope !== null) ? scopes : [];
  }
  const own = scopeOfNode(node);
  return own === null ? [] : [own];
}

/** The family of a product as a scope of its own: what all of its members share. */
export function familyScope(view: GraphView, { family, line, version }: ProductScope): ProductScope {
  const { families } = knownOf(view);
  let label = families.get(family);
  if (label === undefined) {
    const index = view.indexOf(`family:${family}`) ?? view.indexOf(`product:${family}`);
    label = index === null ? family : view.node(index).label;
    families.set(family, label);
  }
  return { label, key: family, family, line, version, level: null };
}

function scopeOfNode({ kind, id, label, attributes }: GraphNode): ProductScope | null {
  if (kind !== 'product' && kind !== 'service-pack' && kind !== 'family') return null;
  const key = id.slice(kind.length + 1);
  const family = attributes.family ?? key;
  const line = attributes.line ?? label;
  const version = attributes.version ?? null;
  // A service pack holds for its whole family.
  if (kind === 'service-pack') return { label, key: family, family, line, version, level: attributes.level ?? null };
  return { label, key, family, line, version, level: null };
}

/** How closely one product fits another that is asked for. */
export function fitOf(product: ProductScope, wanted: ProductScope): Fit {
  if (product.family !== wanted.family) {
    const isVague = product.version === null || wanted.version === null;
    return isVague && product.line === wanted.line ? 'platform' : 'outside';
  }
  const isOtherLevel = product.level !== null && wanted.level !== null && product.level !== wanted.level;
  // What holds for 'Windows NT 4.0' holds for each of its editions.
  const isCovered = product.key === wanted.key || product.key === product.family;
  return isCovered && !isOtherLevel ? 'exact' : 'platform';
}

const namedScopes = new Map<string, ProductScope | null>();

function namedScope(name: string): ProductScope | null {
  let scope = namedScopes.get(name);
  if (scope === undefined) {
    const { product, level } = identifyProduct(name);
    const family: FamilyIdentity | undefined = product?.family;
    scope =
      product === null || family === undefined
        ? null
        : { label: name, key: product.key, family: family.key, line: family.line, version: product.version, level };
    // Scopes repeat a few names; a hostile graph may hold any number.
    if (namedScopes.size > 10_000) namedScopes.clear();
    namedScopes.set(name, scope);
  }
  return scope;
}

/** How closely an edge's own scope, or else what its two ends are about, fits a product. */
export function fitOfEdge(view: GraphView, edge: EdgeView, wanted: ProductScope): Fit {
  const stated = edge.scope?.product === undefined ? null : namedScope(edge.scope.product);
  const fit = fitOfEnds(view, edge, stated, wanted);
  const baseline = /(\d{1,2}[a-z]?)$/i.exec(edge.scope?.baseline ?? '')?.[1];
  const isOtherBaseline =
    wanted.level !== null && baseline !== undefined && baseline.toLowerCase() !== wanted.level.toLowerCase();
  return isOtherBaseline ? worst(fit, 'platform') : fit;
}

function fitOfEnds(view: GraphView, edge: EdgeView, stated: ProductScope | null, wanted: ProductScope): Fit {
  const isPack = (index: number) => nameAt(view, index).kind === 'service-pack';
  const packs = [edge.source, edge.target].filter(isPack);
  // Along a ladder nothing changes: what led to its first rung has decided.
  if (packs.length === 2) return 'exact';
  const [pack] = packs.flatMap((index) => productsOf(view, index));
  const others = [edge.source, edge.target].filter((index) => !packs.includes(index));
  const about = others.map((index) => productsOf(view, index)).filter((products) => products.length > 0);
  if (pack === undefined) {
    if (stated !== null) return fitOf(stated, wanted);
    return about.reduce<Fit>((fit, products) => worst(fit, bestOf(products, wanted)), 'exact');
  }
  const inLine = (stated === null ? about.flat() : [stated]).filter(({ line }) => line === pack.line);
  const isForeign = inLine.length === 0 && (stated !== null || about.length > 0);
  // The fix of a product without service packs of its own comes with another's ('corrected in Windows NT 4.0 SP4').
  if (isForeign) return stated === null ? bestOf(about.flat(), wanted) : fitOf(stated, wanted);
  // 'Windows NT 4.0' may stand over a sentence on Terminal Server's service pack: the pack itself decides.
  const byName = stated === null ? bestOf(inLine, wanted) : fitOf(stated, wanted);
  const own = fitOf({ ...pack, level: null }, wanted);
  return inLine.length === 0 || byName === 'outside' ? own : worst(own, byName);
}
