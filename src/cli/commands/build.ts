import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { DEFAULT_STORE, given, pathsToRead } from './flags.ts';

export interface BuildFlags {
  out: string;
  json?: boolean;
  verbose?: boolean;
}

/** `kbgraph build`: paths into a store. */
export const build = buildCommand<BuildFlags, string[], Context>({
  loader: async () => (await import('../run/build.ts')).runBuild,
  parameters: {
    flags: {
      out: {
        kind: 'parsed',
        parse: String,
        placeholder: 'FILE',
        brief: 'Where to write it; replaced whole, or not at all',
        default: DEFAULT_STORE,
      },
      json: given('Print the report as JSON'),
      verbose: given('List every diagnostic, not only the first of each rule'),
    },
    positional: pathsToRead,
  },
  docs: {
    brief: 'Build the graph of files, folders and archives into one file',
    fullDescription: `Reads all paths into one graph, with the articles' text, a search index and a map, and prints
what it read, what it could not read, and what the graph holds. A bad file among good ones is
listed and skipped.

Examples:
  kbgraph build articles/
  kbgraph build kbarchive/txt notes.zip --out kb.db
  kbgraph build articles/ --json > report.json`,
  },
});
