import { SERVICE_PACK_LADDERS } from '../../model/service-pack-ladders.ts';
import { identifyProduct } from './identify-product.ts';
import { slug } from './name-words.ts';
import type { ProductIdentity, ServicePackIdentity } from './product-identity.ts';

const LADDERS = new Map(SERVICE_PACK_LADDERS.map((ladder) => [ladder.family, ladder]));

/**
 * Reads a service pack's name in any spelling; null where it names no level.
 * What the name leaves out (the product of 'SP4', the version of 'Windows NT Server SP6a') is taken from the products
 * that its article is about, where only one family fits.
 */
export function identifyServicePack(name: string, about: readonly ProductIdentity[] = []): ServicePackIdentity | null {
  const { product, level } = identifyProduct(name);
  return level === null ? null : servicePackOf(product, level, about);
}

/** The service pack at a level of a product, completed from the products that its article is about. */
export function servicePackOf(
  product: ProductIdentity | null,
  level: string,
  about: readonly ProductIdentity[] = [],
): ServicePackIdentity {
  const owner = product === null || product.version === null ? (complete(product, level, about) ?? product) : product;
  const suffix = /^\d/.test(level) ? `sp${level}` : level.toLowerCase();
  if (owner === null)
    return { key: suffix, label: suffix.toUpperCase().replace(/[A-Z]$/, lowered), level, product: null };
  const printed = /^\d/.test(level) ? `SP${level}` : level;
  return {
    key: `${owner.family.key}-${suffix}`,
    label: `${owner.family.label} ${printed}`,
    level,
    product: owner,
  };
}

/** The one product among `about` that may be meant; null where none or several families fit. */
function complete(
  product: ProductIdentity | null,
  level: string,
  about: readonly ProductIdentity[],
): ProductIdentity | null {
  const fits = about.filter(
    (candidate) =>
      candidate.version !== null && hasLevel(candidate, level) && (product === null || sameLine(product, candidate)),
  );
  const families = new Set(fits.map((candidate) => candidate.family.key));
  return families.size === 1 ? (fits[0] ?? null) : null;
}

/** Whether the family's ladder has the level; a ladder that is not known may have any. */
function hasLevel(product: ProductIdentity, level: string): boolean {
  const ladder = LADDERS.get(product.family.key);
  return ladder === undefined ? product.known : ladder.levels.includes(level);
}

/** Whether `versioned` is `product` at some version: their families differ by nothing but the version. */
function sameLine(product: ProductIdentity, versioned: ProductIdentity): boolean {
  const version = versioned.family.version ?? '';
  return (
    versioned.family.key === `${product.family.key}-${slug(version)}` ||
    versioned.family.label.replace(version, '').replace(/\s+/g, ' ').trim() === product.family.label
  );
}
const lowered = (letter: string) => letter.toLowerCase();
