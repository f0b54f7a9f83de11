import { identify } from '../../query/identify.ts';
import type { IdentifyFlags } from '../commands/identify.ts';
import type { Context } from '../context.ts';
import { formatIdentification } from '../terminal/identify-page.ts';
import { ask, notInGraph } from './ask.ts';

/** Prints where a build on disk comes from. */
export async function runIdentify(this: Context, flags: IdentifyFlags, name: string, version: string): Promise<void> {
  await ask(flags.graph, async (store) => {
    const { graph, json, ...options } = flags;
    const answer = identify(store, name, version, options);
    if (answer === null) throw notInGraph(store, graph, name);
    if (json) await this.out.writeJson(answer);
    else await this.out.write(formatIdentification(answer, this.out));
  });
}
