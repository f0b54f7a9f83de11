import type { AffectedProduct } from '../../model/advisories.ts';
import type { Scope } from '../../model/relation.ts';

/** {product: 'Windows 7 SP1', platform: 'x64'}; for a product that names no operating system, the product itself. */
export function scopeOf({ platform, label, architecture, branch, isServerCore }: AffectedProduct): Scope {
  const marks = [architecture, branch, isServerCore ? 'Server Core' : null].filter((mark) => mark !== null);
  const own = marks.length === 0 ? label : label.slice(0, -` (${marks.join(', ')})`.length);
  const named = platform === null ? own : platform.label.replace(/ \([^()]*\)$/, '');
  const of = platform === null ? architecture : platform.architecture;
  return { product: named, ...(of !== null && { platform: of }), ...(branch !== null && { branch }) };
}
