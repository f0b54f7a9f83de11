import { h } from '../page/dom.ts';

/** How much of a narrow screen the panel takes: its title, half or nearly all. A wide screen takes no notice. */
export type SheetHeight = 'low' | 'half' | 'full';

export interface Sheet {
  handle: HTMLElement;
  set(height: SheetHeight): void;
}

const NEXT: Record<SheetHeight, SheetHeight> = { low: 'half', half: 'full', full: 'low' };
const WORDS: Record<SheetHeight, string> = {
  low: 'Open the panel',
  half: 'Enlarge the panel',
  full: 'Lower the panel',
};

/** Makes the panel a sheet that a narrow screen pulls up from below, by its handle or by what is chosen. */
export function createSheet(panel: HTMLElement): Sheet {
  let now: SheetHeight = 'low';
  const handle = h('button', { type: 'button', class: 'sheet-handle', onclick: () => set(NEXT[now]) }, h('span', {}));
  const set = (height: SheetHeight): void => {
    now = height;
    panel.dataset.sheet = height;
    handle.setAttribute('aria-label', WORDS[height]);
    handle.setAttribute('aria-expanded', String(height !== 'low'));
  };
  set('low');
  return { handle, set };
}
