import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, graphFlags } from './flags.ts';

/** `kbgraph verify`: checks every record of a store. */
export const verify = buildCommand<GraphFlags, [], Context>({
  loader: async () => (await import('../run/verify.ts')).runVerify,
  parameters: { flags: graphFlags },
  docs: {
    brief: 'Check a graph file against its checksums',
    fullDescription: `Reads the whole file and compares every record and section with its checksum. A damaged file is
refused with a sentence that says where.

Examples:
  kbgraph verify
  kbgraph verify --graph kb.db --json`,
  },
});
