import type { EdgeKind } from '../../src/model/graph.ts';
import type { GraphData, Places } from '../graph/graph-data.ts';
import type { Theme } from '../look/kinds.ts';
import { markRadius, markScale } from '../look/looks.ts';
import { boundsOf, type Camera, cameraAround, cameraFor, type Place, pan, type Size, toMap, zoomAt } from './camera.ts';
import { createFlight } from './flight.ts';
import { whenDrawn } from './gl.ts';
import { type Highlight, highlightOf } from './highlight.ts';
import { createLinePainter, type LinePainter } from './line-painter.ts';
import { createMapLayers, type MapLayers } from './map-layers.ts';
import { drawOverlay } from './map-overlay.ts';
import { maskNodes, type NodeFilter } from './node-mask.ts';
import { drawRegions } from './region-drawing.ts';
import { createSpatialGrid, type SpatialGrid } from './spatial-grid.ts';

/** What the map shows, beside its camera. */
export interface MapLook extends NodeFilter {
  theme: Theme;
  hiddenEdges: ReadonlySet<EdgeKind>;
  /** A node's rank, or null. */
  selected: number | null;
}

/** What the map says of itself. */
export interface MapEvents {
  /** The camera came to rest. */
  onRest(camera: Camera, whole: Camera): void;
  /** So many nodes and edges are in the picture; `isSoftware` is null without WebGL. */
  onDrawn(drawn: { nodes: number; edges: number; isDone: boolean; isSoftware: boolean | null }): void;
}

/** The drawn map. Nodes are known by their ranks. */
export interface MapScene {
  /** Names and edges have arrived. */
  setGraph(graph: GraphData): void;
  look(look: MapLook): void;
  hover(node: number | null): void;
  /** The shown node under a place on the screen, or null. */
  pick(at: Place, tolerance: number): number | null;
  pan(dx: number, dy: number): void;
  zoom(at: Place, factor: number): void;
  /** Moves until a node and most of its neighbourhood are in sight. */
  goTo(node: number): void;
  flyTo(camera: Camera): void;
  whole(): Camera;
  view(): Size;
  close(): void;
}

/** So long after the last movement the map rests, in milliseconds. */
const REST = 140;
const NEIGHBOURS = 240;

/** Draws the map into `root`, now or as soon as it has a size; draws it anew after a lost graphics context. */
export function createMapScene(root: HTMLElement, places: Places, first: MapLook, events: MapEvents): MapScene {
  const stop = new AbortController();
  const bounds = boundsOf(places.positions);
  const mask = new Uint8Array(places.count);
  let grid: SpatialGrid | null = null;
  let graph: GraphData | null = null;
  let look = first;
  let layers: MapLayers | null = null;
  let painter: LinePainter | null = null;
  let view: Size = { width: 0, height: 0 };
  let whole: Camera = cameraFor(bounds, { width: 800, height: 600 });
  let camera: Camera | null = null;
  let pixels = 1;
  let shown = places.count;
  let most = places.count;
  let isMoving = false;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let isOnlyOverlay = true;
  let selected: Highlight | null = null;
  let hovered: Highlight | null = null;

  const seen = (): Camera => camera ?? whole;
  const highlight = (node: number | null): Highlight | null =>
    node === null || !graph ? null : highlightOf(graph, node, { mask, edges: look.hiddenEdges }, NEIGHBOURS);
  const ask = (overlayOnly: boolean): void => {
    isOnlyOverlay &&= overlayOnly;
    frame ||= requestAnimationFrame(draw);
  };
  const draw = (): void => {
    frame = 0;
    if (!layers) return;
    if (!isOnlyOverlay) drawMap(layers);
    isOnlyOverlay = true;
    const zoom = seen().scale / whole.scale;
    const scale = markScale(seen().scale);
    const over = { camera: seen(), view, theme: look.theme, scale, zoom, mask, selected, hovered };
    drawOverlay(layers.names, places, graph, over);
  };
  const drawMap = ({ points, regions, lineCanvas, isSoftware }: MapLayers): void => {
    drawRegions(regions, places.manifest.regions, seen(), view, look.theme);
    lineCanvas.style.visibility = isMoving ? 'hidden' : 'visible';
    const size = markScale(seen().scale);
    points.draw(seen(), view, { pixels, size, theme: look.theme, most: isMoving ? most : places.count });
    if (isMoving && points.gl) whenDrawn(points.gl, adapt);
    if (isMoving) return;
    if (painter) painter.start(seen(), view, look.theme);
    else events.onDrawn({ nodes: shown, edges: 0, isDone: graph !== null, isSoftware });
  };
  /** While the map moves, so many nodes are drawn that it moves smoothly. */
  const adapt = (milliseconds: number): void => {
    if (milliseconds > 45) most = Math.max(3000, most * 0.7);
    else if (milliseconds < 20) most = Math.min(places.count, most * 1.3);
  };
  const move = (next: Camera): void => {
    camera = next;
    isMoving = true;
    painter?.stop();
    clearTimeout(restTimer);
    restTimer = setTimeout(() => {
      isMoving = false;
      ask(false);
      events.onRest(seen(), whole);
    }, REST);
    ask(false);
  };
  const flight = createFlight(seen, move);
  const fill = (): void => {
    shown = maskNodes(mask, places, graph?.days ?? null, look);
    layers?.points.hide(mask);
    layers?.lines?.hide(mask, look.hiddenEdges);
  };
  const addLines = (): void => {
    if (!layers || !graph) return;
    layers.addEdges(graph);
    const { lines, isSoftware } = layers;
    const order = layers.edges();
    if (!lines || !order) return;
    // The nearer the camera, the fewer edges cross the view, and the stronger they may be.
    const strength = (): number => Math.min(1.5, Math.log2(Math.max(1, seen().scale / whole.scale)) * 0.3);
    painter = createLinePainter(lines, order.length, strength, (edges, isDone) =>
      events.onDrawn({ nodes: shown, edges, isDone, isSoftware }),
    );
  };
  const open = (): void => {
    const order = layers?.edges() ?? null;
    painter?.stop();
    painter = null;
    layers = createMapLayers(root, places, order);
    pixels = layers.resize(view.width, view.height);
    addLines();
    fill();
    ask(false);
  };
  const resize = (): void => {
    const { clientWidth: width, clientHeight: height } = root;
    // A hidden map waits until it is shown.
    if (width === 0 || height === 0 || (width === view.width && height === view.height && layers)) return;
    const wasWhole = camera === null || camera === whole;
    const zoom = seen().scale / whole.scale;
    view = { width, height };
    whole = cameraFor(bounds, view);
    camera = wasWhole ? whole : { ...seen(), scale: whole.scale * zoom };
    if (!layers) open();
    else {
      pixels = layers.resize(width, height);
      // An emptied canvas is filled before it is seen.
      isOnlyOverlay = false;
      draw();
    }
  };
  const sizes = new ResizeObserver(resize);
  sizes.observe(root);
  root.addEventListener(
    'webglcontextlost',
    (event) => {
      if (!root.contains(event.target as Node) || !layers) return;
      // New canvases have new contexts, whether or not the old one ever comes back.
      layers.close();
      open();
    },
    { capture: true, signal: stop.signal },
  );
  resize();

  return {
    setGraph(arrived) {
      graph = arrived;
      addLines();
      fill();
      selected = highlight(look.selected);
      ask(false);
    },
    look(next) {
      const isFiltered = next.hiddenKinds !== look.hiddenKinds || next.hiddenEdges !== look.hiddenEdges;
      const isSame = !isFiltered && next.theme === look.theme && next.days === look.days;
      look = next;
      if (!isSame) fill();
      selected = highlight(look.selected);
      ask(isSame);
    },
    hover(node) {
      if ((hovered?.node ?? null) === node) return;
      hovered = highlight(node);
      ask(true);
    },
    pick(at, tolerance) {
      grid ??= createSpatialGrid(places.positions);
      const place = toMap(seen(), view, at);
      const size = markScale(seen().scale);
      const reach = (node: number): number => markRadius(places.importance[node]!, size) + tolerance;
      return grid.nearest(place.x, place.y, reach(0) / seen().scale, (node) => {
        if (mask[node]) return false;
        const dx = (places.positions[node * 2]! - place.x) * seen().scale;
        const dy = (places.positions[node * 2 + 1]! - place.y) * seen().scale;
        return Math.hypot(dx, dy) <= reach(node);
      });
    },
    pan: (dx, dy) => {
      flight.stop();
      move(pan(seen(), dx, dy));
    },
    zoom: (at, factor) => {
      flight.stop();
      move(zoomAt(seen(), view, at, factor, whole));
    },
    goTo(node) {
      const at = (rank: number): Place => ({ x: places.positions[rank * 2]!, y: places.positions[rank * 2 + 1]! });
      flight.to(cameraAround(at(node), (highlight(node)?.neighbours ?? []).map(at), view, whole));
    },
    flyTo: flight.to,
    whole: () => whole,
    view: () => view,
    close() {
      stop.abort();
      sizes.disconnect();
      clearTimeout(restTimer);
      cancelAnimationFrame(frame);
      flight.stop();
      painter?.stop();
      layers?.close();
      layers = null;
    },
  };
}
