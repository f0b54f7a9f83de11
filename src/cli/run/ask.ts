import { nearMatches } from '../../query/near-matches.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { NotInGraphError } from '../failure.ts';
import { articleNumber } from '../terminal/node-name.ts';
import { printable } from '../terminal/printable.ts';

/** Opens a store, asks it, and closes it whatever happens. */
export async function ask(file: string, question: (store: Store) => Promise<void>): Promise<void> {
  const store = openStore(file);
  try {
    await question(store);
  } finally {
    store.close();
  }
}

/** The error for an id or a name that the graph does not hold. */
export function notInGraph(store: Store, file: string, id: string): NotInGraphError {
  const near = nearMatches(store, id).map((node) => `${printable(articleNumber(node.id))}  ${printable(node.label)}`);
  return new NotInGraphError(`'${printable(id)}' is not in the graph ${printable(file)}.`, near);
}
