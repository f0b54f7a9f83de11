import type { Verification } from '../../store/open-store.ts';
import type { GraphFlags } from '../commands/flags.ts';
import type { Context, Output } from '../context.ts';
import { bytes, counted } from '../terminal/figures.ts';
import { dataLine } from '../terminal/node-page.ts';
import { printable } from '../terminal/printable.ts';
import { ask } from './ask.ts';

/** Checks every record and section of a store; a damaged one is wrong use, with a sentence that says where. */
export async function runVerify(this: Context, flags: GraphFlags): Promise<void> {
  await ask(flags.graph, async (store) => {
    const result = store.verify();
    if (flags.json) await this.out.writeJson(result);
    else await this.out.write(`${formatVerification(result, this.out)}\n`);
  });
}

function formatVerification(
  { file, bytes: size, articles, nodes, edges, dataDate }: Verification,
  out: Output,
): string {
  const { green, dim } = out.colors;
  const holds = `${counted(articles, 'article')}, ${counted(nodes, 'node')}, ${counted(edges, 'edge')}`;
  return `${green('✓')} ${printable(file)} is whole: ${bytes(size)}, ${holds}.\n${dim(dataLine(dataDate))}`;
}
