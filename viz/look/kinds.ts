import type { NodeKind } from '../../src/model/graph.ts';

export { type Direction, EDGE_WORDS, GROUP_ORDER } from '../../src/model/edge-words.ts';

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
