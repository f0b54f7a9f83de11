// Apart from the queries that take them: a command line names them without loading the queries.

/** How far from the product a step of a chain may lead: not at all, within its platform, or anywhere. */
export const CHAIN_TIERS = ['exact', 'platform', 'unscoped'] as const;
export type ChainTier = (typeof CHAIN_TIERS)[number];

/** Towards what is replaced, towards what replaces, or both. */
export const CHAIN_DIRECTIONS = ['older', 'newer', 'both'] as const;
export type ChainDirection = (typeof CHAIN_DIRECTIONS)[number];

/** Whether the edges of a path are walked along their direction, against it, or either way. */
export const PATH_DIRECTIONS = ['any', 'out', 'in'] as const;
export type PathDirection = (typeof PATH_DIRECTIONS)[number];
