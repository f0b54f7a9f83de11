import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NODE_KINDS } from '../../src/model/graph.ts';
import { GROUND, INK, NODE_WORDS, type Theme } from '../../viz/look/kinds.ts';
import { PALETTE, type Palette } from '../../viz/look/palette.ts';

/** Relative luminance of `#rrggbb`, by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours of base.css: `--ink: light-dark(#1c2430, #e8ecf2)`. */
const STYLES = new Map(
  [
    ...readFileSync('viz/styles/base.css', 'utf8').matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);
const THEMES: Theme[] = ['light', 'dark'];

describe.each(THEMES)('in the %s theme', (theme) => {
  const palette = PALETTE[theme];
  const grounds = [palette.ground, palette.surface, palette.raised];

  test.each(NODE_KINDS)('the mark of a node stands out 3:1 from every ground: %s', (kind) => {
    for (const ground of grounds) expect(contrast(NODE_WORDS[kind].colour[theme], ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(['edge', 'accent', 'good', 'danger'] as const)('lines and signs stand out 3:1: %s', (name) => {
    for (const ground of grounds) expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(['ink', 'quiet', 'accent', 'good', 'danger'] as const)('text stands out 4.5:1: %s', (name) => {
    for (const ground of grounds) expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['ink', 'quiet', 'accent', 'danger'])('text of the page stands out 4.5:1: --%s', (name) => {
    for (const ground of ['ground', 'surface', 'raised']) {
      expect(contrast(STYLES.get(name)![theme], STYLES.get(ground)![theme])).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('drawings have the colours of the page', () => {
    const same: (keyof Palette)[] = ['ground', 'surface', 'raised', 'ink', 'quiet', 'line', 'accent', 'danger'];
    for (const name of same) expect([name, palette[name]]).toEqual([name, STYLES.get(name)?.[theme]]);
    expect([GROUND[theme], INK[theme]]).toEqual([palette.ground, palette.ink]);
    for (const kind of NODE_KINDS)
      expect([kind, STYLES.get(kind)?.[theme]]).toEqual([kind, NODE_WORDS[kind].colour[theme]]);
  });
});

test('kinds of nodes differ by shape, not by colour alone', () => {
  expect(new Set(NODE_KINDS.map((kind) => NODE_WORDS[kind].shape)).size).toBe(NODE_KINDS.length);
});
