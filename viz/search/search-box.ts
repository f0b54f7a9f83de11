import { NODE_WORDS } from '../look/kinds.ts';
import { kindMark } from '../look/mark.ts';
import { isNamed, keyOf } from '../look/node-name.ts';
import { count, h } from '../page/dom.ts';
import type { SearchHit } from '../server/answers.ts';
import type { State } from '../state/state.ts';

export interface SearchHandlers {
  onType(query: string): void;
  onMove(step: 1 | -1): void;
  /** Enter was pressed. */
  onEnter(): void;
  onTake(id: string): void;
  onClose(): void;
}

/** Wires the search field and its listbox (the combobox pattern); returns what brings them up to date. */
export function createSearchBox(
  elements: {
    input: HTMLInputElement;
    results: HTMLElement;
    note: HTMLElement;
    list: HTMLElement;
    status: HTMLElement;
  },
  handlers: SearchHandlers,
): (state: State) => void {
  const { input, results, note, list, status } = elements;
  let state: State | undefined;
  let drawn: readonly SearchHit[] | null | undefined;

  input.addEventListener('input', () => handlers.onType(input.value));
  input.addEventListener('focus', () => {
    if (input.value.trim() !== '' && state?.hits === null) handlers.onType(input.value);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      handlers.onMove(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      handlers.onEnter();
    } else if (event.key === 'Escape') {
      handlers.onClose();
    }
  });
  input.addEventListener('blur', () => handlers.onClose());
  // The field keeps the focus while an option is pressed, so that the list is still there for the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  return (next) => {
    state = next;
    const { hits } = next;
    if (hits !== drawn) {
      drawn = hits;
      list.replaceChildren(...(hits ?? []).map((hit, index) => option(hit, index, handlers)));
      results.hidden = hits === null;
      list.hidden = hits?.length === 0;
      note.hidden = hits !== null && hits.length > 0 && next.corrected === null;
      input.setAttribute('aria-expanded', String(hits !== null && hits.length > 0));
      // For who measures: what the list answers.
      list.dataset.answers = next.answered ?? '';
      status.textContent = hits === null ? '' : statusOf(hits.length, next.corrected);
      note.textContent = status.textContent;
    }
    for (const [index, element] of [...list.children].entries()) {
      const active = index === next.activeHit;
      if (element.getAttribute('role') !== 'option') continue;
      element.setAttribute('aria-selected', String(active));
      if (active) element.scrollIntoView({ block: 'nearest' });
    }
    if (next.activeHit >= 0) input.setAttribute('aria-activedescendant', `hit-${next.activeHit}`);
    else input.removeAttribute('aria-activedescendant');
  };
}

function statusOf(found: number, corrected: string | null): string {
  if (found === 0) return 'Nothing found.';
  return corrected === null ? `${count(found)} found.` : `Nothing found as typed; ${count(found)} for '${corrected}'.`;
}

function option(hit: SearchHit, index: number, handlers: SearchHandlers): HTMLElement {
  const key = keyOf(hit.id);
  return h(
    'li',
    { role: 'option', id: `hit-${index}`, 'aria-selected': 'false', onclick: () => handlers.onTake(hit.id) },
    kindMark(hit.kind),
    h('span', { class: 'sr' }, `${NODE_WORDS[hit.kind].one} `),
    hit.kind === 'article' && h('span', { class: 'number' }, key),
    h('bdi', { class: 'label' }, isNamed(hit) ? hit.label : hit.kind === 'article' ? 'cited by others only' : key),
    hit.date && h('span', { class: 'date' }, hit.date),
    hit.reason === 'text' && hit.snippet !== null && h('bdi', { class: 'snippet' }, hit.snippet),
  );
}
