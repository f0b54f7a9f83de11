import { showDirectionMarks } from '../article/evidence-spans.ts';
import { NODE_WORDS, type Theme } from '../look/kinds.ts';
import { SHAPE_PATHS } from '../look/mark.ts';
import type { Palette } from '../look/palette.ts';
import { fitLines } from '../page/fit-lines.ts';
import { s } from '../page/svg.ts';
import { nodeAddress } from '../state/address.ts';
import { drawSign } from './draw-signs.ts';
import { BOX, type BoxTone, type PlacedBox, type PlacedWay, WAY } from './picture.ts';

/** Room for letters within a box, in pixels. */
const ROOM = { head: BOX.width - 40, line: BOX.width - 22, way: BOX.width - WAY.indent - 20 };
interface BoxLook {
  fill: string;
  stroke: string;
  width: number;
  dash: string | null;
}

function lookOf(tone: BoxTone, palette: Palette): BoxLook {
  const look = { fill: palette.surface, stroke: palette.edge, width: 1, dash: null };
  if (tone === 'asked') return { ...look, stroke: palette.accent, width: 3 };
  if (tone === 'current') return { ...look, stroke: palette.good, width: 3 };
  if (tone === 'absent') return { ...look, fill: palette.raised, dash: '3 4' };
  if (tone === 'danger') return { ...look, stroke: palette.danger, width: 2 };
  if (tone === 'done') return { ...look, fill: palette.raised };
  return tone === 'fold' ? { ...look, fill: palette.raised } : look;
}

function noteColour(tone: BoxTone, palette: Palette): string {
  if (tone === 'danger') return palette.danger;
  if (tone === 'current') return palette.good;
  return tone === 'asked' ? palette.accent : palette.quiet;
}

export interface BoxDrawing {
  palette: Palette;
  /** The colour below it. */
  ground: string;
  theme: Theme;
  isPicked: boolean;
  /** What a box does; null where it is a link to its node. */
  act: ((key: string) => void) | null;
}

/** Draws a box with the signs on it. */
export function drawBox(box: PlacedBox, { palette, ground, theme, isPicked, act }: BoxDrawing): SVGElement {
  const look = lookOf(box.tone, palette);
  const words = NODE_WORDS[box.kind];
  const rect = (x: number, y: number) =>
    s('rect', {
      x,
      y,
      width: BOX.width,
      height: BOX.height,
      rx: 8,
      fill: isPicked ? palette.raised : look.fill,
      stroke: isPicked ? palette.accent : look.stroke,
      'stroke-width': isPicked ? 3 : look.width,
      'stroke-dasharray': look.dash,
      class: 'box',
    });
  const parts = [
    s('title', {}, box.words),
    box.tone === 'fold' && rect(box.x + 6, box.y + 6),
    box.tone === 'fold' && rect(box.x + 3, box.y + 3),
    rect(box.x, box.y),
    s('path', {
      d: SHAPE_PATHS[words.shape],
      'fill-rule': 'evenodd',
      fill: words.colour[theme],
      transform: `translate(${box.x + 11} ${box.y + 11}) scale(0.75)`,
    }),
    ...lines(box, palette),
    box.restart && drawRestart(box, box.restart, palette, ground),
  ];
  if (act !== null) return button(box.key, isPicked, () => act(box.key), parts);
  if (box.node !== null) {
    return s('a', { href: nodeAddress(box.node), 'data-node': box.node, 'data-box': box.key, class: 'node' }, ...parts);
  }
  return s('g', { 'data-box': box.key, role: 'img', 'aria-label': box.words }, ...parts);
}

/** Draws what could stand in a box's place, below it. */
export function drawWay(way: PlacedWay, { palette, isPicked, act }: BoxDrawing): SVGElement {
  const [head = ''] = fitLines(showDirectionMarks(way.head), { room: ROOM.way, lines: 1, size: 12, weight: 600 });
  const [note = ''] = fitLines(showDirectionMarks(way.note), { room: ROOM.way, lines: 1, size: 11, weight: 400 });
  const text = (down: number, attributes: Record<string, string | number>, words: string) =>
    s('text', { x: way.x + 10, y: way.y + down, fill: palette.quiet, ...attributes }, words);
  const parts = [
    s('title', {}, way.words),
    s('rect', {
      x: way.x,
      y: way.y,
      width: way.width,
      height: way.height,
      rx: 7,
      fill: palette.raised,
      stroke: isPicked ? palette.accent : palette.edge,
      'stroke-width': isPicked ? 3 : 1,
      'stroke-dasharray': isPicked ? null : '3 4',
      class: 'box',
    }),
    s(
      'text',
      { x: way.x - 7, y: way.y + way.height / 2 + 4, 'font-size': 11.5, 'text-anchor': 'end', fill: palette.quiet },
      'or',
    ),
    text(16, { 'font-size': 12, 'font-weight': 600 }, head),
    text(32, { 'font-size': 11 }, note),
  ];
  return act === null
    ? s('g', { 'data-box': way.key, role: 'img', 'aria-label': way.words }, ...parts)
    : button(way.key, isPicked, () => act(way.key), parts, 'node way');
}

function button(
  key: string,
  isPicked: boolean,
  act: () => void,
  parts: (SVGElement | false | null | undefined)[],
  style = 'node',
): SVGGElement {
  return s(
    'g',
    {
      role: 'button',
      tabindex: -1,
      'data-box': key,
      'aria-pressed': isPicked ? 'true' : null,
      class: style,
      onclick: act,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        act();
      },
    },
    ...parts,
  );
}

/** The name, up to two lines of the title and the note, each cut to what fits; an alert stands before the note. */
function lines(box: PlacedBox, palette: Palette): SVGElement[] {
  const [head = ''] = fitLines(showDirectionMarks(box.head), { room: ROOM.head, lines: 1, size: 13, weight: 600 });
  const titleRoom = ROOM.line - (box.restart ? 9 : 0);
  const title = fitLines(showDirectionMarks(box.title), { room: titleRoom, lines: 2, size: 11.5, weight: 400 });
  const alert = showDirectionMarks(box.alert?.text ?? '');
  const note = showDirectionMarks([alert, box.note].filter(Boolean).join(' · '));
  const indent = alert === '' ? 11 : 27;
  const [line = ''] = fitLines(note, { room: ROOM.line + 11 - indent, lines: 1, size: 11, weight: 400 });
  const text = (down: number, x: number, attributes: Record<string, string | number>, ...words: (string | Node)[]) =>
    s('text', { x: box.x + x, y: box.y + down, ...attributes }, ...words);
  const told = { 'font-size': 11, fill: noteColour(box.tone, palette) };
  return [
    text(20, 29, { 'font-size': 13, 'font-weight': 600, fill: palette.ink }, head),
    ...title.map((each, place) => text(37 + 14 * place, 11, { 'font-size': 11.5, fill: palette.ink }, each)),
    ...(box.alert
      ? [
          s(
            'g',
            { class: 'alert' },
            s('title', {}, box.alert.words),
            s('g', { transform: `translate(${box.x + 17.5} ${box.y + 65})` }, drawSign('alert', palette)),
            text(
              69,
              indent,
              told,
              s('tspan', { fill: palette.danger }, line.slice(0, alert.length)),
              line.slice(alert.length),
            ),
          ),
        ]
      : [text(69, 11, told, line)]),
  ];
}

/** A sign on the right edge of a box, where what comes after it begins. */
function drawRestart(
  { x, y, goesOn }: PlacedBox,
  { is, text, words }: NonNullable<PlacedBox['restart']>,
  palette: Palette,
  ground: string,
): SVGGElement {
  return s(
    'g',
    { class: 'restart', transform: `translate(${x + BOX.width} ${y + BOX.height / 2})` },
    s('title', {}, words),
    drawSign(is, palette),
    s(
      'text',
      {
        x: 16,
        y: { nowhere: 4, up: 29, level: 17, down: -20 }[goesOn],
        'font-size': 11,
        fill: palette.quiet,
        stroke: ground,
        'stroke-width': 3,
        'paint-order': 'stroke',
      },
      text,
    ),
  );
}
