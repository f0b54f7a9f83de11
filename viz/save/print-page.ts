import './print.css';
import { count, h } from '../page/dom.ts';
import { aroundPrinting } from '../page/printing.ts';
import type { Explorer } from '../state/explorer.ts';
import { chooseTheme } from '../state/state.ts';
import type { ViewSwitch } from '../views/view-switch.ts';
import { drawShown } from './draw-shown.ts';

/** With more nodes than this, a drawing of its own takes too long and prints as a blot. */
const MOST_DRAWN = 3000;

/** Prepares the page for paper: light colours, and a drawing in the place of what stands on a canvas. */
export function preparePrinting(explorer: Explorer, views: ViewSwitch, stage: HTMLElement): void {
  aroundPrinting(() => {
    const { theme } = explorer.state;
    explorer.dispatch(chooseTheme('light'), { replace: true });
    const figure = stage.querySelector('canvas') ? figureOf(views) : null;
    if (figure) stage.append(figure);
    return () => {
      figure?.remove();
      explorer.dispatch(chooseTheme(theme), { replace: true });
    };
  });
}

/** What a canvas shows, as a drawing with its title, or the sentence that says where to get one. */
function figureOf(views: ViewSwitch): HTMLElement {
  const shown = views.shown();
  const title = shown?.title ?? 'The map';
  const nodes = shown?.nodes.length ?? 0;
  const drawing = views.picture() ?? (shown && nodes <= MOST_DRAWN ? drawShown(shown, 'light') : null);
  const words = `${title}: ${count(nodes)} nodes. A drawing of so many does not fit on paper; “Save…” writes it as a picture.`;
  return h(
    'figure',
    { class: 'printed' },
    drawing ? (drawing.cloneNode(true) as SVGSVGElement) : null,
    h('figcaption', {}, drawing ? title : words),
  );
}
