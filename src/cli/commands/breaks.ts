import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, given, graphFlags } from './flags.ts';

export interface BreaksFlags extends GraphFlags {
  stated?: boolean;
}

/** `kbgraph breaks`: what goes wrong after installing something, and what repairs it. */
export const breaks = buildCommand<BreaksFlags, [string], Context>({
  loader: async () => (await import('../run/breaks.ts')).runBreaks,
  parameters: {
    flags: { ...graphFlags, stated: given('Leave out what is inferred') },
    positional: {
      kind: 'tuple',
      parameters: [{ parse: String, placeholder: 'ID', brief: 'An article, a named fix or a service pack' }],
    },
  },
  docs: {
    brief: 'Tell what is known to go wrong after installing something, and what repairs it',
    fullDescription: `Tells both directions: the problems that appear after installing it, each with its repair where
one is known, and the problems of others that it repairs. What came with a service pack holds for
later ones until it is corrected in one.

Examples:
  kbgraph breaks Q254682
  kbgraph breaks "Windows NT 4.0 SP4"
  kbgraph breaks Teardrop2-fix --json`,
  },
});
