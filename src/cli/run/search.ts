import { UsageError } from '../../model/diagnostic.ts';
import { search } from '../../query/search.ts';
import type { SearchFlags } from '../commands/search.ts';
import type { Context } from '../context.ts';
import { formatHits } from '../terminal/hit-list.ts';
import { ask } from './ask.ts';

/** Prints what was found for the words, the best first. */
export async function runSearch(this: Context, flags: SearchFlags, ...words: string[]): Promise<void> {
  const sought = words.join(' ');
  if (sought.trim() === '') {
    throw new UsageError('nothing-sought', "search was given nothing to look for: an id, a file's name or words.");
  }
  await ask(flags.graph, async (store) => {
    const answer = search(store, sought, { limit: flags.limit });
    if (flags.json) await this.out.writeJson(answer);
    else await this.out.write(formatHits(answer, this.out));
  });
}
