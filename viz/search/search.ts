import { byId } from '../page/dom.ts';
import { fetchHits } from '../server/api.ts';
import type { Explorer } from '../state/explorer.ts';
import { closeSearch, moveHit, openNode, receiveHits, type Transition, takeHit, typeQuery } from '../state/state.ts';
import { createSearchBox } from './search-box.ts';

/** The search of the page's header; `onTaken` is called when a hit was taken. */
export function createSearch(explorer: Explorer, onTaken: () => void): void {
  let asked = new AbortController();
  /** A step that may take a hit: Enter, or the answer that it waited for. */
  const step = (transition: Transition): void => {
    const { hits, takesFirst } = explorer.state;
    explorer.dispatch(transition);
    const { state } = explorer;
    if ((hits !== null || takesFirst) && state.hits === null && !state.takesFirst) onTaken();
  };
  const find = async (query: string): Promise<void> => {
    asked.abort();
    asked = new AbortController();
    if (query.trim() === '') return;
    try {
      const found = await fetchHits(query, asked.signal);
      step(receiveHits(query, found));
    } catch (error) {
      explorer.complain(error);
    }
  };
  const show = createSearchBox(
    {
      input: byId<HTMLInputElement>('query'),
      results: byId('results'),
      note: byId('search-note'),
      list: byId('hits'),
      status: byId('search-status'),
    },
    {
      onType(query) {
        explorer.dispatch(typeQuery(query));
        void find(query);
      },
      onMove: (by) => explorer.dispatch(moveHit(by)),
      onEnter: () => step(takeHit),
      onTake: (id) => step(openNode(id)),
      onClose: () => explorer.dispatch(closeSearch),
    },
  );
  show(explorer.state);
  explorer.listen(show);
}
