import { describe, expect, test } from 'vitest';
import { EDGE_KINDS, NODE_KINDS } from '../../src/model/graph.ts';
import { EDGE_WORDS, GROUND, GROUP_ORDER, NODE_WORDS, type Theme } from '../../viz/look/kinds.ts';
import { blend, edgeColour, markRadius, markScale, shortLabel } from '../../viz/look/looks.ts';

const NODE = { id: 'article:100', kind: 'article', label: 'A title' } as const;

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

  test.each(themes)('every mark and every edge stands out 3:1 from the ground of the %s theme', (theme) => {
    for (const kind of NODE_KINDS) {
      expect(contrast(NODE_WORDS[kind].colour[theme], GROUND[theme]), kind).toBeGreaterThanOrEqual(3);
    }
    for (const kind of EDGE_KINDS) {
      expect(contrast(edgeColour(kind, theme), GROUND[theme]), kind).toBeGreaterThanOrEqual(3);
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

describe('marks', () => {
  test('importance and room make a mark larger', () => {
    const byImportance = [0, 80, 170, 255].map((importance) => markRadius(importance, 1));
    expect(byImportance).toEqual(byImportance.toSorted((a, b) => a - b));
    const byRoom = [0, 1, 9, 20].map(markScale);
    expect(byRoom).toEqual(byRoom.toSorted((a, b) => a - b));
    expect(markScale(1e9)).toBeLessThan(2);
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
