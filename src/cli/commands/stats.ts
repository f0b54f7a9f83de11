import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, graphFlags } from './flags.ts';

/** `kbgraph stats`: what the graph holds and what could not be read. */
export const stats = buildCommand<GraphFlags, [], Context>({
  loader: async () => (await import('../run/stats.ts')).runStats,
  parameters: { flags: graphFlags },
  docs: {
    brief: 'Count what the graph holds, and what could not be read',
    fullDescription: `Prints how many articles, files, products and edges there are, how complete they are, and why some
input could not be read.

Examples:
  kbgraph stats
  kbgraph stats --graph kb.db --json`,
  },
});
