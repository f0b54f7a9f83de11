import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, given, graphFlags, wholeNumber } from './flags.ts';

export interface RelatedFlags extends GraphFlags {
  limit: number;
  unlinked?: boolean;
}

/** `kbgraph related`: articles that have to do with one. */
export const related = buildCommand<RelatedFlags, [string], Context>({
  loader: async () => (await import('../run/related.ts')).runRelated,
  parameters: {
    flags: {
      ...graphFlags,
      limit: {
        kind: 'parsed',
        parse: wholeNumber('--limit', 1, 1000),
        placeholder: 'N',
        brief: 'How many to list at most',
        default: '10',
      },
      unlinked: given('Leave out what it is joined with already'),
    },
    positional: {
      kind: 'tuple',
      parameters: [{ parse: String, placeholder: 'ID', brief: 'An article, or a fix that one describes' }],
    },
  },
  docs: {
    brief: 'List articles that have to do with one, with the reasons',
    fullDescription: `Ranks articles by citations, files, products, keywords and words that they have in common with one.

Examples:
  kbgraph related Q260695
  kbgraph related Q260695 --unlinked --limit 5
  kbgraph related Teardrop2-fix --json`,
  },
});
