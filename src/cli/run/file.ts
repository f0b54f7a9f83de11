import { file } from '../../query/file.ts';
import type { FileFlags } from '../commands/file.ts';
import type { Context } from '../context.ts';
import { formatFile } from '../terminal/file-page.ts';
import { ask, notInGraph } from './ask.ts';

/** Prints the builds of a file. */
export async function runFile(this: Context, flags: FileFlags, name: string): Promise<void> {
  await ask(flags.graph, async (store) => {
    const { graph, json, ...options } = flags;
    const answer = file(store, name, options);
    if (answer === null) throw notInGraph(store, graph, name);
    if (json) await this.out.writeJson(answer);
    else await this.out.write(formatFile(answer, this.out));
  });
}
