import { readAddress, writeAddress } from './address.ts';
import type { Neighbourhood, NodeName } from './answers.ts';
import {
  fetchArticleText,
  fetchBytes,
  fetchHits,
  fetchMap,
  fetchNeighbourhood,
  fetchNode,
  ServerGone,
  ServerRefusal,
} from './api.ts';
import { byId, count, h } from './dom.ts';
import { createLegend } from './legend.ts';
import type { Light } from './looks.ts';
import { loadMapData, type MapData } from './map-data.ts';
import { createMapStage, type MapStage } from './map-stage.ts';
import { nodeLink } from './node-link.ts';
import { caption, overviewPanel } from './overview-panel.ts';
import { nodePanel } from './panel.ts';
import { createSearchBox } from './search-box.ts';
import {
  chooseTheme,
  closeSearch,
  hover,
  initialState,
  missNode,
  moveHit,
  receiveHits,
  receiveNode,
  reportTrouble,
  type State,
  select,
  type Transition,
  takeHit,
  toggleKind,
  typeQuery,
  visit,
} from './state.ts';
import { firstTheme, rememberTheme, showTheme } from './theme.ts';

/** A graph up to this size is drawn whole; of a larger one, the most important nodes. */
const WHOLE_UP_TO = 8000;
const MOST_IMPORTANT = 4000;

const panel = byId('panel');
const canvas = byId('canvas');
const trouble = byId('trouble');
const themeButton = byId('theme');

let state = initialState(readAddress(location.hash), firstTheme());
let data: MapData | null = null;
let stage: MapStage | null = null;
let showLegend: (hidden: State['hiddenKinds']) => void = () => {};
let neighbourhood: Neighbourhood | null = null;
let asked = new AbortController();

const searchElements = {
  input: byId<HTMLInputElement>('query'),
  results: byId('results'),
  note: byId('search-note'),
  list: byId('hits'),
  status: byId('search-status'),
};
const showSearch = createSearchBox(searchElements, {
  onType: (query) => {
    dispatch(typeQuery(query));
    void findHits(query);
  },
  onMove: (step) => dispatch(moveHit(step)),
  onEnter: () => search(takeHit),
  onTake: (id) => choose(id),
  onClose: () => dispatch(closeSearch),
});

/** The one place where the state changes. */
function dispatch(transition: Transition): void {
  const previous = state;
  state = transition(previous);
  if (state !== previous) render(previous);
}

function render(previous: State | null): void {
  const changed = (...keys: (keyof State)[]): boolean =>
    previous === null || keys.some((key) => state[key] !== previous[key]);
  if (changed('theme')) showTheme(state.theme, themeButton);
  if (changed('trouble')) showTrouble();
  if (changed('selected')) {
    neighbourhood = null;
    void loadSelected();
  }
  if (changed('selected', 'hiddenKinds')) writeLocation(previous);
  if (changed('hiddenKinds')) showLegend(state.hiddenKinds);
  if (changed('panel') || (state.panel.is === 'overview' && changed('hiddenKinds'))) showPanel();
  if (changed('theme', 'selected', 'hiddenKinds')) stage?.show(light(), neighbourhood);
  showSearch(state);
}

function light(): Light {
  return {
    theme: state.theme,
    selected: state.selected,
    neighbours: neighbourhood && new Set(neighbourhood.nodes.map((node) => node.id)),
    hiddenKinds: state.hiddenKinds,
    spacing: data ? (data.spacing * Math.min(canvas.clientWidth, canvas.clientHeight)) / data.extent : 10,
    dense: (data?.edgeKinds.length ?? 0) > 4000,
  };
}

/** Selects by a person's hand: what they chose comes into sight and under the reader's cursor. */
function choose(id: string | null): void {
  dispatch(select(id));
  bringPanelIntoSight();
}

/** A step of the search that may take a hit: Enter, or the answer that it waited for. */
function search(transition: Transition): void {
  const wasOpen = state.hits !== null || state.takesFirst;
  dispatch(transition);
  if (wasOpen && state.hits === null && !state.takesFirst) bringPanelIntoSight();
}

function bringPanelIntoSight(): void {
  panel.scrollTop = 0;
  document.getElementById('panel-title')?.focus();
}

function writeLocation(previous: State | null): void {
  const address = writeAddress(state);
  if (address === (location.hash || '#/')) return;
  // A new selection is a new place; its proper name, which comes with the answer, is the same place.
  const isNew = previous !== null && previous.selected !== state.selected && state.panel.is !== 'node';
  const step = isNew ? 'pushState' : 'replaceState';
  history[step](null, '', address);
}

function showPanel(): void {
  const { panel: content } = state;
  const hadFocus = panel.contains(document.activeElement);
  if (content.is === 'overview') panel.replaceChildren(...(data ? [overviewPanel(data, state.hiddenKinds)] : []));
  else if (content.is === 'node') panel.replaceChildren(backLink(), nodePanel(content.answer, fetchArticleText));
  else {
    const sentence = content.is === 'loading' ? 'Loading…' : content.sentence;
    panel.replaceChildren(
      backLink(),
      h('h2', { id: 'panel-title', tabindex: '-1' }, content.id),
      h('p', {}, sentence),
      ...nearList(content.is === 'missing' ? content.near : []),
    );
  }
  document.title = content.is === 'node' ? `${content.answer.label || content.id} · kbgraph` : 'kbgraph';
  if (hadFocus) document.getElementById('panel-title')?.focus();
}

function nearList(near: readonly NodeName[]): HTMLElement[] {
  if (near.length === 0) return [];
  return [h('p', {}, 'Did you mean:'), h('ul', { class: 'nodes' }, ...near.map((node) => h('li', {}, nodeLink(node))))];
}

function backLink(): HTMLElement {
  return h('button', { type: 'button', class: 'close', onclick: () => choose(null) }, 'Close');
}

function showTrouble(): void {
  trouble.hidden = state.trouble === null;
  trouble.replaceChildren(
    h('p', {}, state.trouble ?? ''),
    h('button', { type: 'button', onclick: tryAgain }, 'Try again'),
  );
}

function tryAgain(): void {
  dispatch(reportTrouble(null));
  if (!data) void loadMap();
  void loadSelected();
}

/** Says what went wrong, and keeps what the page has. */
function complain(error: unknown): void {
  if (error instanceof DOMException && error.name === 'AbortError') return;
  dispatch(reportTrouble(error instanceof Error ? error.message : String(error)));
}

async function findHits(query: string): Promise<void> {
  asked.abort();
  asked = new AbortController();
  if (query.trim() === '') return;
  try {
    const found = await fetchHits(query, asked.signal);
    search(receiveHits(query, found));
  } catch (error) {
    complain(error);
  }
}

async function loadSelected(): Promise<void> {
  const id = state.selected;
  if (id === null) return;
  try {
    const [answer, around] = await Promise.all([fetchNode(id), fetchNeighbourhood(id)]);
    if (state.selected !== id) return;
    neighbourhood = around;
    dispatch(receiveNode(id, answer));
    stage?.show(light(), neighbourhood);
  } catch (error) {
    if (error instanceof ServerGone) complain(error);
    else if (error instanceof ServerRefusal) dispatch(missNode(id, error.message, error.near));
    else complain(error);
  }
}

async function loadMap(): Promise<void> {
  const note = byId('map-note');
  try {
    const manifest = await fetchMap();
    data = await loadMapData(manifest, manifest.nodes <= WHOLE_UP_TO ? manifest.nodes : MOST_IMPORTANT, fetchBytes);
  } catch (error) {
    note.textContent = 'The map could not be loaded.';
    complain(error);
    return;
  }
  const { nodes, nodesByKind } = data.manifest;
  byId('holdings').textContent = `${count(nodes)} nodes, ${count(nodesByKind.article ?? 0)} articles`;
  byId('map-caption').textContent = caption(data);
  showLegend = createLegend(byId('legend'), data.manifest, (kind) => dispatch(toggleKind(kind)));
  showLegend(state.hiddenKinds);
  if (state.panel.is === 'overview') showPanel();
  stage = createMapStage({ canvas, regions: byId('regions'), note }, data, light(), {
    onSelect: (id) => choose(id),
    onHover: (id) => {
      canvas.classList.toggle('pointing', id !== null);
      dispatch(hover(id));
    },
  });
  stage.show(light(), neighbourhood);
  document.documentElement.dataset.ready = 'true';
}

byId('zoom').addEventListener('click', (event) => {
  const direction = (event.target as HTMLElement).closest<HTMLElement>('[data-zoom]')?.dataset.zoom;
  if (direction === 'in' || direction === 'out' || direction === 'all') stage?.view()?.zoom(direction);
});
themeButton.addEventListener('click', () => {
  dispatch(chooseTheme(state.theme === 'dark' ? 'light' : 'dark'));
  rememberTheme(state.theme);
});
document.addEventListener('click', (event) => {
  const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[href^="#/"]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // The page's own links keep what the legend hides.
  event.preventDefault();
  choose(readAddress(link.hash).selected);
});
addEventListener('popstate', () => dispatch(visit(readAddress(location.hash))));

render(null);
void loadMap();
