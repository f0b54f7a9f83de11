import type { NodeKind } from '../../src/model/graph.ts';
import { showDirectionMarks } from '../article/evidence-spans.ts';
import { NODE_WORDS, type Theme } from '../look/kinds.ts';
import { SHAPE_PATHS } from '../look/mark.ts';
import { FONT, PALETTE } from '../look/palette.ts';
import { s } from '../page/svg.ts';

const HEAD = 48;
const FOOT = 74;
const LEAST_WIDTH = 760;

/** Puts a drawing into a frame with its title, a legend and the line that says where it comes from. */
export function framedPicture(
  drawing: SVGSVGElement,
  { title, source, kinds, theme }: { title: string; source: string; kinds: readonly NodeKind[]; theme: Theme },
): SVGSVGElement {
  const palette = PALETTE[theme];
  const inner = drawing.cloneNode(true) as SVGSVGElement;
  const own = { width: Number(drawing.getAttribute('width')), height: Number(drawing.getAttribute('height')) };
  const width = Math.max(LEAST_WIDTH, own.width);
  const height = HEAD + own.height + FOOT;
  inner.setAttribute('y', String(HEAD));
  // What only a page can do is left behind.
  for (const element of inner.querySelectorAll('[tabindex]')) element.removeAttribute('tabindex');
  for (const link of inner.querySelectorAll('a')) link.removeAttribute('href');
  const legend = s('g', { 'font-size': 12, fill: palette.quiet });
  let x = 20;
  for (const kind of kinds) {
    const { one, shape, colour } = NODE_WORDS[kind];
    legend.append(
      s('path', {
        d: SHAPE_PATHS[shape],
        'fill-rule': 'evenodd',
        fill: colour[theme],
        transform: `translate(${x} 12) scale(0.75)`,
      }),
      s('text', { x: x + 18, y: 22 }, one),
    );
    x += 34 + one.length * 7;
  }
  for (const [dash, words] of [
    [null, 'stated'],
    ['7 5', 'inferred'],
    ['1.5 4.5', 'assumed, or order only'],
  ] as const) {
    legend.append(
      s('path', {
        d: `M${x} 18h30`,
        stroke: palette.edge,
        'stroke-width': 2,
        'stroke-dasharray': dash,
        'stroke-linecap': 'round',
      }),
      s('text', { x: x + 38, y: 22 }, words),
    );
    x += 56 + words.length * 7;
  }
  legend.setAttribute('transform', `translate(0 ${HEAD + own.height + 6})`);
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: Math.max(width, x + 10),
      height,
      viewBox: `0 0 ${Math.max(width, x + 10)} ${height}`,
      'font-family': FONT,
    },
    s('rect', { width: '100%', height: '100%', fill: palette.ground }),
    s('text', { x: 20, y: 31, 'font-size': 18, 'font-weight': 600, fill: palette.ink }, showDirectionMarks(title)),
    inner,
    legend,
    s('text', { x: 20, y: height - 16, 'font-size': 12, fill: palette.quiet }, source),
  );
}

/** A picture as a file's text. */
export function svgText(picture: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

/** Pixels along the longer side that browsers still draw. */
const MOST_PIXELS = 8000;

/** A picture as PNG at twice its size, or as large as browsers draw. Rejects when the browser cannot draw it. */
export async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const width = Number(picture.getAttribute('width'));
  const height = Number(picture.getAttribute('height'));
  const scale = Math.min(2, MOST_PIXELS / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser could not draw the picture.'))));
  });
}
