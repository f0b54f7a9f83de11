import { search } from '../../query/search.ts';
import type { SearchFlags } from '../commands/search.ts';
import type { Context } from '../context.ts';
import { formatHits } from '../terminal/hit-list.ts';
import { ask } from './ask.ts';

/** Prints what was found for the words, the best first. */
export async function runSearch(this: Context, flags: SearchFlags, ...words: string[]): Promise<void> {
  await ask(flags.graph, async (store) => {
    const answer = search(store, words.join(' '), { limit: flags.limit });
    if (flags.json) await this.out.writeJson(answer);
    else await this.out.write(formatHits(answer, this.out));
  });
}
