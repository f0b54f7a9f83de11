import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { given, pathsToRead, type ServeFlags, serveFlags } from './flags.ts';

export interface StartFlags extends ServeFlags {
  noOpen?: boolean;
}

/** `kbgraph start`: builds paths and serves them, in one step; what `npm start` runs. */
export const start = buildCommand<StartFlags, string[], Context>({
  loader: async () => (await import('../run/start.ts')).runStart,
  parameters: {
    flags: {
      ...serveFlags,
      noOpen: given('Open no browser, not even on a desktop'),
    },
    positional: pathsToRead,
  },
  docs: {
    brief: 'Build paths into a temporary graph and open the explorer on it',
    fullDescription: `Builds, serves and opens a browser on an interactive desktop. The graph is temporary: to keep it,
use 'kbgraph build' and 'kbgraph serve'.

Examples:
  kbgraph start data
  kbgraph start my-articles.zip --port 8080 --no-open`,
  },
});
