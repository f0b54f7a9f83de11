import { createSidePanel } from './article/side-panel.ts';
import { focus } from './focus/view.ts';
import { createGraphSource } from './graph/graph-source.ts';
import { firstTheme, rememberTheme, showTheme } from './look/theme.ts';
import { byId, count, h } from './page/dom.ts';
import { preparePrinting } from './save/print-page.ts';
import { createSaveMenu } from './save/save-menu.ts';
import { createSearch } from './search/search.ts';
import { fetchBytes, fetchMap } from './server/api.ts';
import { readAddress } from './state/address.ts';
import { createExplorer } from './state/explorer.ts';
import {
  chooseTheme,
  dismissNotice,
  initialState,
  openView,
  receiveSnapshot,
  type State,
  select,
  tryAgain,
  visit,
} from './state/state.ts';
import { createTimeline } from './timeline/timeline.ts';
import { VIEWS } from './views/registry.ts';
import { createViewSwitch, viewFor } from './views/view-switch.ts';

const source = createGraphSource(fetchMap, fetchBytes);
const explorer = createExplorer(initialState(readAddress(location.hash), firstTheme()), source);

/** Says what the graph holds, once it is here, or why it is not. */
async function announceGraph(): Promise<void> {
  try {
    const { manifest } = await explorer.places();
    const { nodes, nodesByKind, version } = manifest;
    byId('holdings').textContent = `${count(nodes)} nodes, ${count(nodesByKind.article ?? 0)} articles`;
    explorer.dispatch(receiveSnapshot(version), { replace: true });
    await explorer.graph();
    document.documentElement.dataset.ready = 'true';
    // What is opened next is likely a node: its view's code is here by then.
    (window.requestIdleCallback ?? setTimeout)(() => void focus.load());
  } catch (error) {
    explorer.complain(error);
  }
}

const trouble = byId('trouble');
const notice = byId('notice');
const themeButton = byId('theme');
const panel = createSidePanel(byId('panel'), explorer);
createSearch(explorer, panel.reveal);
void announceGraph();
const views = createViewSwitch(byId('stage'), byId('tabs'), VIEWS, explorer);
byId('views').append(createSaveMenu(explorer, views));
preparePrinting(explorer, views, byId('stage'));
createTimeline(byId('timeline'), explorer);

function showFrame(state: State, previous: State | null): void {
  if (previous && state.attempt !== previous.attempt) void announceGraph();
  if (state.theme !== previous?.theme) showTheme(state.theme, themeButton);
  if (state.trouble !== previous?.trouble) {
    trouble.hidden = state.trouble === null;
    trouble.replaceChildren(
      h('p', {}, state.trouble ?? ''),
      h('button', { type: 'button', onclick: () => explorer.dispatch(tryAgain) }, 'Try again'),
    );
  }
  if (state.notice !== previous?.notice) {
    notice.hidden = state.notice === null;
    const dismiss = () => explorer.dispatch(dismissNotice);
    notice.replaceChildren(
      h('p', {}, state.notice ?? ''),
      h('button', { type: 'button', onclick: dismiss }, 'Understood'),
    );
  }
}
showFrame(explorer.state, null);
explorer.listen(showFrame);

themeButton.addEventListener('click', () => {
  explorer.dispatch(chooseTheme(explorer.state.theme === 'dark' ? 'light' : 'dark'));
  rememberTheme(explorer.state.theme);
});
document.addEventListener('click', (event) => {
  const link = (event.target as HTMLElement).closest<HTMLElement | SVGElement>('a[href^="#/"]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const address = readAddress(link.getAttribute('href') ?? '');
  // A link to a node stays in the view that is open, and keeps what the legend hides.
  const follow = (state: State): State =>
    openView(viewFor(VIEWS, state.view, address.selected))(select(address.selected)(state));
  explorer.dispatch(link.dataset.node === undefined ? visit(address) : follow);
  panel.reveal();
});
