import { chain } from '../../query/chain.ts';
import type { ChainFlags } from '../commands/chain.ts';
import type { Context } from '../context.ts';
import { formatChain } from '../terminal/chain-page.ts';
import { ask, notInGraph } from './ask.ts';

/** Members of one direction that are listed for people, unless they ask for more. */
const LISTED = 25;
/** Members of one direction in JSON, unless it is told otherwise. */
const IN_JSON = 100_000;

/** Prints what something replaces and what replaces it. */
export async function runChain(this: Context, flags: ChainFlags, id: string): Promise<void> {
  await ask(flags.graph, async (store) => {
    const { graph: _graph, json, ...options } = flags;
    const answer = chain(store, id, { limit: json ? IN_JSON : LISTED, ...options });
    if (answer === null) throw notInGraph(store, flags.graph, id);
    if (json) await this.out.writeJson(answer);
    else await this.out.write(formatChain(answer, this.out));
  });
}
