import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, graphFlags, type ServeFlags, serveFlags } from './flags.ts';

/** `kbgraph serve`: the explorer and the HTTP API of a store. */
export const serve = buildCommand<ServeFlags & Pick<GraphFlags, 'graph'>, [], Context>({
  loader: async () => (await import('../run/serve.ts')).runServe,
  parameters: { flags: { graph: graphFlags.graph, ...serveFlags } },
  docs: {
    brief: 'Serve the explorer and the HTTP API of a graph',
    fullDescription: `Prints the address and serves until it is interrupted (Ctrl+C).

Examples:
  kbgraph serve
  kbgraph serve --graph kb.db --port 8080`,
  },
});
