import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, graphFlags, wholeNumber } from './flags.ts';

export interface SearchFlags extends GraphFlags {
  limit: number;
}

/** `kbgraph search`: nodes by id, name or words. */
export const search = buildCommand<SearchFlags, string[], Context>({
  loader: async () => (await import('../run/search.ts')).runSearch,
  parameters: {
    flags: {
      ...graphFlags,
      limit: {
        kind: 'parsed',
        parse: wholeNumber('--limit', 1, 1000),
        placeholder: 'N',
        brief: 'How many to list at most',
        default: '20',
      },
    },
    positional: {
      kind: 'array',
      parameter: {
        parse: String,
        placeholder: 'WORD',
        brief: 'An id, a file or product name, or words; typos are forgiven',
      },
      minimum: 1,
    },
  },
  docs: {
    brief: 'Find articles, files and products by id, name or words',
    fullDescription: `Looks in ids, names, titles and the articles' whole text, and forgives typos.

Examples:
  kbgraph search Q260695
  kbgraph search ese.dll
  kbgraph search tape driver stops --limit 5
  kbgraph search exchnage server --json`,
  },
});
