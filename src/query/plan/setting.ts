import { identifyProduct } from '../../graph/identity/identify-product.ts';
import type { ProductIdentity } from '../../graph/identity/product-identity.ts';
import type { GraphView } from '../../model/graph-view.ts';
import type { Scope } from '../../model/relation.ts';
import { type ProductScope, productsOf } from '../product-scope.ts';
import type { Host } from './host.ts';

/** What a plan is made for: one product, on a machine. */
export interface Setting {
  product: ProductScope;
  host: Host;
  /** Leaves out what is inferred. */
  stated: boolean;
}

/** Where nothing tells what a fix is for, it is planned for whatever there is: every scope holds. */
export const ANYTHING: ProductScope = {
  label: 'Any product',
  key: '',
  family: '',
  line: '',
  version: null,
  level: null,
};

const identities = new Map<string, { product: ProductIdentity | null; level: string | null }>();

function identified(name: string) {
  let known = identities.get(name);
  if (known === undefined) {
    known = identifyProduct(name);
    // Scopes repeat a few names; a hostile graph may hold any number.
    if (identities.size > 10_000) identities.clear();
    identities.set(name, known);
  }
  return known;
}

/** Whether a statement holds here: its product is this one (or covers it), in a language that is not foreign. */
export function holdsHere(scope: Scope | null, { product, host }: Setting): boolean {
  if (scope === null || product.family === '') return true;
  if (scope.language !== undefined && !/^english\b/i.test(scope.language)) return false;
  if (scope.product === undefined) return true;
  const { product: named, level } = identified(scope.product);
  if (named === null) return true;
  if (named.family.key !== product.family) return named.version === null && named.family.line === product.line;
  const installed = host.levels.get(product.family);
  if (level !== null && installed !== undefined && level !== installed) return false;
  return sharesEdition(named.key, product.key, product.family);
}

/** 'Windows NT Server 4.0' covers its Enterprise Edition, and what names the family covers all of it. */
function sharesEdition(a: string, b: string, family: string): boolean {
  if (a === b || a === family || b === family) return true;
  const words = new Set(b.split('-'));
  const own = a.split('-');
  return own.every((word) => words.has(word)) || b.split('-').every((word) => own.includes(word));
}

const OPERATING_SYSTEM = /^(?:windows(?! (?:media|script|installer|services))|ms-dos|os\/2|lan manager)/i;

/** Whether a product is what a machine runs, so that it has one of them and a plan never installs it. */
export const isOperatingSystem = ({ line }: Pick<ProductScope, 'line'>): boolean => OPERATING_SYSTEM.test(line);

/** Whether two products exclude each other: versions of one line, or two operating systems. */
export function areRivals(a: ProductScope, b: ProductScope): boolean {
  return a.family !== b.family && (a.line === b.line || (isOperatingSystem(a) && isOperatingSystem(b)));
}

/**
 * The products that an answer about these nodes is given for: those asked for, else those of the machine, else each
 * family that the nodes are about. Empty where none of the machine's is among them.
 */
export function settingsFor(
  view: GraphView,
  nodes: readonly number[],
  host: Host,
  options: { product: ProductScope | null; stated: boolean },
): { settings: Setting[]; apart: ProductScope[] } {
  const about = new Map<string, ProductScope>();
  for (const node of nodes) {
    for (const product of productsOf(view, node)) {
      const { family, line, version } = product;
      if (!about.has(family))
        about.set(family, { label: familyLabel(view, product), key: family, family, line, version, level: null });
    }
  }
  const { stated } = options;
  const make = (product: ProductScope): Setting => ({ product, host, stated });
  const asked = options.product === null ? host.products : [options.product];
  const own = asked.filter(({ family }) => about.size === 0 || about.has(family));
  if (own.length > 0) {
    const byFamily = new Map(own.map((product) => [product.family, product]));
    return { settings: [...byFamily.values()].map(make), apart: [] };
  }
  const families = [...about.values()];
  if (asked.length === 0) return { settings: (families.length === 0 ? [ANYTHING] : families).map(make), apart: [] };
  const possible = families.filter((family) => !asked.some((product) => areRivals(product, family)));
  // With a product that was asked for by name there is no other to answer for.
  return { settings: options.product === null ? possible.map(make) : [], apart: asked };
}

function familyLabel(view: GraphView, { family, label }: ProductScope): string {
  const index = view.indexOf(`family:${family}`) ?? view.indexOf(`product:${family}`);
  return index === null ? label : view.node(index).label;
}
