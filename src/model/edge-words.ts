import type { EdgeKind } from './graph.ts';

/** How each kind of edge reads from its source (`out`) and from its target (`in`). */
export const EDGE_WORDS: Record<EdgeKind, { out: string; in: string }> = {
  supersedes: { out: 'Replaces', in: 'Replaced by' },
  requires: { out: 'Requires', in: 'Required by' },
  'fixed-in': { out: 'First corrected in', in: 'Corrects' },
  'broken-by': { out: 'Appears after installing', in: 'Known to cause' },
  includes: { out: 'Includes', in: 'Included in' },
  publishes: { out: 'Publishes the fix', in: 'Published by' },
  'service-pack-of': { out: 'Service pack of', in: 'Service packs' },
  'part-of': { out: 'Part of', in: 'Members' },
  'applies-to': { out: 'Applies to', in: 'Articles that apply to it' },
  ships: { out: 'Ships files', in: 'Shipped by' },
  'contains-newer': { out: 'Has newer builds than', in: 'Newer builds are in' },
  'same-build': { out: 'Ships the same builds as', in: 'Same builds are in' },
  addresses: { out: 'Addresses', in: 'Addressed by' },
  references: { out: 'Refers to', in: 'Referred to by' },
  mentions: { out: 'Mentions', in: 'Mentioned by' },
};

/** `out` leaves the node that is looked at, `in` arrives there. */
export type Direction = 'out' | 'in';

/** The order in which a node's edges are told: what a person at an old machine asks first stands first. */
export const GROUP_ORDER: readonly (readonly [EdgeKind, Direction])[] = [
  ['supersedes', 'in'],
  ['supersedes', 'out'],
  ['broken-by', 'in'],
  ['broken-by', 'out'],
  ['requires', 'out'],
  ['fixed-in', 'out'],
  ['includes', 'in'],
  ['publishes', 'out'],
  ['publishes', 'in'],
  ['includes', 'out'],
  ['service-pack-of', 'out'],
  ['part-of', 'out'],
  ['service-pack-of', 'in'],
  ['part-of', 'in'],
  ['ships', 'out'],
  ['applies-to', 'out'],
  ['requires', 'in'],
  ['fixed-in', 'in'],
  ['addresses', 'out'],
  ['addresses', 'in'],
  ['references', 'out'],
  ['references', 'in'],
  ['contains-newer', 'out'],
  ['contains-newer', 'in'],
  ['same-build', 'out'],
  ['same-build', 'in'],
  ['mentions', 'out'],
  ['mentions', 'in'],
  ['ships', 'in'],
  ['applies-to', 'in'],
];
