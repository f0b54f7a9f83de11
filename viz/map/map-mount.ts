import './map.css';
import type { GraphData, Places } from '../graph/graph-data.ts';
import { count, h } from '../page/dom.ts';
import { type State, select, setParameters, toggleKind } from '../state/state.ts';
import type { Mount, ShownGraph } from '../views/view.ts';
import { readCamera, toScreen, writeCamera } from './camera.ts';
import { daysOf } from './days.ts';
import { listenToGestures, type MapKey } from './gestures.ts';
import { createLegend } from './legend.ts';
import { createMapScene, type MapLook, type MapScene } from './map-scene.ts';

/** So many nodes of the map go into the list and the exports: the most important ones. */
const LISTED = 2000;
const STEP = 80;

export const mount: Mount = (root, explorer) => {
  const canvas = h('div', {
    class: 'map-canvas',
    tabindex: '0',
    role: 'application',
    'aria-label': 'Map of the graph. Arrow keys move it, plus and minus zoom, 0 shows all of it.',
  });
  const note = h('p', { class: 'map-note', role: 'status' }, 'Loading the map…');
  const legend = h('ul', { class: 'legend', 'aria-label': 'Kinds of nodes shown' });
  const caption = h('p', { class: 'map-caption' });
  const button = (key: MapKey, name: string, sign: string): HTMLElement =>
    h('button', { type: 'button', 'aria-label': name, title: name, onclick: () => press(key) }, sign);
  root.append(
    canvas,
    caption,
    note,
    legend,
    h(
      'div',
      { class: 'zoom', role: 'group', 'aria-label': 'Map view' },
      button('+', 'Zoom in', '+'),
      button('-', 'Zoom out', '−'),
      button('0', 'All of the map', 'All'),
    ),
  );
  let scene: MapScene | null = null;
  let places: Places | null = null;
  let graph: GraphData | null = null;
  let isClosed = false;
  let ownCamera: string | null = null;
  /** The node that a click on the map has just selected: it is in sight already. */
  let clicked: number | null = null;
  let showLegend: (hidden: State['hiddenKinds']) => void = () => {};

  const rankOf = (id: string | null): number | null => (id === null ? null : (graph?.rankOf(id) ?? null));
  const lookOf = (state: State): MapLook => ({
    theme: state.theme,
    hiddenKinds: state.hiddenKinds,
    hiddenEdges: state.hiddenEdges,
    days: daysOf(state.parameters.from, state.parameters.to),
    selected: rankOf(state.selected),
  });
  let look = lookOf(explorer.state);
  const press = (key: MapKey): void => {
    if (!scene) return;
    const { width, height } = scene.view();
    const middle = { x: width / 2, y: height / 2 };
    if (key === '+' || key === '-') scene.zoom(middle, key === '+' ? 1.6 : 1 / 1.6);
    else if (key === '0') scene.flyTo(scene.whole());
    else if (key === 'Escape') explorer.dispatch(select(null));
    else {
      const by = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }[key];
      scene.pan(by[0]!, by[1]!);
    }
  };
  const say = (sentence: string | null): void => {
    note.textContent = sentence ?? '';
    note.hidden = sentence === null;
  };

  const open = (arrived: Places): void => {
    places = arrived;
    say(arrived.count === 0 ? 'This graph has no nodes.' : null);
    showLegend = createLegend(legend, arrived.manifest, (kind) => explorer.dispatch(toggleKind(kind)));
    showLegend(explorer.state.hiddenKinds);
    const { edges } = arrived.manifest;
    scene = createMapScene(canvas, arrived, look, {
      onRest(camera, whole) {
        ownCamera = camera === whole ? null : writeCamera(camera, whole);
        explorer.dispatch(setParameters({ camera: ownCamera }), { replace: true });
      },
      onDrawn(drawn) {
        const part = (some: number, all: number): string =>
          some < all ? `${count(some)} of ${count(all)}` : count(all);
        const words = [`${part(drawn.nodes, arrived.count)} nodes`];
        if (drawn.isSoftware === null) words.push('no WebGL: edges are left out');
        else words.push(`drawing ${part(drawn.edges, edges)} edges`);
        if (drawn.isSoftware) words.push('software rendering');
        caption.textContent = words.join(' · ');
        if (drawn.isDone) canvas.dataset.drawn = String(drawn.edges);
        else delete canvas.dataset.drawn;
      },
    });
    canvas.dataset.open = 'true';
    fly(explorer.state);
  };
  const complete = (arrived: GraphData): void => {
    graph = arrived;
    look = lookOf(explorer.state);
    scene?.look(look);
    scene?.setGraph(arrived);
    if (explorer.state.parameters.camera === undefined && look.selected !== null) scene?.goTo(look.selected);
  };
  /** Goes where the address says. */
  const fly = ({ parameters }: State): void => {
    if (!scene || parameters.camera === undefined || parameters.camera === ownCamera) return;
    const camera = readCamera(parameters.camera, scene.whole());
    if (camera) scene.flyTo(camera);
  };
  const load = async (): Promise<void> => {
    try {
      if (!places) {
        say('Loading the map…');
        const arrived = await explorer.places();
        if (!isClosed && !places) open(arrived);
      }
      const arrived = await explorer.graph();
      if (!isClosed && !graph) complete(arrived);
    } catch (error) {
      // What was said of the server or the section stands above the page.
      if (isClosed) return;
      if (!places) say('The map could not be loaded.');
      if (!(error instanceof Error)) throw error;
    }
  };
  const stopGestures = listenToGestures(canvas, {
    onPan: (dx, dy) => scene?.pan(dx, dy),
    onZoom: (at, factor) => scene?.zoom(at, factor),
    onHover(at) {
      const node = at && (scene?.pick(at, 3) ?? null);
      canvas.classList.toggle('pointing', node !== null);
      scene?.hover(node);
    },
    onTap(at, tolerance) {
      const node = scene?.pick(at, tolerance) ?? null;
      clicked = node;
      explorer.dispatch(select(node === null || !graph ? null : graph.id(node)));
      clicked = null;
    },
    onKey: press,
  });

  return {
    update(state, previous) {
      if (previous === null || state.attempt !== previous.attempt) void load();
      if (state.hiddenKinds !== previous?.hiddenKinds) showLegend(state.hiddenKinds);
      const next = lookOf(state);
      const isSame = (Object.keys(next) as (keyof MapLook)[]).every((key) => next[key] === look[key]);
      const isOther = next.selected !== look.selected;
      if (!isSame) {
        look = next;
        scene?.look(look);
      }
      if (state.parameters.camera !== undefined && state.parameters.camera !== previous?.parameters.camera) fly(state);
      else if (isOther && next.selected !== null && next.selected !== clicked) scene?.goTo(next.selected);
    },
    shown() {
      if (!graph || !scene) return null;
      return shownOnMap(graph, scene, explorer.state);
    },
    close() {
      isClosed = true;
      stopGestures();
      scene?.close();
    },
  };
};

/** The most important nodes of the map that its filters show, without the edges, which are too many to read. */
function shownOnMap(graph: GraphData, scene: MapScene, { hiddenKinds }: State): ShownGraph {
  const nodes: ShownGraph['nodes'] = [];
  for (let rank = 0; rank < graph.count && nodes.length < LISTED; rank++) {
    const kind = graph.kind(rank);
    if (hiddenKinds.has(kind)) continue;
    const place = { x: graph.positions[rank * 2]!, y: graph.positions[rank * 2 + 1]! };
    const at = toScreen(scene.whole(), scene.view(), place);
    nodes.push({ id: graph.id(rank), kind, label: graph.label(rank), date: graph.date(rank), ...at });
  }
  return { title: 'Map', nodes, edges: [] };
}
