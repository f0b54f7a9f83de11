import { related } from '../../query/related.ts';
import type { RelatedFlags } from '../commands/related.ts';
import type { Context } from '../context.ts';
import { formatRelated } from '../terminal/related-page.ts';
import { ask, notInGraph } from './ask.ts';

/** Prints articles that have to do with one, the likeliest first. */
export async function runRelated(this: Context, flags: RelatedFlags, id: string): Promise<void> {
  await ask(flags.graph, async (store) => {
    const { graph, json, ...options } = flags;
    const answer = related(store, id, options);
    if (answer === null) throw notInGraph(store, graph, id);
    if (json) await this.out.writeJson(answer);
    else await this.out.write(formatRelated(answer, this.out));
  });
}
