import './map.css';
import type { Light } from '../look/looks.ts';
import { h } from '../page/dom.ts';
import type { Neighbourhood } from '../server/answers.ts';
import { fetchNeighbourhood } from '../server/api.ts';
import { hover, type State, select, toggleKind } from '../state/state.ts';
import type { Mount } from '../views/view.ts';
import { createLegend } from './legend.ts';
import type { MapData } from './map-data.ts';
import { createMapStage, type MapStage } from './map-stage.ts';
import { caption } from './overview-panel.ts';

export const mount: Mount = (root, explorer) => {
  const canvas = h('div', { id: 'canvas', role: 'img', 'aria-label': 'Map of the graph, loading' });
  const regions = h('div', { id: 'regions', 'aria-hidden': 'true' });
  const note = h('p', { id: 'map-note', role: 'status' }, 'Loading the map…');
  const legend = h('ul', { id: 'legend', 'aria-label': 'Kinds of nodes shown' });
  const words = h('p', { id: 'map-caption' });
  let stage: MapStage | null = null;
  let data: MapData | null = null;
  let around: { of: string; found: Neighbourhood } | null = null;
  let isClosed = false;
  let showLegend: (hidden: State['hiddenKinds']) => void = () => {};

  const zoom = (direction: 'in' | 'out' | 'all', name: string, sign: string): HTMLElement =>
    h('button', { type: 'button', 'aria-label': name, onclick: () => stage?.view()?.zoom(direction) }, sign);
  root.append(
    canvas,
    regions,
    words,
    note,
    legend,
    h(
      'div',
      { id: 'zoom', role: 'group', 'aria-label': 'Map view' },
      zoom('in', 'Zoom in', '+'),
      zoom('out', 'Zoom out', '−'),
      zoom('all', 'Show the whole map', '⤢'),
    ),
  );

  const neighbourhood = (): Neighbourhood | null =>
    around && around.of === explorer.state.selected ? around.found : null;
  const light = (state: State): Light => ({
    theme: state.theme,
    selected: state.selected,
    neighbours: neighbourhood() && new Set(neighbourhood()?.nodes.map((node) => node.id)),
    hiddenKinds: state.hiddenKinds,
    spacing: data ? (data.spacing * Math.min(canvas.clientWidth, canvas.clientHeight)) / data.extent : 10,
    dense: (data?.edgeKinds.length ?? 0) > 4000,
  });
  const show = (): void => stage?.show(light(explorer.state), neighbourhood());
  const loadAround = async (id: string): Promise<void> => {
    try {
      around = { of: id, found: await fetchNeighbourhood(id) };
      if (explorer.state.selected === id) show();
    } catch {
      // The panel says what is wrong with the node or the server.
    }
  };
  const load = async (): Promise<void> => {
    note.textContent = 'Loading the map…';
    let graph: MapData;
    try {
      graph = await explorer.graph();
    } catch {
      note.textContent = 'The map could not be loaded.';
      return;
    }
    if (isClosed || data) return;
    data = graph;
    words.textContent = caption(graph);
    showLegend = createLegend(legend, graph.manifest, (kind) => explorer.dispatch(toggleKind(kind)));
    showLegend(explorer.state.hiddenKinds);
    stage = createMapStage({ canvas, regions, note }, graph, light(explorer.state), {
      onSelect: (id) => explorer.dispatch(select(id)),
      onHover: (id) => {
        canvas.classList.toggle('pointing', id !== null);
        explorer.dispatch(hover(id));
      },
    });
    show();
  };
  return {
    update(state, previous) {
      if (!data && (previous === null || state.attempt !== previous.attempt)) void load();
      const isOther = state.selected !== previous?.selected;
      if (isOther && state.selected !== null) void loadAround(state.selected);
      if (state.hiddenKinds !== previous?.hiddenKinds) showLegend(state.hiddenKinds);
      if (isOther || state.theme !== previous?.theme || state.hiddenKinds !== previous?.hiddenKinds) show();
    },
    close() {
      isClosed = true;
      stage?.close();
    },
  };
};
