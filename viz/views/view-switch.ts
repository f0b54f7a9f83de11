import type { NodeKind } from '../../src/model/graph.ts';
import { NODE_WORDS } from '../look/kinds.ts';
import { keyOf } from '../look/node-name.ts';
import { h } from '../page/dom.ts';
import { FIRST_VIEW, writeAddress } from '../state/address.ts';
import type { Explorer } from '../state/explorer.ts';
import { openView, type State } from '../state/state.ts';
import type { LineSample, MountedView, ShownGraph, View } from './view.ts';

/** The tabs of the views, and the place where one of them is open. */
export interface ViewSwitch {
  /** What the open view shows. */
  shown(): ShownGraph | null;
  /** The drawing of the open view, where it is one that stands in the page as SVG. */
  picture(): SVGSVGElement | null;
  /** What the lines of that drawing say, where the view tells. */
  lines(): readonly LineSample[] | null;
}

/** Opens the view that the state names in `root`, and lists all of them in `tabs`. */
export function createViewSwitch(
  root: HTMLElement,
  tabs: HTMLElement,
  views: readonly View[],
  explorer: Explorer,
): ViewSwitch {
  let open: { name: string; view: MountedView | null } | null = null;

  const close = (): void => {
    open?.view?.close();
    open = null;
    root.replaceChildren();
  };
  const show = async (state: State): Promise<void> => {
    const view = views.find((candidate) => candidate.name === state.view);
    root.dataset.view = state.view;
    if (!view) {
      const known = views.map(({ title }) => title).join(', ');
      root.append(h('p', { class: 'empty' }, `This explorer has no view named '${state.view}'. It has: ${known}.`));
      return;
    }
    if (view.of !== 'none' && !suits(view, state.selected)) {
      root.append(h('p', { class: 'empty' }, requestFor(view, state.selected)));
      return;
    }
    const opening = { name: openName(state), view: null as MountedView | null };
    open = opening;
    try {
      const { mount } = await view.load();
      // Another view may have been chosen while its code was on the way.
      if (open !== opening) return;
      opening.view = mount(root, explorer);
      opening.view.update(explorer.state, null);
    } catch (error) {
      if (open === opening) open = null;
      root.replaceChildren(h('p', { class: 'empty' }, `The view '${view.title}' could not be opened.`));
      explorer.complain(error);
    }
  };
  /** Two states in which the same view stands open: a view is told of another node, and not mounted anew. */
  const openName = ({ view, selected }: State): string => {
    const found = views.find((candidate) => candidate.name === view);
    return `${view} ${found ? suits(found, selected) : false}`;
  };
  const update = (state: State, previous: State | null): void => {
    if (previous === null || state.view !== previous.view || state.selected !== previous.selected) {
      showTabs(tabs, views, state);
    }
    if (open && open.name === openName(state)) {
      open.view?.update(state, previous);
      return;
    }
    close();
    void show(state);
  };
  tabs.addEventListener('click', (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-view]');
    if (!link?.dataset.view || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    explorer.dispatch(openView(link.dataset.view));
  });
  update(explorer.state, null);
  explorer.listen(update);
  return {
    shown: () => open?.view?.shown?.() ?? null,
    picture: () => open?.view?.picture?.() ?? null,
    lines: () => open?.view?.lines?.() ?? null,
  };
}

/** Every view as a link; one that is not about what is selected says so instead of leading nowhere. */
function showTabs(tabs: HTMLElement, views: readonly View[], state: State): void {
  const focused = (document.activeElement as HTMLElement | null)?.dataset.view;
  tabs.replaceChildren(
    ...views.map((view) => {
      const isOpen = view.name === state.view;
      const can = view.of === 'none' || suits(view, state.selected);
      const address = writeAddress({ ...state, view: view.name, parameters: {} });
      return h(
        'li',
        {},
        h(
          'a',
          {
            'data-view': view.name,
            ...(can || isOpen
              ? { href: address }
              : { role: 'link', 'aria-disabled': 'true', title: requestFor(view, null) }),
            'aria-current': isOpen && 'page',
          },
          view.title,
        ),
      );
    }),
  );
  // On a narrow screen the tabs scroll: the one that is open stays in sight.
  const current = tabs.querySelector<HTMLElement>('[aria-current]');
  if (current) tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
  if (focused) tabs.querySelector<HTMLElement>(`[data-view='${CSS.escape(focused)}']`)?.focus();
}

/** Whether a view is about a node of this kind. */
export function suits({ of }: View, selected: string | null): boolean {
  if (of === 'none') return true;
  if (selected === null) return false;
  return of === 'any' || of.includes(selected.slice(0, selected.indexOf(':')) as NodeKind);
}

/** The view in which a link opens a node: the open one where it suits, else one that is about this kind alone. */
export function viewFor(views: readonly View[], open: string, selected: string | null): string {
  const own = views.find(({ name }) => name === open);
  if (own === undefined || suits(own, selected)) return open;
  const apt = views.find((view) => Array.isArray(view.of) && view.of.length === 1 && suits(view, selected));
  return apt?.name ?? FIRST_VIEW.withNode;
}

function requestFor({ title, of }: View, selected: string | null): string {
  const what =
    of === 'any' || of === 'none'
      ? 'something'
      : of.map((kind) => `a ${NODE_WORDS[kind].one.toLowerCase()}`).join(' or ');
  return selected === null
    ? `${title} is about one node: choose ${what} by search, on the map or in the list.`
    : `${title} is about ${what}, which ${keyOf(selected)} is not.`;
}
