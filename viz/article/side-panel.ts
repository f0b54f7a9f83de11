import { keyOf } from '../look/node-name.ts';
import { overviewPanel } from '../map/overview-panel.ts';
import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { NodeName } from '../server/answers.ts';
import { fetchArticleText, fetchNode, ServerRefusal } from '../server/api.ts';
import type { Explorer } from '../state/explorer.ts';
import { missNode, receiveNode, type State, select } from '../state/state.ts';
import { nodePanel } from './panel.ts';

/** The panel beside every view: the selected node with its evidence, or the most important nodes while none is. */
export interface SidePanel {
  /** Brings what was just chosen into sight and under the reader's cursor. */
  reveal(): void;
}

export function createSidePanel(element: HTMLElement, explorer: Explorer): SidePanel {
  const load = async (): Promise<void> => {
    const id = explorer.state.selected;
    if (id === null) return;
    try {
      const answer = await fetchNode(id);
      // The identity that the graph knows the node by is the same place, not a step of its own.
      explorer.dispatch(receiveNode(id, answer), { replace: true });
    } catch (error) {
      if (error instanceof ServerRefusal) explorer.dispatch(missNode(id, error.message, error.near));
      else explorer.complain(error);
    }
  };
  const show = async (state: State): Promise<void> => {
    const { panel: content } = state;
    const hadFocus = element.contains(document.activeElement);
    document.title = content.is === 'node' ? `${content.answer.label || content.id} · kbgraph` : 'kbgraph';
    if (content.is === 'overview') {
      const data = await explorer.graph().catch(() => null);
      if (explorer.state.panel !== content) return;
      element.replaceChildren(...(data ? [overviewPanel(data, state.hiddenKinds)] : []));
    } else if (content.is === 'node') {
      element.replaceChildren(closeButton(), nodePanel(content.answer, fetchArticleText));
    } else {
      element.replaceChildren(
        closeButton(),
        h('h2', { id: 'panel-title', tabindex: '-1' }, keyOf(content.id)),
        h('p', {}, content.is === 'loading' ? 'Loading…' : content.sentence),
        ...nearList(content.is === 'missing' ? content.near : []),
      );
    }
    if (hadFocus) document.getElementById('panel-title')?.focus();
  };
  const reveal = (): void => {
    element.scrollTop = 0;
    document.getElementById('panel-title')?.focus();
  };
  const closeButton = (): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        class: 'close',
        onclick: () => {
          explorer.dispatch(select(null));
          reveal();
        },
      },
      'Close',
    );
  const update = (state: State, previous: State | null): void => {
    const isFiltered = state.panel.is === 'overview' && state.hiddenKinds !== previous?.hiddenKinds;
    const isRetried = state.attempt !== (previous ?? state).attempt;
    if (state.panel !== previous?.panel || isFiltered || isRetried) void show(state);
    if (state.panel.is === 'loading' && (state.selected !== previous?.selected || isRetried)) void load();
  };
  update(explorer.state, null);
  explorer.listen(update);
  return { reveal };
}

function nearList(near: readonly NodeName[]): HTMLElement[] {
  if (near.length === 0) return [];
  return [h('p', {}, 'Did you mean:'), h('ul', { class: 'nodes' }, ...near.map((node) => h('li', {}, nodeLink(node))))];
}
