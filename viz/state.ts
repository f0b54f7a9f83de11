import type { NodeKind } from '../src/model/graph.ts';
import type { Address } from './address.ts';
import type { NodeAnswer, NodeName, SearchAnswer, SearchHit } from './answers.ts';
import type { Theme } from './kinds.ts';

/** What the panel shows of the selected node. */
export type PanelContent =
  | { is: 'overview' }
  | { is: 'loading'; id: string }
  | { is: 'node'; id: string; answer: NodeAnswer }
  | { is: 'missing'; id: string; sentence: string; near: readonly NodeName[] };

/** Everything that the page shows follows from this object; only the functions below make a new one. */
export interface State {
  /** A node's identity, `article:260695`, or null. */
  selected: string | null;
  hovered: string | null;
  /** The legend is the filter. */
  hiddenKinds: ReadonlySet<NodeKind>;
  panel: PanelContent;
  query: string;
  /** What the last answered query found; null before any answer, and when the list is closed. */
  hits: readonly SearchHit[] | null;
  /** What was looked for instead of what was typed; null when it was found as typed. */
  corrected: string | null;
  /** The hit that Enter takes, or -1. */
  activeHit: number;
  /** The query that `hits` answers; while it is not `query`, the list shows what an earlier one found. */
  answered: string | null;
  /** Enter was pressed before its query was answered: the first hit is taken when it comes. */
  takesFirst: boolean;
  theme: Theme;
  /** What keeps the page from working, as a sentence; null while all is well. */
  trouble: string | null;
}

/** A pure step from one state to the next; returns the same object when nothing changes. */
export type Transition = (state: State) => State;

export function initialState(address: Address, theme: Theme): State {
  return {
    selected: address.selected,
    hovered: null,
    hiddenKinds: address.hiddenKinds,
    panel: panelFor(address.selected),
    query: '',
    hits: null,
    corrected: null,
    activeHit: -1,
    answered: null,
    takesFirst: false,
    theme,
    trouble: null,
  };
}

/** Selects a node, or none; the search list closes. */
export function select(id: string | null): Transition {
  return (state) =>
    id === state.selected
      ? closeSearch(state)
      : { ...closeSearch(state), selected: id, hovered: null, panel: panelFor(id) };
}

/** Takes over what an address says: Back, Forward, or a link that was followed. */
export function visit(address: Address): Transition {
  return (state) => ({ ...select(address.selected)(state), hiddenKinds: address.hiddenKinds });
}

/**
 * Shows a node's answer, under the identity that the graph knows it by ('article:KB260695' is 'article:260695').
 * An answer that comes late, for a node that is no longer selected, changes nothing.
 */
export function receiveNode(id: string, answer: NodeAnswer): Transition {
  return (state) =>
    state.selected === id
      ? { ...state, selected: answer.id, panel: { is: 'node', id: answer.id, answer }, trouble: null }
      : state;
}

export function missNode(id: string, sentence: string, near: readonly NodeName[]): Transition {
  return (state) => (state.selected === id ? { ...state, panel: { is: 'missing', id, sentence, near } } : state);
}

export function hover(id: string | null): Transition {
  return (state) => (state.hovered === id ? state : { ...state, hovered: id });
}

export function toggleKind(kind: NodeKind): Transition {
  return (state) => {
    const hiddenKinds = new Set(state.hiddenKinds);
    if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
    return { ...state, hiddenKinds };
  };
}

/** What was typed; an emptied box has no list. */
export function typeQuery(query: string): Transition {
  return (state) => ({ ...(query.trim() === '' ? closeSearch(state) : state), query, takesFirst: false });
}

/** Hits of a query that has been typed over since change nothing; the first hit is the one that Enter takes. */
export function receiveHits(query: string, { hits, corrected }: SearchAnswer): Transition {
  return (state) => {
    if (state.query !== query || query.trim() === '') return state;
    const first = hits[0];
    const answered = { ...state, hits, corrected, activeHit: first ? 0 : -1, answered: query, trouble: null };
    return first && state.takesFirst ? select(first.id)(answered) : { ...answered, takesFirst: false };
  };
}

/** Takes the active hit; of a query whose answer is still on its way, the first hit as soon as it is there. */
export function takeHit(state: State): State {
  if (state.query.trim() === '') return state;
  if (state.answered !== state.query) return { ...state, takesFirst: true };
  const hit = state.hits?.[state.activeHit];
  return hit ? select(hit.id)(state) : state;
}

/** Moves through the hits, around both ends. */
export function moveHit(step: 1 | -1): Transition {
  return (state) => {
    const count = state.hits?.length ?? 0;
    return count === 0 ? state : { ...state, activeHit: (state.activeHit + step + count) % count };
  };
}

export function closeSearch(state: State): State {
  return state.hits === null && !state.takesFirst
    ? state
    : { ...state, hits: null, activeHit: -1, answered: null, takesFirst: false };
}

export function chooseTheme(theme: Theme): Transition {
  return (state) => (state.theme === theme ? state : { ...state, theme });
}

export function reportTrouble(sentence: string | null): Transition {
  return (state) => (state.trouble === sentence ? state : { ...state, trouble: sentence });
}

function panelFor(selected: string | null): PanelContent {
  return selected === null ? { is: 'overview' } : { is: 'loading', id: selected };
}
