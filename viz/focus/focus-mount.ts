import './focus.css';
import type { GraphData } from '../graph/graph-data.ts';
import { degreeOf } from '../graph/neighbours.ts';
import { NODE_WORDS } from '../look/kinds.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { pickEdge, type State, select, setParameters } from '../state/state.ts';
import type { Mount } from '../views/view.ts';
import { createFocusControls } from './focus-controls.ts';
import { type FocusGraph, focusGraph } from './focus-graph.ts';
import type { Room } from './focus-layout.ts';
import { focusOptions, type OpenedGroup, toggleOpened, writeOpened } from './focus-options.ts';
import { captionOf, shownInFocus } from './focus-shown.ts';
import { type FocusEdge, type FocusItem, type FocusSlice, focusSlice } from './focus-slice.ts';
import { createFocusStage, type FocusStage } from './focus-stage.ts';
import { focusLines, focusSvg } from './focus-svg.ts';
import { nextInDirection } from './next-in-direction.ts';
import { nodeCard, restCard } from './node-card.ts';

export const mount: Mount = (root, explorer) => {
  const controls = createFocusControls(explorer);
  const badges = h('ul', { class: 'badges', hidden: true, 'aria-label': 'Joined to many, shown as badges' });
  const canvas = h('div', {
    class: 'focus-canvas',
    tabindex: '0',
    role: 'application',
    'aria-label': 'Neighbourhood. Arrow keys go from node to node, Enter opens one, plus and minus zoom.',
  });
  const status = h('p', { class: 'sr', role: 'status' });
  const note = h('p', { class: 'map-note', role: 'status' }, 'Loading the graph…');
  const caption = h('p', { class: 'map-caption' });
  const zoom = (by: 'in' | 'out' | 'all', name: string, sign: string): HTMLElement =>
    h('button', { type: 'button', 'aria-label': name, title: name, onclick: () => stage?.zoom(by) }, sign);
  const buttons = h(
    'div',
    { class: 'zoom', role: 'group', 'aria-label': 'View' },
    zoom('in', 'Zoom in', '+'),
    zoom('out', 'Zoom out', '−'),
    zoom('all', 'All of the neighbourhood', 'All'),
  );
  const picture = h('div', { class: 'focus-picture' }, canvas, caption, note, buttons);
  root.append(h('div', { class: 'focus' }, controls.element, badges, picture, status));

  let graph: GraphData | null = null;
  let slice: FocusSlice | null = null;
  let drawn: FocusGraph | null = null;
  let stage: FocusStage | null = null;
  let card: { element: HTMLElement; key: string } | null = null;
  /** The node that the keys are at. */
  let at: string | null = null;
  let isClosed = false;

  const room = (): Room => ({ width: canvas.clientWidth || 1000, height: canvas.clientHeight || 600 });
  const say = (sentence: string | null): void => {
    note.textContent = sentence ?? '';
    note.hidden = sentence === null;
  };
  const cut = (state: State): void => {
    const rank = state.selected === null ? null : (graph?.rankOf(state.selected) ?? null);
    if (!graph || rank === null) {
      slice = null;
      drawn = null;
      say(graph ? 'This node is not in the graph that is shown here.' : note.textContent);
      canvas.replaceChildren();
      stage?.close();
      stage = null;
      return;
    }
    const options = focusOptions(state);
    slice = focusSlice(graph, rank, options);
    drawn = focusGraph(graph, slice, room());
    controls.show(options, slice.groups);
    const own = graph;
    badges.replaceChildren(
      ...slice.badges.map(({ rank: badge, degree }) =>
        h(
          'li',
          {},
          nodeLink({ id: own.id(badge), kind: own.kind(badge), label: own.label(badge) }),
          h('span', { class: 'count' }, count(degree)),
        ),
      ),
    );
    badges.hidden = slice.badges.length === 0;
    caption.textContent = captionOf(slice, options);
    say(slice.items.length === 1 ? 'Nothing is joined to it, or everything is hidden.' : null);
  };
  const draw = (): void => {
    if (!drawn || !graph || isClosed) return;
    if (stage) {
      stage.show(drawn);
    } else if (canvas.clientWidth > 0 && canvas.clientHeight > 0) {
      if (hasWebgl()) {
        canvas.replaceChildren();
        stage = createFocusStage(canvas, drawn, explorer.state.theme, handlers, redraw);
      } else canvas.replaceChildren(focusSvg(drawn, explorer.state.theme));
    }
    canvas.dataset.drawn = explorer.state.selected ?? '';
  };
  /** A lost context never comes back to sigma: a new one is made. */
  const redraw = (): void => {
    stage?.close();
    stage = null;
    draw();
  };
  const itemOf = (key: string): FocusItem | undefined => slice?.items.find((item) => item.key === key);
  const closeCard = (): void => {
    if (!card) return;
    const hadFocus = card.element.contains(document.activeElement);
    card.element.remove();
    card = null;
    stage?.mark(at);
    if (hadFocus) canvas.focus();
  };
  const openCard = (key: string, focused: boolean): void => {
    const item = itemOf(key);
    if (!item || !graph) return;
    closeCard();
    const { opened } = focusOptions(explorer.state);
    const cardHandlers = {
      onToggle: (group: OpenedGroup) =>
        explorer.dispatch(
          setParameters({ open: writeOpened(toggleOpened(focusOptions(explorer.state).opened, group)) }),
        ),
      onClose: closeCard,
    };
    const element =
      item.role === 'rest'
        ? restCard(graph, item, cardHandlers)
        : nodeCard(graph, item, opened, item.role === 'centre', cardHandlers);
    card = { element, key };
    picture.append(element);
    placeCard();
    stage?.mark(key);
    if (focused) element.querySelector<HTMLElement>('.card-title a, button')?.focus();
  };
  const placeCard = (): void => {
    const place = card && stage?.placeOf(card.key);
    if (!card || !place) return;
    const { clientWidth, clientHeight } = picture;
    const { offsetWidth, offsetHeight } = card.element;
    const right = place.x + 16 + offsetWidth < clientWidth ? place.x + 16 : place.x - 16 - offsetWidth;
    card.element.style.left = `${Math.max(4, Math.min(right, clientWidth - offsetWidth - 4))}px`;
    card.element.style.top = `${Math.max(4, Math.min(place.y - 20, clientHeight - offsetHeight - 4))}px`;
  };
  const open = (key: string): void => {
    const item = itemOf(key);
    if (item?.role === 'node') explorer.dispatch(select(key));
  };
  const handlers = {
    onNode: (key: string) => {
      at = key;
      if (card?.key === key) closeCard();
      else openCard(key, false);
    },
    onOpen: open,
    onEdge: ({ kind, source, target }: FocusEdge) => {
      const [from, to] = [slice?.items[source]?.key, slice?.items[target]?.key];
      if (from !== undefined && to !== undefined) explorer.dispatch(pickEdge({ kind, source: from, target: to }));
    },
    onGround: closeCard,
    onMove: () => placeCard(),
  };
  canvas.addEventListener('keydown', (event) => {
    if (!drawn || !stage || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === '+' || key === '=' || key === '-') stage.zoom(key === '-' ? 'out' : 'in');
    else if (key === '0') stage.zoom('all');
    else if (key === 'Escape') closeCard();
    else if (key === 'Enter' || key === ' ') openCard(at ?? explorer.state.selected ?? '', true);
    else if (key.startsWith('Arrow')) {
      at = nextInDirection(drawn, at ?? explorer.state.selected ?? '', key) ?? at;
      stage.mark(at);
      status.textContent = at === null ? '' : spoken(at);
    } else return;
    event.preventDefault();
  });
  const spoken = (key: string): string => {
    const item = itemOf(key);
    if (!item || !graph) return '';
    const { label, kind } = drawn!.getNodeAttributes(key);
    return item.role === 'rest'
      ? `${label} more`
      : `${NODE_WORDS[kind].one} ${label}, ${count(degreeOf(graph, item.rank))} edges`;
  };
  const load = async (): Promise<void> => {
    try {
      graph = await explorer.graph();
    } catch {
      // What is wrong stands above the page.
      if (!isClosed) say('The neighbourhood could not be loaded; the panel shows what it knows of the node.');
      return;
    }
    if (isClosed) return;
    cut(explorer.state);
    draw();
  };
  // A container without a size cannot be drawn into.
  let fitted = room();
  const sizes = new ResizeObserver(() => {
    const { width, height } = room();
    if (stage && fitted.width === width && fitted.height === height) return;
    fitted = { width, height };
    if (graph) cut(explorer.state);
    draw();
  });
  sizes.observe(canvas);

  return {
    update(state, previous) {
      if (!graph) {
        if (previous === null || state.attempt !== previous.attempt) void load();
        return;
      }
      const isOther = state.selected !== previous?.selected;
      const isCut =
        isOther ||
        state.parameters !== previous?.parameters ||
        state.hiddenKinds !== previous?.hiddenKinds ||
        state.hiddenEdges !== previous?.hiddenEdges;
      if (isOther) at = null;
      if (isCut) {
        const reopened = isOther ? null : (card?.key ?? null);
        const hadFocus = card?.element.contains(document.activeElement) ?? false;
        const group = (document.activeElement as HTMLElement | null)?.dataset.group;
        closeCard();
        cut(state);
        draw();
        if (reopened !== null && itemOf(reopened)) {
          openCard(reopened, hadFocus);
          if (hadFocus && group) card?.element.querySelector<HTMLElement>(`[data-group='${group}']`)?.focus();
        }
      }
      if (state.theme !== previous?.theme) {
        if (stage) stage.paint(state.theme);
        else draw();
      }
    },
    shown: () => (slice && drawn && graph ? shownInFocus(graph, slice, drawn) : null),
    picture: () => (drawn ? focusSvg(drawn, explorer.state.theme) : null),
    lines: () => (drawn ? focusLines(drawn, explorer.state.theme) : []),
    close() {
      isClosed = true;
      sizes.disconnect();
      stage?.close();
    },
  };
};

function hasWebgl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
