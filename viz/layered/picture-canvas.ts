import './picture.css';
import { h } from '../page/dom.ts';
import { aroundPrinting } from '../page/printing.ts';
import { drawPicture, type PictureActions, type PictureLooks } from './draw-picture.ts';
import { stripsOf } from './paper-strips.ts';
import { BOX, MARGIN, type PictureLane, type PlacedPicture } from './picture.ts';
import { placePicture } from './place-picture.ts';

/** So few pixels beyond the frame are not worth a scroll. */
const SLACK = 8;

/** A picture that scrolls in its own frame; arrow keys walk from box to box. */
export interface PictureCanvas {
  element: HTMLElement;
  show(lanes: readonly PictureLane[], options: PictureLooks): void;
  /** Brings a box into sight, and as much as there is room for of the way from it to another. */
  reveal(key: string, towards?: string): void;
  placed(): PlacedPicture | null;
  svg(): SVGSVGElement | null;
  close(): void;
}

export function createPictureCanvas(actions: PictureActions): PictureCanvas {
  const element = h('div', { class: 'picture' });
  let placed: PlacedPicture | null = null;
  let svg: SVGSVGElement | null = null;
  let looks: PictureLooks = { theme: 'light', label: '', picked: null };

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
  /** Says on which sides the picture goes on, which its fading tells. */
  const tellMore = (): void => {
    const left = element.scrollLeft > SLACK;
    const right = element.scrollLeft + element.clientWidth < element.scrollWidth - SLACK;
    element.dataset.more = [left && 'left', right && 'right'].filter(Boolean).join(' ');
  };
  const follow = (): void => {
    holdTitles();
    tellMore();
  };
  element.addEventListener('scroll', follow);
  const stopPrinting = aroundPrinting(() => {
    const strips = (placed ? stripsOf(placed) : []).map((strip) => {
      const drawn = drawPicture(strip.picture, looks, actions);
      drawn.setAttribute('viewBox', `${strip.x} ${strip.y} ${strip.width} ${strip.height}`);
      drawn.setAttribute('width', String(strip.width));
      drawn.setAttribute('height', String(strip.height));
      drawn.classList.add('strip');
      for (const title of drawn.querySelectorAll('.lane-title')) {
        title.setAttribute('transform', `translate(${strip.x})`);
      }
      return drawn;
    });
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
      looks = options;
      svg = drawPicture(placed, looks, actions);
      element.replaceChildren(svg);
      element.scrollTo(scrollLeft, scrollTop);
      follow();
      const keys = boxes().map(({ key }) => key);
      const at = Math.max(0, keys.indexOf(focused ?? lanes[0]?.anchor ?? ''));
      focusAt(at);
      if (hadFocus) nodes()[at]?.focus({ preventScroll: true });
    },
    reveal(key, towards) {
      const box = boxes().find((each) => each.key === key);
      if (!box) return;
      const goal = boxes().find((each) => each.key === towards) ?? box;
      const span = Math.max(goal.x, box.x) - box.x + BOX.width;
      const room = element.clientWidth - 2 * MARGIN;
      element.scrollTo(
        box.x - MARGIN - Math.max(0, room - span) / 2,
        element.scrollHeight > element.clientHeight ? box.y - (element.clientHeight - BOX.height) / 2 : 0,
      );
    },
    placed: () => placed,
    svg: () => svg,
    close: stopPrinting,
  };
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
