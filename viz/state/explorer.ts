import type { GraphSource } from '../graph/graph-source.ts';
import { readAddress, writeAddress } from './address.ts';
import { reportTrouble, type State, type Transition, visit } from './state.ts';

/** Called after every change; `previous` is what stood before it. */
export type Listener = (state: State, previous: State) => void;

/** What the parts of the page share: the state and the one way to change it, and the graph. */
export interface Explorer extends GraphSource {
  readonly state: State;
  /** The one place where the state changes. A changed address is a new step of Back unless it `replace`s the last. */
  dispatch(transition: Transition, step?: { replace: boolean }): void;
  /** Hears of every change until the returned function is called. */
  listen(listener: Listener): () => void;
  /** Says what went wrong, and keeps what the page has. */
  complain(error: unknown): void;
}

/** Holds the state and keeps the address in step with it, both ways. */
export function createExplorer(first: State, source: GraphSource): Explorer {
  let state = first;
  const listeners = new Set<Listener>();
  const waiting: [Transition, boolean][] = [];
  let isChanging = false;

  const dispatch: Explorer['dispatch'] = (transition, { replace } = { replace: false }) => {
    waiting.push([transition, replace]);
    // A listener that dispatches is served once all have heard of the step before.
    if (isChanging) return;
    isChanging = true;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) change(...next);
    } finally {
      isChanging = false;
    }
  };
  const change = (transition: Transition, replace: boolean): void => {
    const previous = state;
    state = transition(previous);
    if (state === previous) return;
    const address = writeAddress(state);
    if (address !== (location.hash || '#/')) history[replace ? 'replaceState' : 'pushState'](null, '', address);
    for (const listener of [...listeners]) listener(state, previous);
  };
  addEventListener('popstate', () => dispatch(visit(readAddress(location.hash)), { replace: true }));

  return {
    get state() {
      return state;
    },
    dispatch,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    complain(error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      dispatch(reportTrouble(error instanceof Error ? error.message : String(error)));
    },
    places: source.places,
    graph: source.graph,
  };
}
