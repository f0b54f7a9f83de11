import { describe, expect, test } from 'vitest';
import { EDGE_KINDS, NODE_KINDS } from '../../src/model/graph.ts';
import { EDGE_WORDS, GROUND, GROUP_ORDER, NODE_WORDS, type Theme } from '../../viz/look/kinds.ts';
import {
  arrowLook,
  blend,
  edgeColour,
  edgeLook,
  type Light,
  type MapNode,
  nodeLook,
  shortLabel,
} from '../../viz/look/looks.ts';

const LIGHT: Light = {
  theme: 'light',
  selected: null,
  neighbours: null,
  hiddenKinds: new Set(),
  spacing: 9,
  dense: false,
};
const NODE: MapNode = { id: 'article:100', kind: 'article', label: 'A title', importance: 0.2 };

/** WCAG's contrast ratio of two `#rrggbb` colours. */
function contrast(first: string, second: string): number {
  const [a, b] = [first, second].map((colour) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe('kinds', () => {
  const themes: Theme[] = ['light', 'dark'];

  test.each(themes)('every mark and every loud edge stands out 3:1 from the ground of the %s theme', (theme) => {
    for (const kind of NODE_KINDS) {
      expect(contrast(NODE_WORDS[kind].colour[theme], GROUND[theme]), kind).toBeGreaterThanOrEqual(3);
    }
    for (const kind of EDGE_KINDS) {
      const arrow = arrowLook(
        { kind, source: 'a', target: 'b' },
        { ...LIGHT, theme },
        { source: 'fix', target: 'fix' },
      );
      expect(contrast(arrow.color, GROUND[theme]), kind).toBeGreaterThanOrEqual(3);
      expect(edgeColour(kind, theme)).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  test('no two kinds share a shape, so that colour is never the only difference', () => {
    expect(new Set(NODE_KINDS.map((kind) => NODE_WORDS[kind].shape)).size).toBe(NODE_KINDS.length);
  });

  test('every kind of edge has its place in the panel, in both directions', () => {
    const places = GROUP_ORDER.map(([kind, direction]) => `${kind} ${direction}`);
    const wanted = EDGE_KINDS.flatMap((kind) => [`${kind} out`, `${kind} in`]);
    expect(places.toSorted()).toEqual(wanted.toSorted());
    for (const kind of EDGE_KINDS) expect(EDGE_WORDS[kind].out).not.toBe('');
  });
});

describe('looks of nodes', () => {
  test('importance makes a mark larger', () => {
    const sizes = [0, 0.3, 0.7, 1].map((importance) => nodeLook({ ...NODE, importance }, LIGHT).size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });

  test('a hidden kind is hidden unless it is the selected node', () => {
    const light: Light = { ...LIGHT, hiddenKinds: new Set(['article']) };
    expect(nodeLook(NODE, light).hidden).toBe(true);
    expect(nodeLook(NODE, { ...light, selected: NODE.id }).hidden).toBe(false);
  });

  test('the selected node is ringed, its neighbours keep their colour, others fade and lose their names', () => {
    const light: Light = { ...LIGHT, selected: 'article:1', neighbours: new Set(['article:100']) };
    expect(nodeLook({ ...NODE, id: 'article:1' }, light).highlighted).toBe(true);
    expect(nodeLook(NODE, light).color).toBe(NODE_WORDS.article.colour.light);
    const far = nodeLook({ ...NODE, id: 'article:7' }, light);
    expect(far.label).toBeNull();
    expect(contrast(far.color, GROUND.light)).toBeLessThan(contrast(NODE_WORDS.article.colour.light, GROUND.light));
  });
});

describe('looks of edges', () => {
  test('an edge goes with a hidden end, an arrow stays with the selected node', () => {
    const light: Light = { ...LIGHT, selected: 'a', hiddenKinds: new Set(['article']) };
    const edge = { kind: 'ships', source: 'a', target: 'b' } as const;
    const kinds = { source: 'article', target: 'file' } as const;
    expect(edgeLook(edge, light, kinds).hidden).toBe(true);
    expect(arrowLook(edge, light, kinds).hidden).toBe(false);
  });
});

describe('names on the map', () => {
  test('an article goes by its number and title, others by their label', () => {
    expect(shortLabel(NODE)).toBe('100 A title');
    for (const label of ['', '100', 'KB100', 'Q100']) expect(shortLabel({ ...NODE, label })).toBe('100');
    expect(shortLabel({ ...NODE, id: 'file:ese.dll', kind: 'file', label: 'Ese.dll' })).toBe('Ese.dll');
  });

  test('a long title is cut', () => {
    expect(shortLabel({ ...NODE, label: 'word '.repeat(40) }).length).toBeLessThanOrEqual(42);
  });

  test('blending goes from the first colour to the second', () => {
    expect([blend('#000000', '#ffffff', 0), blend('#000000', '#ffffff', 0.5), blend('#000000', '#ffffff', 1)]).toEqual([
      '#000000',
      '#808080',
      '#ffffff',
    ]);
  });
});
