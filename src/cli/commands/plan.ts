import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, given, graphFlags } from './flags.ts';

export interface PlanFlags extends GraphFlags {
  have?: string[];
  product?: string;
  stated?: boolean;
}

/** `kbgraph plan`: what to install, in order. */
export const plan = buildCommand<PlanFlags, string[], Context>({
  loader: async () => (await import('../run/plan.ts')).runPlan,
  parameters: {
    flags: {
      ...graphFlags,
      have: {
        kind: 'parsed',
        parse: String,
        placeholder: 'NAME',
        brief: "What is there: 'Windows NT 4.0 SP3', Q241041; once or more",
        variadic: true,
        optional: true,
      },
      product: {
        kind: 'parsed',
        parse: String,
        placeholder: 'NAME',
        brief: "Plan for this one, such as 'Exchange Server 5.5'",
        optional: true,
      },
      stated: given('Leave out what is inferred'),
    },
    positional: {
      kind: 'array',
      parameter: { parse: String, placeholder: 'ID', brief: 'Articles, named fixes or service packs' },
      minimum: 1,
    },
  },
  docs: {
    brief: 'Plan what to install, in order, to get fixes onto a machine',
    fullDescription: `Prints a runbook: what to install in which order and why, which restarts it takes, what to check,
how to undo it, and what is known to go wrong. The least packages are chosen, then the fewest
restarts; other ways are listed. Without --have and --product there is a plan for each product.

Examples:
  kbgraph plan 179129 --have "Windows NT 4.0 SP3"
  kbgraph plan Q260695 Q254682 --have "Exchange Server 5.5 SP3" --have "Windows NT 4.0 SP6a"
  kbgraph plan 817765 --product "Windows XP"
  kbgraph plan teardrop2-fix --have "Windows NT 4.0" --stated --json`,
  },
});
