import type { NodeKind } from '../../src/model/graph.ts';
import { keyOf } from '../look/node-name.ts';
import { fetchHits } from '../server/api.ts';
import { h } from './dom.ts';

/** A field that finds nodes as one types; Enter and the button take what stands there, in whatever spelling. */
export function nodePicker(
  label: string,
  { kinds, button, placeholder }: { kinds: readonly NodeKind[] | null; button: string; placeholder: string },
  onTake: (id: string, name: string) => void,
): HTMLFormElement {
  const list = h('datalist', { id: `picks-${label.toLowerCase().replace(/\W+/g, '-')}` });
  const input = h('input', { type: 'text', list: list.id, 'aria-label': label, placeholder, autocomplete: 'off' });
  /** What each suggestion stands for. */
  let ids = new Map<string, string>();
  let asked = new AbortController();
  input.addEventListener('input', async () => {
    asked.abort();
    asked = new AbortController();
    const typed = input.value.trim();
    if (typed.length < 2 || ids.has(typed)) return;
    try {
      const { hits } = await fetchHits(typed, asked.signal);
      const fitting = hits.filter(({ kind }) => kinds === null || kinds.includes(kind)).slice(0, 12);
      ids = new Map(
        fitting.map(({ id, kind, label: name }) => [kind === 'article' ? `${keyOf(id)} ${name}` : name, id]),
      );
      list.replaceChildren(...[...ids.keys()].map((value) => h('option', { value })));
    } catch {
      // Suggestions are a help; what is typed is taken without them.
    }
  });
  return h(
    'form',
    {
      class: 'picker',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        const typed = input.value.trim();
        if (typed === '') return;
        const id = ids.get(typed) ?? typed;
        onTake(id, id.startsWith('article:') ? keyOf(id) : typed);
        input.value = '';
      },
    },
    input,
    list,
    h('button', { type: 'submit' }, button),
  );
}
