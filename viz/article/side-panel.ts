import { keyOf } from '../look/node-name.ts';
import { overviewPanel } from '../map/overview-panel.ts';
import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { NodeName } from '../server/answers.ts';
import { fetchNode, ServerRefusal } from '../server/api.ts';
import type { Explorer } from '../state/explorer.ts';
import { type EdgeName, missNode, receiveNode, type State, select } from '../state/state.ts';
import { type NodePanel, nodePanel } from './panel.ts';
import { parseReading, readSentence } from './reading.ts';
import { readingPane } from './reading-pane.ts';
import { createSheet, type SheetHeight } from './sheet.ts';

/** The panel beside every view: the selected node with its evidence, or the most important nodes while none is. */
export interface SidePanel {
  /** Brings what was just chosen into sight and under the reader's cursor. */
  reveal(): void;
}

export function createSidePanel(panel: HTMLElement, explorer: Explorer): SidePanel {
  const element = h('div', { class: 'panel-body' });
  const sheet = createSheet(panel);
  panel.replaceChildren(sheet.handle, element);
  /** The panel of the selected node, as long as it is what stands there. */
  let open: NodePanel | null = null;
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
    open = null;
    const hadFocus = element.contains(document.activeElement);
    document.title = content.is === 'node' ? `${content.answer.label || content.id} · kbgraph` : 'kbgraph';
    if (content.is === 'overview') {
      const data = await explorer.graph().catch(() => null);
      if (explorer.state.panel !== content) return;
      element.replaceChildren(...(data ? [overviewPanel(data, state.hiddenKinds)] : []));
    } else if (content.is === 'node') {
      open = nodePanel(content.answer, (evidence) => {
        explorer.dispatch(readSentence(evidence));
        // Asked for once more, the same sentence is scrolled to once more.
        open?.scrollTo(evidence);
      });
      element.replaceChildren(closeButton(), open.element);
    } else {
      element.replaceChildren(
        closeButton(),
        h('h2', { id: 'panel-title', tabindex: '-1' }, keyOf(content.id)),
        h('p', {}, content.is === 'loading' ? 'Loading…' : content.sentence),
        ...nearList(content.is === 'missing' ? content.near : []),
      );
    }
    if (hadFocus) document.getElementById('panel-title')?.focus();
    if (state.parameters.read !== undefined) read(state);
  };
  /** Scrolls to the sentence that the address names, or opens its article in the place of the selected node. */
  const read = (state: State): void => {
    const reading = parseReading(state.parameters.read);
    if (reading === null) {
      if (open === null) void show(state);
      return;
    }
    if (open?.scrollTo(reading)) {
      sheet.set('full');
      return;
    }
    open = null;
    const stop = () => explorer.dispatch(readSentence(null));
    element.replaceChildren(readingPane(reading, state.selected, stop));
    sheet.set('full');
  };
  /** The sentence of an edge that was picked in a drawing. */
  const readEdge = async ({ kind, source, target }: EdgeName): Promise<void> => {
    try {
      const { edges } = await fetchNode(source);
      const picked = edges.filter((edge) => edge.kind === kind && edge.direction === 'out' && edge.node.id === target);
      const [evidence] = picked.flatMap((edge) => edge.evidence);
      if (evidence) explorer.dispatch(readSentence(evidence));
    } catch (error) {
      explorer.complain(error);
    }
  };
  const reveal = (): void => {
    element.scrollTop = 0;
    sheet.set(heightFor(explorer.state));
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
    if (state.selected !== previous?.selected) sheet.set(heightFor(state));
    if (state.panel !== previous?.panel || isFiltered || isRetried) void show(state);
    else if (state.parameters.read !== previous?.parameters.read) read(state);
    if (state.edge !== null && state.edge !== previous?.edge) void readEdge(state.edge);
    if (state.panel.is === 'loading' && (state.selected !== previous?.selected || isRetried)) void load();
  };
  update(explorer.state, null);
  explorer.listen(update);
  return { reveal };
}

/** A drawing of the whole graph says little of a node; the other views say enough to leave the panel low. */
function heightFor({ selected, view }: State): SheetHeight {
  return selected !== null && (view === 'map' || view === 'focus') ? 'half' : 'low';
}

function nearList(near: readonly NodeName[]): HTMLElement[] {
  if (near.length === 0) return [];
  return [h('p', {}, 'Did you mean:'), h('ul', { class: 'nodes' }, ...near.map((node) => h('li', {}, nodeLink(node))))];
}
