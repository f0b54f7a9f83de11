import { path } from '../../query/path.ts';
import { resolveNode } from '../../query/resolve-node.ts';
import type { PathFlags } from '../commands/path.ts';
import type { Context } from '../context.ts';
import { formatPaths } from '../terminal/path-page.ts';
import { ask, notInGraph } from './ask.ts';

/** Prints the shortest paths between two things. */
export async function runPath(this: Context, flags: PathFlags, from: string, to: string): Promise<void> {
  await ask(flags.graph, async (store) => {
    const { kinds, direction, count, longest, hubs = false, stated = false } = flags;
    const answer = path(store, from, to, { direction, count, longest, hubs, stated, ...(kinds && { kinds }) });
    if (answer === null) throw notInGraph(store, flags.graph, resolveNode(store, from) === null ? from : to);
    if (flags.json) await this.out.writeJson(answer);
    else await this.out.write(formatPaths(answer, this.out));
  });
}
