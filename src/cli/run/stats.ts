import { stats } from '../../query/stats.ts';
import type { GraphFlags } from '../commands/flags.ts';
import type { Context } from '../context.ts';
import { formatContents } from '../terminal/build-report.ts';
import { dataLine } from '../terminal/node-page.ts';
import { printable } from '../terminal/printable.ts';
import { ask } from './ask.ts';

/** Prints what the graph holds and what could not be read. */
export async function runStats(this: Context, flags: GraphFlags): Promise<void> {
  await ask(flags.graph, async (store) => {
    const answer = stats(store);
    if (flags.json) return this.out.writeJson(answer);
    const { bold, dim } = this.out.colors;
    const lines = [
      `${bold(printable(flags.graph))}  built ${printable(answer.builtAt)} from ${printable(answer.paths.join(', '))}`,
      '',
      ...formatContents(answer, this.out),
      dim(dataLine(answer.dataDate)),
    ];
    await this.out.write(`${lines.join('\n')}\n`);
  });
}
