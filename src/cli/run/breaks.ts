import { breaks } from '../../query/breaks.ts';
import type { BreaksFlags } from '../commands/breaks.ts';
import type { Context } from '../context.ts';
import { formatBreaks } from '../terminal/breaks-page.ts';
import { ask, notInGraph } from './ask.ts';

/** Prints what something breaks and what it repairs. */
export async function runBreaks(this: Context, flags: BreaksFlags, id: string): Promise<void> {
  await ask(flags.graph, async (store) => {
    const { graph, json, ...options } = flags;
    const answer = breaks(store, id, options);
    if (answer === null) throw notInGraph(store, graph, id);
    if (json) await this.out.writeJson(answer);
    else await this.out.write(formatBreaks(answer, this.out));
  });
}
