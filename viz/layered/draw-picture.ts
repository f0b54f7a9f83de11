import { showDirectionMarks } from '../article/evidence-spans.ts';
import { NODE_WORDS, type Theme } from '../look/kinds.ts';
import { SHAPE_PATHS } from '../look/mark.ts';
import { PALETTE, type Palette } from '../look/palette.ts';
import { fitLines } from '../page/fit-lines.ts';
import { drawing, s } from '../page/svg.ts';
import { nodeAddress } from '../state/address.ts';
import {
  type ArrowDash,
  arrowPath,
  BOX,
  type BoxTone,
  type PlacedArrow,
  type PlacedBox,
  type PlacedPicture,
} from './picture.ts';

export const DASHES: Record<ArrowDash, string | null> = { solid: null, dashed: '7 5', dotted: '1.5 4.5' };
/** Room for letters within a box, in pixels. */
const ROOM = { head: BOX.width - 40, line: BOX.width - 22 };

export interface PictureActions {
  onArrow(key: string): void;
  onFold(key: string): void;
}

/** Draws a placed picture; everything that tells is in the element itself, so that it can be saved as it stands. */
export function drawPicture(
  picture: PlacedPicture,
  { theme, label, picked }: { theme: Theme; label: string; picked: string | null },
  actions: PictureActions,
): SVGSVGElement {
  const palette = PALETTE[theme];
  const svg = drawing(picture, label);
  for (const [index, lane] of picture.lanes.entries()) {
    const group = s('g', lane.title === '' ? {} : { 'aria-label': lane.title, role: 'group' });
    group.append(
      s('rect', {
        x: 0,
        y: lane.y,
        width: picture.width,
        height: lane.height,
        fill: index % 2 === 0 ? palette.ground : palette.surface,
      }),
    );
    if (lane.title !== '') {
      group.append(
        s(
          'text',
          { x: 20, y: lane.y + 27, 'font-size': 14, class: 'lane-title' },
          s('tspan', { 'font-weight': 600, fill: palette.ink }, lane.title),
          lane.note !== '' && s('tspan', { fill: palette.quiet, dx: 10 }, lane.note),
        ),
      );
    }
    const over = s('g');
    for (const arrow of lane.arrows) {
      const isPicked = arrow.key === picked;
      group.append(drawArrow(arrow, palette, isPicked, actions));
      over.append(drawLabel(arrow, palette, lane.y % 2 === 0 ? palette.ground : palette.surface));
    }
    group.append(over, ...lane.boxes.map((box) => drawBox(box, palette, theme, actions)));
    svg.append(group);
  }
  return svg;
}

function drawArrow(arrow: PlacedArrow, palette: Palette, isPicked: boolean, { onArrow }: PictureActions): SVGGElement {
  const path = arrowPath(arrow.points);
  const end = arrow.points[arrow.points.length - 1]!;
  const colour = isPicked ? palette.accent : arrow.closesCycle ? palette.danger : palette.edge;
  const back = arrow.closesCycle ? 1 : -1;
  const act = () => onArrow(arrow.key);
  return s(
    'g',
    {
      class: 'arrow',
      role: 'button',
      tabindex: -1,
      'data-key': arrow.key,
      'aria-label': arrow.words,
      onclick: act,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        act();
      },
    },
    s('title', {}, arrow.words),
    s('path', { d: path, fill: 'none', stroke: 'transparent', 'stroke-width': 14 }),
    s('path', {
      d: path,
      fill: 'none',
      stroke: colour,
      'stroke-width': isPicked ? 3 : 1.8,
      'stroke-linecap': 'round',
      'stroke-dasharray': DASHES[arrow.dash],
      class: 'line',
    }),
    s('path', {
      d: `M${end.x} ${end.y}l${9 * back} -5v10z`,
      fill: colour,
    }),
  );
}

function drawLabel({ label, labelAt, closesCycle }: PlacedArrow, palette: Palette, ground: string): SVGTextElement {
  return s(
    'text',
    {
      x: labelAt.x,
      y: closesCycle ? labelAt.y + 22 : labelAt.y,
      'text-anchor': labelAt.anchor,
      'font-size': 11,
      fill: closesCycle ? palette.danger : palette.quiet,
      stroke: ground,
      'stroke-width': 3,
      'paint-order': 'stroke',
      'pointer-events': 'none',
      'aria-hidden': 'true',
    },
    label,
  );
}

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

function drawBox(box: PlacedBox, palette: Palette, theme: Theme, { onFold }: PictureActions): SVGElement {
  const look = lookOf(box.tone, palette);
  const words = NODE_WORDS[box.kind];
  const rect = (x: number, y: number) =>
    s('rect', {
      x,
      y,
      width: BOX.width,
      height: BOX.height,
      rx: 8,
      fill: look.fill,
      stroke: look.stroke,
      'stroke-width': look.width,
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
  ];
  if (box.node !== null) {
    return s(
      'a',
      {
        href: nodeAddress(box.node),
        'data-node': box.node,
        'data-box': box.key,
        class: 'node',
      },
      ...parts,
    );
  }
  // What is there already leads nowhere.
  if (box.tone !== 'fold') return s('g', { 'data-box': box.key, role: 'img', 'aria-label': box.words }, ...parts);
  const act = () => onFold(box.key);
  return s(
    'g',
    {
      role: 'button',
      tabindex: 0,
      'data-box': box.key,
      class: 'node',
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

function noteColour(tone: BoxTone, palette: Palette): string {
  if (tone === 'danger') return palette.danger;
  if (tone === 'current') return palette.good;
  return tone === 'asked' ? palette.accent : palette.quiet;
}

/** The name, up to two lines of the title and the note, each cut to what fits. */
function lines(box: PlacedBox, palette: Palette): SVGTextElement[] {
  const [head = ''] = fitLines(showDirectionMarks(box.head), { room: ROOM.head, lines: 1, size: 13, weight: 600 });
  const title = fitLines(showDirectionMarks(box.title), { room: ROOM.line, lines: 2, size: 11.5, weight: 400 });
  const [note = ''] = fitLines(showDirectionMarks(box.note), { room: ROOM.line, lines: 1, size: 11, weight: 400 });
  const text = (down: number, indent: number, attributes: Record<string, string | number>, words: string) =>
    s('text', { x: box.x + indent, y: box.y + down, ...attributes }, words);
  return [
    text(20, 29, { 'font-size': 13, 'font-weight': 600, fill: palette.ink }, head),
    ...title.map((line, place) => text(37 + 14 * place, 11, { 'font-size': 11.5, fill: palette.ink }, line)),
    text(69, 11, { 'font-size': 11, fill: noteColour(box.tone, palette) }, note),
  ];
}
