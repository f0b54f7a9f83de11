import type { NodeKind } from '../../src/model/graph.ts';
import { showDirectionMarks } from '../article/evidence-spans.ts';
import type { Theme } from '../look/kinds.ts';
import { FONT, PALETTE } from '../look/palette.ts';
import { s } from '../page/svg.ts';
import type { LineSample } from '../views/view.ts';
import { pictureLegend } from './picture-legend.ts';

const HEAD = 48;
const FOOT = 44;
const LEAST_WIDTH = 760;

export interface Frame {
  title: string;
  /** The line that says where the picture comes from. */
  source: string;
  kinds: readonly NodeKind[];
  /** What lines say; null where their dashes tell what they rest on. */
  lines: readonly LineSample[] | null;
  theme: Theme;
}

/** Puts a drawing into a frame with its title, a legend and the line that says where it comes from. */
export function framedPicture(drawing: SVGSVGElement, { title, source, kinds, lines, theme }: Frame): SVGSVGElement {
  const palette = PALETTE[theme];
  const inner = drawing.cloneNode(true) as SVGSVGElement;
  const own = { width: Number(drawing.getAttribute('width')), height: Number(drawing.getAttribute('height')) };
  const width = Math.max(LEAST_WIDTH, own.width);
  const legend = pictureLegend(kinds, lines, { width, theme });
  const height = HEAD + own.height + legend.height + FOOT;
  inner.setAttribute('y', String(HEAD));
  // What only a page can do is left behind.
  for (const element of inner.querySelectorAll('[tabindex]')) element.removeAttribute('tabindex');
  for (const link of inner.querySelectorAll('a')) link.removeAttribute('href');
  legend.element.setAttribute('transform', `translate(0 ${HEAD + own.height})`);
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': FONT,
    },
    s('rect', { width: '100%', height: '100%', fill: palette.ground }),
    s('text', { x: 20, y: 31, 'font-size': 18, 'font-weight': 600, fill: palette.ink }, showDirectionMarks(title)),
    inner,
    legend.element,
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
