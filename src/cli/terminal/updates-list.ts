import { count } from './figures.ts';
import { printable } from './printable.ts';

/** So many updates are named in a line. */
const LISTED = 6;

/** '4012212' → 'KB4012212'; a service pack's own id stays. */
export const updateName = (update: string): string => (/^\d+$/.test(update) ? `KB${update}` : printable(update));

/** 'KB4012212, KB4012215 and 3 more' */
export function updatesList(updates: readonly string[]): string {
  if (updates.length === 0) return 'nothing that is known';
  const listed = updates.slice(0, LISTED).map(updateName).join(', ');
  return updates.length > LISTED ? `${listed} and ${count(updates.length - LISTED)} more` : listed;
}
