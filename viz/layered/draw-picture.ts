import type { Theme } from '../look/kinds.ts';
import { PALETTE, type Palette } from '../look/palette.ts';
import { drawing, s } from '../page/svg.ts';
import { drawBox, drawWay } from './draw-box.ts';
import type { ArrowDash, PlacedArrow, PlacedPicture } from './picture.ts';

export const DASHES: Record<ArrowDash, string | null> = { solid: null, dashed: '7 5', dotted: '1.5 4.5' };

/** Bands go on beyond the picture, where its frame is wider. */
const BEYOND = 4000;

export interface PictureActions {
  onArrow(key: string): void;
  /** Opens what stands for several; absent where nothing does. */
  onFold?(key: string): void;
  /** What a box does that is no link to its node. */
  onBox?(key: string): void;
}

/** How a picture is drawn; `picked` is the key of a box, a way or an arrow. */
export interface PictureLooks {
  theme: Theme;
  label: string;
  picked: string | null;
}

/** Draws a placed picture; everything that tells is in the element itself, so that it can be saved as it stands. */
export function drawPicture(
  picture: PlacedPicture,
  { theme, label, picked }: PictureLooks,
  actions: PictureActions,
): SVGSVGElement {
  const palette = PALETTE[theme];
  const svg = drawing(picture, label);
  for (const [index, lane] of picture.lanes.entries()) {
    const ground = index % 2 === 0 ? palette.ground : palette.surface;
    const group = s('g', lane.title === '' ? {} : { 'aria-label': lane.title, role: 'group' });
    group.append(
      s('rect', {
        x: 0,
        y: lane.y,
        width: picture.width + BEYOND,
        height: lane.height,
        fill: ground,
      }),
    );
    if (lane.title !== '') {
      group.append(
        s(
          'text',
          { x: 20, y: lane.y + 27, 'font-size': 14, class: 'lane-title' },
          s('tspan', { 'font-weight': 600, fill: palette.ink }, lane.title),
          ...lane.note.map((line, at) =>
            at === 0
              ? s('tspan', { fill: palette.quiet, dx: 10 }, line)
              : s('tspan', { fill: palette.quiet, x: 20, y: lane.y + 27 + at * 18 }, line),
          ),
        ),
      );
    }
    const over = s('g');
    for (const arrow of lane.arrows) {
      const isPicked = arrow.key === picked;
      group.append(drawArrow(arrow, palette, isPicked, actions));
      over.append(drawLabel(arrow, palette, ground));
    }
    for (const box of lane.boxes) {
      const act = (box.tone === 'fold' ? actions.onFold : undefined) ?? actions.onBox ?? null;
      const look = { palette, ground, theme, act };
      over.append(
        drawBox(box, { ...look, isPicked: box.key === picked }),
        ...box.ways.map((way) => drawWay(way, { ...look, isPicked: way.key === picked })),
      );
    }
    group.append(over);
    svg.append(group);
  }
  return svg;
}

function drawArrow(arrow: PlacedArrow, palette: Palette, isPicked: boolean, { onArrow }: PictureActions): SVGGElement {
  const path = arrowPath(arrow.points);
  const end = arrow.points[arrow.points.length - 1]!;
  const colour = isPicked ? palette.accent : arrow.closesCycle ? palette.danger : palette.edge;
  const back = arrow.closesCycle ? 1 : -1;
  const words = arrow.closesCycle ? `${arrow.words} (this closes a loop)` : arrow.words;
  const act = () => onArrow(arrow.key);
  return s(
    'g',
    {
      class: 'arrow',
      role: 'button',
      tabindex: -1,
      'data-key': arrow.key,
      'aria-label': words,
      onclick: act,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        act();
      },
    },
    s('title', {}, words),
    s('path', { class: 'reach', d: path, fill: 'none', stroke: 'transparent', 'stroke-width': 14 }),
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
      y: labelAt.y,
      'text-anchor': labelAt.anchor,
      'font-size': 11,
      fill: closesCycle ? palette.danger : palette.quiet,
      stroke: ground,
      'stroke-width': 3,
      'paint-order': 'stroke',
      'pointer-events': 'none',
      'aria-hidden': 'true',
    },
    closesCycle ? `${label}, closes a loop` : label,
  );
}

/** The way of an arrow as an SVG path: level where it leaves and arrives. */
function arrowPath(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${round(first.x)} ${round(first.y)}`;
  let before = first;
  for (const point of rest) {
    const half = (before.x + point.x) / 2;
    path +=
      before.y === point.y
        ? `H${round(point.x)}`
        : `C${round(half)} ${round(before.y)} ${round(half)} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
    before = point;
  }
  return path;
}

const round = (number: number): number => Math.round(number * 10) / 10;
