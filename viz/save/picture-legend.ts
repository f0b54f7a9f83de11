import type { NodeKind } from '../../src/model/graph.ts';
import { DASHES } from '../layered/draw-picture.ts';
import { NODE_WORDS, type Theme } from '../look/kinds.ts';
import { SHAPE_PATHS } from '../look/mark.ts';
import { PALETTE } from '../look/palette.ts';
import { s } from '../page/svg.ts';
import type { LineSample } from '../views/view.ts';

const ROW = 24;
const LETTER = 7;
const LEFT = 20;
/** The first row's middle. */
const TOP = 18;

/** What marks and lines of a picture say, in rows of at most `width` pixels; `lines` null where dashes tell what edges rest on. */
export function pictureLegend(
  kinds: readonly NodeKind[],
  lines: readonly LineSample[] | null,
  { width, theme }: { width: number; theme: Theme },
): { element: SVGGElement; height: number } {
  const palette = PALETTE[theme];
  const element = s('g', { 'font-size': 12, fill: palette.quiet });
  let [x, y] = [LEFT, TOP];
  /** Makes room for a sample that is so wide, with its words. */
  const add = (sample: number, words: string, draw: (x: number, y: number) => SVGElement): void => {
    const length = sample + 8 + words.length * LETTER + 18;
    if (x > LEFT && x + length > width) [x, y] = [LEFT, y + ROW];
    element.append(draw(x, y), s('text', { x: x + sample + 8, y: y + 4 }, words));
    x += length;
  };
  for (const kind of kinds) {
    const { one, shape, colour } = NODE_WORDS[kind];
    add(12, one, (left, middle) =>
      s('path', {
        d: SHAPE_PATHS[shape],
        'fill-rule': 'evenodd',
        fill: colour[theme],
        transform: `translate(${left} ${middle - 6}) scale(0.75)`,
      }),
    );
  }
  for (const { words, colour, dash, isOpen } of lines ?? linesOfBases(palette.edge)) {
    add(30, words, (left, middle) =>
      s(
        'g',
        { stroke: colour, fill: 'none' },
        s('path', {
          d: `M${left} ${middle}h${isOpen ? 22 : 30}`,
          'stroke-width': 2,
          'stroke-dasharray': dash,
          // Round ends would close the gaps of short dashes.
          'stroke-linecap': lines === null ? 'round' : null,
        }),
        isOpen && s('path', { d: `M${left + 30} ${middle}l-8 3.6v-7.2z` }),
      ),
    );
  }
  return { element, height: y + ROW / 2 };
}

function linesOfBases(colour: string): LineSample[] {
  return [
    { words: 'stated', colour, dash: DASHES.solid },
    { words: 'inferred', colour, dash: DASHES.dashed },
    { words: 'assumed, or order only', colour, dash: DASHES.dotted },
  ];
}
