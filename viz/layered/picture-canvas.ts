import './picture.css';
import type { Theme } from '../look/kinds.ts';
import { h } from '../page/dom.ts';
import { aroundPrinting } from '../page/printing.ts';
import { drawPicture, type PictureActions } from './draw-picture.ts';
import { BOX, MARGIN, type PictureLane, type PlacedPicture } from './picture.ts';
import { placePicture } from './place-picture.ts';

/** A picture that scrolls in its own frame; arrow keys walk from box to box. */
export interface PictureCanvas {
  element: HTMLElement;
  show(lanes: readonly PictureLane[], options: { theme: Theme; label: string; picked: string | null }): void;
  /** Brings a box into sight. */
  reveal(key: string): void;
  placed(): PlacedPicture | null;
  svg(): SVGSVGElement | null;
  close(): void;
}

export function createPictureCanvas(actions: PictureActions): PictureCanvas {
  const element = h('div', { class: 'picture' });
  let placed: PlacedPicture | null = null;
  let svg: SVGSVGElement | null = null;

  const boxes = () => placed?.lanes.flatMap((lane) => lane.boxes.flatMap((box) => [box, ...box.ways])) ?? [];
  const nodes = (): SVGElement[] => [...(svg?.querySelectorAll<SVGElement>('[data-box]') ?? [])];
  const focusAt = (index: number): void => {
    nodes().forEach((node, place) => {
      node.setAttribute('tabindex', place === index ? '0' : '-1');
    });
  };
  element.addEventListener('keydown', (event) => {
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    const all = nodes();
    const from = all.indexOf(event.target as SVGElement);
    if (!way || from < 0) return;
    event.preventDefault();
    const to = nearest(boxes(), from, way as [number, number]);
    if (to === null) return;
    focusAt(to);
    all[to]?.focus();
    all[to]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  /** The name of a lane stays in sight while its lane is scrolled. */
  const holdTitles = (): void => {
    const moved = `translate(${element.scrollLeft})`;
    for (const title of element.querySelectorAll('.lane-title')) title.setAttribute('transform', moved);
  };
  element.addEventListener('scroll', holdTitles);
  const stopPrinting = aroundPrinting(() => {
    const strips = placed && svg ? stripsOf(svg, placed) : [];
    element.append(...strips);
    return () => {
      for (const strip of strips) strip.remove();
    };
  });
  return {
    element,
    show(lanes, options) {
      const focused = (document.activeElement as HTMLElement | null)?.dataset.box;
      const hadFocus = element.contains(document.activeElement);
      const { scrollLeft, scrollTop } = element;
      placed = placePicture(lanes, element.clientWidth || undefined);
      svg = drawPicture(placed, options, actions);
      element.replaceChildren(svg);
      element.scrollTo(scrollLeft, scrollTop);
      holdTitles();
      const keys = boxes().map(({ key }) => key);
      const at = Math.max(0, keys.indexOf(focused ?? lanes[0]?.anchor ?? ''));
      focusAt(at);
      if (hadFocus) nodes()[at]?.focus({ preventScroll: true });
    },
    reveal(key) {
      const box = boxes().find((each) => each.key === key);
      if (!box) return;
      element.scrollTo(
        box.x - (element.clientWidth - BOX.width) / 2,
        element.scrollHeight > element.clientHeight ? box.y - (element.clientHeight - BOX.height) / 2 : 0,
      );
    },
    placed: () => placed,
    svg: () => svg,
    close: stopPrinting,
  };
}

/** So many ranks stand beside each other on paper; what goes on further stands below. */
const RANKS_ON_PAPER = 3;

/** A picture in strips for paper: each lane apart, cut between ranks where it is long. */
function stripsOf(svg: SVGSVGElement, { pitch, lanes }: PlacedPicture): SVGSVGElement[] {
  const step = RANKS_ON_PAPER * pitch;
  return lanes.flatMap(({ y, height, boxes }) => {
    const starts = boxes.map(({ x }) => x - MARGIN);
    const end = starts.reduce((most, x) => Math.max(most, x), 0);
    const strips: SVGSVGElement[] = [];
    for (let x = starts.reduce((least, each) => Math.min(least, each), end); x <= end; x += step) {
      const strip = svg.cloneNode(true) as SVGSVGElement;
      for (const title of strip.querySelectorAll('.lane-title')) title.setAttribute('transform', `translate(${x})`);
      strip.setAttribute('viewBox', `${x} ${y} ${step + MARGIN} ${height}`);
      strip.setAttribute('width', String(step + MARGIN));
      strip.setAttribute('height', String(height));
      strip.classList.add('strip');
      strips.push(strip);
    }
    return strips;
  });
}

/** The next box in a direction: near, and rather straight ahead than aside. */
export function nearest(
  boxes: readonly { x: number; y: number }[],
  from: number,
  [right, down]: readonly [number, number],
): number | null {
  const own = boxes[from];
  if (own === undefined) return null;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  boxes.forEach((box, index) => {
    const [x, y] = [box.x - own.x, box.y - own.y];
    const ahead = x * right + y * down;
    if (ahead <= 0) return;
    const cost = ahead + 2 * Math.abs(x * down + y * right);
    if (cost >= least) return;
    least = cost;
    best = index;
  });
  return best;
}
