import { buildCommand } from '@stricli/core';
import type { Context } from '../context.ts';
import { type GraphFlags, given, graphFlags, wholeNumber } from './flags.ts';

export interface ShowFlags extends GraphFlags {
  text?: boolean;
  limit?: number;
}

/** `kbgraph show`: everything about one node. */
export const show = buildCommand<ShowFlags, [string], Context>({
  loader: async () => (await import('../run/show.ts')).runShow,
  parameters: {
    flags: {
      ...graphFlags,
      text: given("Print the article's text instead"),
      limit: {
        kind: 'parsed',
        parse: wholeNumber('--limit', 1, 100_000),
        placeholder: 'N',
        brief: 'How many edges of one kind to list at most',
        optional: true,
      },
    },
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: String, placeholder: 'ID', brief: 'Q260695, KB260695, 260695, or kind:key such as file:ese.dll' },
      ],
    },
  },
  docs: {
    brief: 'Show everything that the graph knows about an article, file, product or fix',
    fullDescription: `Prints the node and its edges, each with the sentence that states it or the rule that inferred it.

Examples:
  kbgraph show Q260695
  kbgraph show file:ese.dll --graph kb.db
  kbgraph show "service-pack:exchange-server-5.5-sp4" --json
  kbgraph show 260695 --text`,
  },
});
