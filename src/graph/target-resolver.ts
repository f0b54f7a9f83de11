import type { NodeKind } from '../model/graph.ts';
import type { Scope, Target } from '../model/relation.ts';
import { identifyFix } from './identity/identify-fix.ts';
import { identifyProduct, type NamedProduct } from './identity/identify-product.ts';
import { servicePackOf } from './identity/identify-service-pack.ts';
import type { ProductIdentity, ServicePackIdentity } from './identity/product-identity.ts';
import { detach } from './string-pool.ts';

/** What a relation points to, as a node to be: its identity and the spelling that led to it. */
export interface ResolvedTarget {
  kind: NodeKind;
  key: string;
  label: string;
  /** The name as printed; null where the identity is the name. */
  spelling: string | null;
  /** Whether the node is called what it is mostly called, because no table knows a better name. */
  asPrinted: boolean;
  product: ProductIdentity | null;
  servicePack: ServicePackIdentity | null;
}

/** What an article is about, which completes what its statements leave out. */
export interface ArticleContext {
  products: readonly ProductIdentity[];
  /** The one level that its applies-to names, or null. */
  level: string | null;
}

/** Turns names into identities, remembering each spelling. */
export interface TargetResolver {
  resolve(target: Target | { cve: string }, context: ArticleContext): ResolvedTarget;
  /** The context that a scope's product makes, else the article's own. */
  within(scope: Scope | undefined, context: ArticleContext): ArticleContext;
  contextOf(appliesTo: readonly string[]): ArticleContext;
  /** A scope with its product and baseline in one spelling, or null for none. */
  scope(scope: Scope | undefined): Scope | null;
  /** The name of a product, with its service pack, in one spelling. */
  canonicalName(name: string): string;
}

/** Makes a resolver that has seen no name yet. */
export function createTargetResolver(): TargetResolver {
  const products = new Map<string, NamedProduct>();

  function product(name: string): NamedProduct {
    const known = products.get(name);
    if (known !== undefined) return known;
    const own = detach(name);
    const identity = identifyProduct(own);
    products.set(own, identity);
    return identity;
  }

  function named(name: string, context: ArticleContext): ResolvedTarget {
    const { product: owner, level } = product(name);
    if (level !== null) {
      const pack = servicePackOf(owner, level, context.products);
      const { key, label } = pack;
      return {
        kind: 'service-pack',
        key,
        label,
        spelling: name,
        asPrinted: false,
        product: pack.product,
        servicePack: pack,
      };
    }
    const { key, label } = owner ?? { key: 'unnamed', label: 'unnamed' };
    return { kind: 'product', key, label, spelling: name, asPrinted: !owner?.known, product: owner, servicePack: null };
  }

  function canonicalName(name: string): string {
    const { product: owner, level } = product(name);
    const suffix = level === null ? null : /^\d/.test(level) ? `SP${level}` : level;
    return [owner?.label ?? null, suffix].filter((part) => part !== null).join(' ');
  }

  function contextOf(appliesTo: readonly string[]): ArticleContext {
    const all = appliesTo.map(product);
    const levels = new Set(all.map(({ level }) => level));
    return {
      products: all.flatMap(({ product: owner }) => owner ?? []),
      level: levels.size === 1 ? ([...levels][0] ?? null) : null,
    };
  }

  return {
    canonicalName,
    contextOf,
    within: (scope, context) => (scope?.product === undefined ? context : contextOf([scope.product])),
    scope(scope) {
      if (scope === undefined) return null;
      const entries = Object.entries(scope)
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]): [string, string] =>
          name === 'product' || name === 'baseline' ? [name, canonicalName(value)] : [name, detach(value)],
        );
      return entries.length === 0 ? null : (Object.fromEntries(entries) as Scope);
    },
    resolve(target, context) {
      if ('article' in target) return bare('article', articleKey(target.article), (key) => `KB${key}`);
      if ('file' in target) return bare('file', fileKey(target.file), (key) => key);
      if ('cve' in target) return bare('cve', target.cve.toLowerCase().replace(/^cve-/, ''), (key) => `CVE-${key}`);
      if ('product' in target) return named(target.product, context);
      if ('servicePack' in target) return named(target.servicePack, context);
      const families = new Set(context.products.map(({ family }) => family.key));
      const about = families.size === 1 ? (context.products[0] ?? null) : null;
      const fix = identifyFix(target.fix, { product: about, level: context.level });
      return { kind: 'fix', ...fix, spelling: target.fix, asPrinted: !fix.known, product: null, servicePack: null };
    },
  };
}

function bare(kind: NodeKind, key: string, label: (key: string) => string): ResolvedTarget {
  return { kind, key, label: label(key), spelling: null, asPrinted: false, product: null, servicePack: null };
}

/** 'Q260695', 'KB260695' and '260695' are one article; an id that is no number stays as it is. */
export function articleKey(id: string): string {
  const digits = /^(?:kb|q)?0*(\d{1,12})$/i.exec(id.trim());
  return digits?.[1] ?? detach(id.trim());
}

/** A file's name in lower case, without the folder that it stands in. */
function fileKey(name: string): string {
  const lower = name.trim().toLowerCase();
  return detach(lower.slice(Math.max(lower.lastIndexOf('\\'), lower.lastIndexOf('/')) + 1) || lower);
}
