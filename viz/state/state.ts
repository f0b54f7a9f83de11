import type { EdgeKind, NodeKind } from '../../src/model/graph.ts';
import type { Theme } from '../look/kinds.ts';
import type { NodeAnswer, NodeName, SearchAnswer, SearchHit } from '../server/answers.ts';
import { type Address, FIRST_VIEW } from './address.ts';

/** What the panel shows of the selected node. */
export type PanelContent =
  | { is: 'overview' }
  | { is: 'loading'; id: string }
  | { is: 'node'; id: string; answer: NodeAnswer }
  | { is: 'missing'; id: string; sentence: string; near: readonly NodeName[] };

/** An edge by its ends and its kind, as a click on it picks it. */
export interface EdgeName {
  kind: EdgeKind;
  source: string;
  target: string;
}

/** Everything that the page shows follows from this object; only the functions below make a new one. */
export interface State extends Address {
  hovered: string | null;
  panel: PanelContent;
  /** The edge whose sentence the panel shows; null when none was picked. */
  edge: EdgeName | null;
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
  /** What a visitor should know beside that, as a sentence. */
  notice: string | null;
  /** Grows when everything that is missing should be asked for again. */
  attempt: number;
}

/** Parameters that stay when another node is selected or another view is opened; the others end there. */
const LASTING: readonly string[] = ['depth', 'direction', 'hubs', 'product', 'stated', 'have', 'from', 'to'];

/** A pure step from one state to the next; returns the same object when nothing changes. */
export type Transition = (state: State) => State;

export function initialState(address: Address, theme: Theme): State {
  return {
    ...address,
    hovered: null,
    panel: panelFor(address.selected),
    edge: null,
    query: '',
    hits: null,
    corrected: null,
    activeHit: -1,
    answered: null,
    takesFirst: false,
    theme,
    trouble: null,
    notice: null,
    attempt: 0,
  };
}

/** Selects a node, or none, in the view that is open; the search list closes. */
export function select(id: string | null): Transition {
  return (state) =>
    id === state.selected
      ? closeSearch(state)
      : {
          ...closeSearch(state),
          selected: id,
          hovered: null,
          panel: panelFor(id),
          edge: null,
          parameters: lasting(state),
        };
}

/** Opens another view of what is selected. */
export function openView(view: string): Transition {
  return (state) => (state.view === view ? state : { ...state, view, hovered: null, parameters: lasting(state) });
}

/** Opens a node in the first view of a node: what Enter in the search does. */
export function openNode(id: string): Transition {
  return (state) => openView(FIRST_VIEW.withNode)(select(id)(state));
}

/** Sets parameters of the view that is open; null takes one back to its default. */
export function setParameters(changes: Readonly<Record<string, string | null>>): Transition {
  return (state) => {
    const parameters = { ...state.parameters };
    let isChanged = false;
    for (const [name, value] of Object.entries(changes)) {
      if ((parameters[name] ?? null) === value) continue;
      isChanged = true;
      if (value === null) delete parameters[name];
      else parameters[name] = value;
    }
    return isChanged ? { ...state, parameters } : state;
  };
}

/** Picks an edge: the panel scrolls to the sentence that states it. */
export function pickEdge(edge: EdgeName | null): Transition {
  return (state) => (state.edge === edge ? state : { ...state, edge });
}

/** Takes over what an address says: Back, Forward, or a link that was followed. */
export function visit({ snapshot: _, ...address }: Address): Transition {
  return (state) => ({ ...select(address.selected)(state), ...address });
}

/** The graph that is here, by its version; a link that was made on another one may show something else. */
export function receiveSnapshot(version: string): Transition {
  return (state) => {
    if (state.snapshot === version) return state;
    const notice =
      state.snapshot === null
        ? state.notice
        : 'This link was made on another state of the graph; what it shows here may differ.';
    return { ...state, snapshot: version, notice };
  };
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

export function toggleEdges(kind: EdgeKind): Transition {
  return (state) => {
    const hiddenEdges = new Set(state.hiddenEdges);
    if (!hiddenEdges.delete(kind)) hiddenEdges.add(kind);
    return { ...state, hiddenEdges };
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
    return first && state.takesFirst ? openNode(first.id)(answered) : { ...answered, takesFirst: false };
  };
}

/** Takes the active hit; of a query whose answer is still on its way, the first hit as soon as it is there. */
export function takeHit(state: State): State {
  if (state.query.trim() === '') return state;
  if (state.answered !== state.query) return { ...state, takesFirst: true };
  const hit = state.hits?.[state.activeHit];
  return hit ? openNode(hit.id)(state) : state;
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

/** The visitor wants what failed to be tried again. */
export function tryAgain(state: State): State {
  return { ...state, trouble: null, attempt: state.attempt + 1 };
}

export function dismissNotice(state: State): State {
  return state.notice === null ? state : { ...state, notice: null };
}

function lasting({ parameters }: State): State['parameters'] {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => LASTING.includes(name)));
}

function panelFor(selected: string | null): PanelContent {
  return selected === null ? { is: 'overview' } : { is: 'loading', id: selected };
}
