import type { Scope } from '../../model/relation.ts';
import type { InferenceFacts } from './facts.ts';

/**
 * The scopes of a replacement that holds for some families: none where they are all that the replaced article is
 * about, else one for each family.
 */
export function scopesFor(facts: InferenceFacts, target: number, covered: Iterable<string>): (Scope | null)[] {
  const families = [...new Set(covered)].sort();
  const own = facts.families(target);
  if (own.size > 0 && [...own].every((family) => families.includes(family))) return [null];
  return families.map((family) => ({ product: facts.familyLabel(family) }));
}
