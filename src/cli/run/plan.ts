import { plan } from '../../query/plan.ts';
import { resolveNode } from '../../query/resolve-node.ts';
import type { PlanFlags } from '../commands/plan.ts';
import type { Context } from '../context.ts';
import { formatPlan } from '../terminal/runbook.ts';
import { ask, notInGraph } from './ask.ts';

/** Prints what to install, in order, to get fixes onto a machine. */
export async function runPlan(this: Context, flags: PlanFlags, ...ids: string[]): Promise<void> {
  await ask(flags.graph, async (store) => {
    const missing = ids.find((id) => resolveNode(store, id) === null);
    if (missing !== undefined) throw notInGraph(store, flags.graph, missing);
    const { have = [], product, stated = false } = flags;
    const answer = plan(store, ids, { have, stated, ...(product !== undefined && { product }) });
    if (answer === null) throw notInGraph(store, flags.graph, ids[0] ?? '');
    if (flags.json) await this.out.writeJson(answer);
    else await this.out.write(formatPlan(answer, this.out));
  });
}
