import { openStore } from '../../store/open-store.ts';
import type { GraphFlags } from '../commands/flags.ts';
import type { Context } from '../context.ts';
import { printable } from '../terminal/printable.ts';

/** Checks every record and section of a store; a damaged one is wrong use, with a sentence that says where. */
export async function runVerify(this: Context, flags: GraphFlags): Promise<void> {
  const store = openStore(flags.graph);
  try {
    const result = store.verify();
    if (flags.json) await this.out.writeJson(result);
    else await this.out.write(`${this.out.colors.green('✓')} ${printable(flags.graph)} is whole.\n`);
  } finally {
    store.close();
  }
}
