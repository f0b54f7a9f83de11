import { buildCommand } from '@stricli/core';
import { UsageError } from '../../model/diagnostic.ts';
import { CHAIN_DIRECTIONS, CHAIN_TIERS, type ChainDirection, type ChainTier } from '../../query/walk-options.ts';
import type { Context } from '../context.ts';
import { type GraphFlags, given, graphFlags, wholeNumber } from './flags.ts';

export interface ChainFlags extends GraphFlags {
  product?: string;
  tier?: ChainTier;
  stated?: boolean;
  direction?: ChainDirection;
  limit?: number;
}

/** `kbgraph chain`: what something replaces and what replaces it, onward. */
export const chain = buildCommand<ChainFlags, [string], Context>({
  loader: async () => (await import('../run/chain.ts')).runChain,
  parameters: {
    flags: {
      ...graphFlags,
      product: {
        kind: 'parsed',
        parse: String,
        placeholder: 'NAME',
        brief: "Only for this one: 'Windows NT 4.0 SP3'",
        optional: true,
      },
      tier: {
        kind: 'parsed',
        parse: readTier,
        placeholder: 'TIER',
        brief: 'exact, platform or unscoped: how far to leave it',
        optional: true,
      },
      stated: given('Leave out what is inferred'),
      direction: {
        kind: 'enum',
        values: CHAIN_DIRECTIONS,
        brief: 'What it replaces, what replaces it, or both',
        optional: true,
      },
      limit: {
        kind: 'parsed',
        parse: wholeNumber('--limit', 1, 1_000_000),
        placeholder: 'N',
        brief: 'How many to list at most in each direction',
        optional: true,
      },
    },
    positional: {
      kind: 'tuple',
      parameters: [{ parse: String, placeholder: 'ID', brief: 'An article, a named fix or a service pack' }],
    },
  },
  docs: {
    brief: 'Show what replaced something, onward to what is current, and what it replaced itself',
    fullDescription: `Walks from replacement to replacement, and says of each step who states it or how it was inferred.
Without --product the answer is given for each product of the article. With it, --tier says how
far a step may leave the product: not at all (exact), within what is serviced with it (platform,
which is the default), or anywhere (unscoped).

Examples:
  kbgraph chain Q179129
  kbgraph chain Q179129 --product "Windows NT 3.51"
  kbgraph chain Lsa2-fix --direction newer
  kbgraph chain "Windows NT 4.0 SP4" --stated --json`,
  },
});

function readTier(text: string): ChainTier {
  const tier = CHAIN_TIERS.find((known) => known === text.toLowerCase());
  if (tier !== undefined) return tier;
  throw new UsageError('unknown-tier', `--tier is one of ${CHAIN_TIERS.join(', ')}, not '${text}'.`);
}
