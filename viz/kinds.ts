import type { EdgeKind, NodeKind } from '../src/model/graph.ts';

/** The marks of the map; the order is the shader's numbering. */
export const SHAPES = ['circle', 'diamond', 'square', 'hexagon', 'ring', 'triangle', 'cross'] as const;
export type Shape = (typeof SHAPES)[number];

export type Theme = 'light' | 'dark';

export interface KindWords {
  one: string;
  many: string;
  shape: Shape;
  colour: Record<Theme, string>;
}

/** How each kind of node is named and drawn. Colours keep 3:1 against the map's ground in both themes. */
export const NODE_WORDS: Record<NodeKind, KindWords> = {
  article: { one: 'Article', many: 'Articles', shape: 'circle', colour: { light: '#2b6cd4', dark: '#6ba6ff' } },
  fix: { one: 'Named fix', many: 'Named fixes', shape: 'diamond', colour: { light: '#b01a86', dark: '#f58fd6' } },
  file: { one: 'File', many: 'Files', shape: 'square', colour: { light: '#737b88', dark: '#98a2b3' } },
  product: { one: 'Product', many: 'Products', shape: 'hexagon', colour: { light: '#0b8268', dark: '#45c8a3' } },
  family: {
    one: 'Product family',
    many: 'Product families',
    shape: 'ring',
    colour: { light: '#0a6b57', dark: '#7fe0c3' },
  },
  'service-pack': {
    one: 'Service pack',
    many: 'Service packs',
    shape: 'triangle',
    colour: { light: '#b35900', dark: '#f5a95c' },
  },
  cve: { one: 'CVE', many: 'CVEs', shape: 'cross', colour: { light: '#c22f3d', dark: '#ff7f8a' } },
};

/** The map's ground in each theme. */
export const GROUND: Record<Theme, string> = { light: '#f7f8fa', dark: '#12161c' };
export const INK: Record<Theme, string> = { light: '#1c2430', dark: '#e8ecf2' };

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

export type Direction = 'out' | 'in';

/** The order of the panel's groups: what a person at an old machine asks first stands first. */
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
