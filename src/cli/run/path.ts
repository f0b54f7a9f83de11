import { path } from '../../query/path.ts';
import { resolveNode } from '../../query/resolve-node.ts';
import type { PathFlags } from '../commands/path.ts';
import type { Context } from '../context.ts';
import { formatPaths } from '../terminal/path-page.ts';
import { ask, notInGraph } from './ask.ts';

/** Prints the shortest paths between two things. */
export async function runPath(this: Context, flags: PathFlags, from: string, to: string): Promise<void> {
  await ask(flags.graph, async (store) => {
    const { graph, json, ...options } = flags;
    const answer = path(store, from, to, options);
    if (answer === null) throw notInGraph(store, graph, resolveNode(store, from) === null ? from : to);
    if (json) await this.out.writeJson(answer);
    else await this.out.write(formatPaths(answer, this.out));
  });
}
