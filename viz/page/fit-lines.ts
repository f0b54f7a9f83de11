import { FONT } from '../look/palette.ts';

interface Fit {
  /** Pixels. */
  room: number;
  lines: number;
  size: number;
  weight: number;
}

let pen: CanvasRenderingContext2D | null | undefined;
/** Widths of single letters by font: a sum of them is near enough, and far quicker than measuring every text. */
const letters = new Map<string, Map<string, number>>();

/** Cuts a text into lines that fit; what does not fit into the last one ends in '…'. */
export function fitLines(text: string, { room, lines, size, weight }: Fit): string[] {
  const widthOf = letterWidths(size, weight);
  const fitted: string[] = [];
  // A title is never longer than this, whatever an article says.
  let rest = [...text.slice(0, 400).trim()];
  while (rest.length > 0 && fitted.length < lines) {
    const isLast = fitted.length === lines - 1;
    const widths = rest.map(widthOf);
    let fits = 0;
    let taken = 0;
    let fitsBeforeDots = 0;
    for (; fits < rest.length && taken + widths[fits]! <= room; fits++) {
      taken += widths[fits]!;
      if (taken + widthOf('…') <= room) fitsBeforeDots = fits + 1;
    }
    if (fits === rest.length) {
      fitted.push(rest.join(''));
      break;
    }
    if (isLast) {
      fitted.push(`${rest.slice(0, fitsBeforeDots).join('').trimEnd()}…`);
      break;
    }
    const space = rest.lastIndexOf(' ', fits);
    const end = space > fits / 2 ? space : Math.max(1, fits);
    fitted.push(rest.slice(0, end).join(''));
    rest = rest.slice(rest[end] === ' ' ? end + 1 : end);
  }
  return fitted;
}

function letterWidths(size: number, weight: number): (letter: string) => number {
  const font = `${weight} ${size}px ${FONT}`;
  const known = letters.get(font) ?? new Map<string, number>();
  letters.set(font, known);
  return (letter) => {
    let width = known.get(letter);
    if (width === undefined) {
      pen ??= document.createElement('canvas').getContext('2d');
      if (pen) pen.font = font;
      width = pen?.measureText(letter).width ?? size * 0.6;
      known.set(letter, width);
    }
    return width;
  };
}
