import { count, h } from '../page/dom.ts';
import { aroundPrinting } from '../page/printing.ts';

const ROW = 34;
const AROUND = 12;
/** More rows than this are many sheets of paper. */
const MOST_PRINTED = 1000;

export interface TableColumn {
  key: string;
  title: string;
  /** Its class, which sets its width. */
  style: string;
  isSortable: boolean;
  cell(row: number): Node | string;
}

/** A table of any length: only the rows in sight are in the page. Arrow keys, Page, Home and End walk through it. */
export interface VirtualTable {
  element: HTMLElement;
  show(content: {
    rows: number;
    columns: readonly TableColumn[];
    label: string;
    sort: { key: string; isDown: boolean };
  }): void;
  close(): void;
}

export function createVirtualTable(onSort: (key: string) => void): VirtualTable {
  let rows = 0;
  let columns: readonly TableColumn[] = [];
  let active = 0;
  let drawn = { from: -1, to: -1 };
  let isPrinting = false;
  const head = h('div', { class: 'row head', role: 'row', 'aria-rowindex': 1 });
  const body = h('div', { class: 'rows', role: 'rowgroup' });
  const element = h(
    'div',
    { class: 'table', role: 'grid' },
    h('div', { role: 'rowgroup', class: 'heads' }, head),
    body,
  );

  const draw = (isForced: boolean): void => {
    const from = isPrinting ? 0 : Math.max(0, Math.floor(element.scrollTop / ROW) - AROUND);
    const seen = Math.ceil((element.scrollTop + element.clientHeight) / ROW) + AROUND;
    // On paper nothing scrolls, and the table may be told of its new height before it is told of the paper.
    const to = Math.min(rows, isPrinting ? MOST_PRINTED : Math.min(seen, from + MOST_PRINTED));
    if (!isForced && from === drawn.from && to === drawn.to) return;
    const { activeElement } = document;
    const hadFocus = body.contains(activeElement) || activeElement === element;
    drawn = { from, to };
    // The room above and below stands in for the rows that are not there.
    body.style.paddingTop = `${from * ROW}px`;
    body.style.paddingBottom = isPrinting ? '0' : `${(rows - to) * ROW}px`;
    // A focused row that is taken out may make the browser lay out the half-empty table, and scroll it back.
    const { scrollTop } = element;
    if (hadFocus) element.focus({ preventScroll: true });
    body.replaceChildren(...Array.from({ length: to - from }, (_, place) => drawRow(from + place)));
    element.scrollTop = scrollTop;
    if (hadFocus) focusActive();
  };
  const drawRow = (row: number): HTMLElement => {
    const cells = columns.map(({ cell, style }) => h('div', { class: style, role: 'gridcell' }, cell(row)));
    const element = h('div', { class: 'row', role: 'row', 'aria-rowindex': row + 2, 'data-row': row }, ...cells);
    element.querySelector('a')?.setAttribute('tabindex', row === active ? '0' : '-1');
    return element;
  };
  const focusActive = (): void => {
    // A row that was scrolled out of sight leaves the focus to the table, so that keys go on from there.
    const link = body.querySelector<HTMLElement>(`[data-row="${active}"] a`);
    (link ?? element).focus({ preventScroll: true });
  };
  const go = (row: number): void => {
    active = Math.max(0, Math.min(rows - 1, row));
    const top = active * ROW;
    const room = element.clientHeight - ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + room) element.scrollTop = top + ROW - room;
    draw(true);
    focusActive();
  };
  element.addEventListener('scroll', () => draw(false));
  body.addEventListener('focusin', (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
    if (row !== undefined) active = Number(row);
  });
  element.addEventListener('keydown', (event) => {
    if (head.contains(event.target as Node)) return;
    const page = Math.max(1, Math.floor(element.clientHeight / ROW) - 2);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  });
  const resized = new ResizeObserver(() => draw(true));
  resized.observe(element);
  const rest = h('p', { class: 'unprinted' });
  const print = (begins: boolean): void => {
    isPrinting = begins;
    draw(true);
    rest.textContent = `The first ${count(MOST_PRINTED)} of ${count(rows)} rows; “Save…” writes all of them.`;
    if (begins && rows > MOST_PRINTED) element.append(rest);
    else rest.remove();
  };
  const stopPrinting = aroundPrinting(() => {
    print(true);
    return () => print(false);
  });

  return {
    element,
    show(content) {
      const isOther = content.rows !== rows;
      rows = content.rows;
      columns = content.columns;
      if (isOther) {
        active = 0;
        element.scrollTop = 0;
      }
      element.setAttribute('aria-label', content.label);
      element.setAttribute('aria-rowcount', String(rows + 1));
      element.setAttribute('aria-colcount', String(columns.length));
      const focused = (document.activeElement as HTMLElement | null)?.dataset.sort;
      head.replaceChildren(
        ...columns.map(({ key, title, style, isSortable }) => {
          const isSorted = content.sort.key === key;
          const sorted = !isSorted ? 'none' : content.sort.isDown ? 'descending' : 'ascending';
          const sign = !isSorted ? '' : content.sort.isDown ? ' ↓' : ' ↑';
          return h(
            'div',
            { class: style, role: 'columnheader', 'aria-sort': isSortable ? sorted : null },
            isSortable
              ? h('button', { type: 'button', 'data-sort': key, onclick: () => onSort(key) }, `${title}${sign}`)
              : title,
          );
        }),
      );
      if (focused) head.querySelector<HTMLElement>(`[data-sort="${focused}"]`)?.focus();
      draw(true);
      element.dataset.rows = count(rows);
    },
    close() {
      resized.disconnect();
      stopPrinting();
    },
  };
}
