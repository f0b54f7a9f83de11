import './save.css';
import * as formats from '../../src/export/registry.ts';
import { saveFile } from '../page/copy.ts';
import { count, h } from '../page/dom.ts';
import { fetchStats } from '../server/api.ts';
import type { Explorer } from '../state/explorer.ts';
import type { ViewSwitch } from '../views/view-switch.ts';
import { drawShown, kindsOf } from './draw-shown.ts';
import { exportShown, fileName } from './export-shown.ts';
import { framedPicture, pngOf, svgText } from './framed-picture.ts';

/** A button that saves what the open view shows, as a picture or in another tool's format. */
export function createSaveMenu(explorer: Explorer, views: ViewSwitch): HTMLElement {
  const said = h('p', { class: 'quiet', role: 'status' });
  const choices = h('div', { class: 'formats' });
  const dialog = h(
    'dialog',
    { class: 'save', 'aria-labelledby': 'save-title' },
    h('h2', { id: 'save-title' }, 'Save what is shown'),
    said,
    choices,
    h('form', { method: 'dialog' }, h('button', { type: 'submit' }, 'Close')),
  );

  /** Where it comes from, of which date, and the link that shows it again. */
  const sourceLine = async (): Promise<string> => {
    const { dataDate } = await fetchStats();
    return `kbgraph, data up to ${dataDate ?? 'an unknown date'}. ${location.href}`;
  };
  const picture = async (): Promise<{ title: string; svg: SVGSVGElement } | null> => {
    const shown = views.shown();
    const { theme } = explorer.state;
    const drawing = views.picture() ?? (shown && drawShown(shown, theme));
    if (!drawing) return null;
    const title = shown?.title ?? drawing.getAttribute('aria-label') ?? 'kbgraph';
    const kinds = shown ? kindsOf(shown) : [];
    const lines = views.lines();
    return { title, svg: framedPicture(drawing, { title, kinds, lines, theme, source: await sourceLine() }) };
  };
  const save = async (work: () => Promise<void>): Promise<void> => {
    said.textContent = 'Writing…';
    try {
      await work();
      dialog.close();
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const savePicture = (extension: 'svg' | 'png') =>
    save(async () => {
      const made = await picture();
      if (!made) return;
      const content =
        extension === 'png' ? await pngOf(made.svg) : new Blob([svgText(made.svg)], { type: 'image/svg+xml' });
      saveFile(`${fileName(made.title)}.${extension}`, content);
    });
  const saveGraph = ({ extension, mediaType, write }: (typeof formats)[keyof typeof formats]) =>
    save(async () => {
      const shown = views.shown();
      if (!shown) return;
      const parts = [...write(exportShown(shown, await sourceLine()))];
      saveFile(`${fileName(shown.title)}.${extension}`, new Blob(parts, { type: `${mediaType};charset=utf-8` }));
    });
  const choice = (label: string, act: () => void) => h('button', { type: 'button', onclick: act }, label);

  const open = (): void => {
    const shown = views.shown();
    const hasPicture = views.picture() !== null || shown !== null;
    said.textContent = shown
      ? `${shown.title}: ${count(shown.nodes.length)} nodes, ${count(shown.edges.length)} edges.`
      : hasPicture
        ? 'The picture of this view.'
        : 'This view shows nothing yet.';
    choices.replaceChildren(
      ...(hasPicture
        ? [choice('PNG picture', () => savePicture('png')), choice('SVG picture', () => savePicture('svg'))]
        : []),
      ...(shown ? Object.values(formats).map((format) => choice(format.label, () => saveGraph(format))) : []),
    );
    dialog.showModal();
  };
  return h('div', { class: 'save-menu' }, h('button', { type: 'button', onclick: open }, 'Save…'), dialog);
}
