import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { GROUND, NODE_WORDS, SHAPES, type Theme } from '../look/kinds.ts';
import { blend } from '../look/looks.ts';
import type { Box } from '../map/box.ts';
import { drawEdges } from './edge-drawing.ts';
import type { NameRoom } from './edge-names.ts';
import { distanceTo, numberParallel, type Point } from './edge-shape.ts';
import { curveEdges, type DrawnEdge, type EdgeNumbers } from './focus-edges.ts';
import type { FocusGraph, FocusNode } from './focus-graph.ts';
import { createFocusLabels } from './focus-labels.ts';
import type { FocusEdge } from './focus-slice.ts';
import { markBox } from './name-box.ts';
import { ShapeProgram } from './shape-program.ts';

export interface StageHandlers {
  onNode(key: string): void;
  onOpen(key: string): void;
  onEdge(edge: FocusEdge): void;
  onGround(): void;
  onMove(): void;
}

/** A focus graph on the screen, drawn by sigma; its edges lie on a canvas of their own. */
export interface FocusStage {
  show(graph: FocusGraph): void;
  paint(theme: Theme): void;
  /** Rings a node, or none. */
  mark(key: string | null): void;
  /** Where a node stands, in pixels of the stage. */
  placeOf(key: string): Point | null;
  zoom(by: 'in' | 'out' | 'all'): void;
  close(): void;
}

/** With no more edges than these, or from nearer than this, every edge bears its name where there is room. */
const NAMED_EDGES = 14;
const NEAR = 0.55;

/** Draws in an element that has a size; `lost` is called when the graphics context is gone. */
export function createFocusStage(
  root: HTMLElement,
  first: FocusGraph,
  firstTheme: Theme,
  handlers: StageHandlers,
  lost: () => void,
): FocusStage {
  let graph = first;
  let theme = firstTheme;
  let marked: string | null = null;
  let hovered: string | null = null;
  let pointed: FocusEdge | null = null;
  let drawn: DrawnEdge[] = [];
  let marks: Box[] = [];
  let numbers: EdgeNumbers = [];
  const stop = new AbortController();
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const duration = (): { duration: number } => ({ duration: still.matches ? 1 : 260 });
  const labels = createFocusLabels(() => theme);

  const look = (key: string, node: FocusNode) => {
    const words = NODE_WORDS[node.kind];
    const isMark = node.role === 'centre' || node.role === 'node';
    const colour = words.colour[theme];
    return {
      ...node,
      type: 'shape',
      shape: SHAPES.indexOf(words.shape),
      color: node.cited ? blend(colour, GROUND[theme], 0.4) : colour,
      size: isMark ? node.size : 0.1,
      forceLabel: true,
      highlighted: key === marked,
    };
  };
  const sigma = new Sigma<FocusNode, FocusEdge>(new MultiDirectedGraph(), root, {
    allowInvalidContainer: true,
    nodeProgramClasses: { shape: ShapeProgram as never },
    defaultNodeType: 'shape',
    nodeReducer: look,
    edgeReducer: () => ({ hidden: true }),
    renderEdgeLabels: false,
    labelDensity: 0.01,
    // What is seen at rest has the layout's own margins.
    stagePadding: 0,
    minCameraRatio: 0.08,
    maxCameraRatio: 2.5,
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.5,
    defaultDrawNodeLabel: labels.draw as never,
    defaultDrawNodeHover: labels.drawHover as never,
  });
  sigma.createCanvasContext('links', { beforeLayer: 'nodes' } as never);
  const canvas = sigma.getCanvases().links!;
  sigma.resize(true);
  const context = canvas.getContext('2d')!;

  const placeOf = (key: string): (Point & { radius: number }) | null => {
    const data = sigma.getNodeDisplayData(key);
    if (!data) return null;
    return { ...sigma.framedGraphToViewport(data), radius: sigma.scaleSize(data.size) };
  };
  const shapeEdges = (): void => {
    const places = new Map<string, Point & { radius: number }>();
    graph.forEachNode((key) => {
      const place = placeOf(key);
      if (place) places.set(key, place);
    });
    marks = [...places.values()].map(markBox);
    drawn = curveEdges(graph, numbers, places);
  };
  const namedEdges = (): NameRoom['which'] => {
    // In one column the headings say it, and edges run beside each other.
    if (graph.getAttribute('isNarrow')) return 'none';
    return drawn.length <= NAMED_EDGES || sigma.getCamera().ratio < NEAR ? 'every' : 'one-of-bundle';
  };
  const drawLinks = (): void => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    const item = hovered === null ? null : graph.getNodeAttribute(hovered, 'item');
    const { width, height } = sigma.getDimensions();
    const room = {
      taken: [...labels.taken(), ...marks],
      within: { left: 0, top: 0, right: width, bottom: height },
      which: namedEdges(),
    };
    drawEdges(context, drawn, { theme, item, edge: pointed, room });
  };
  sigma.on('beforeRender', labels.startFrame);
  sigma.on('afterRender', () => {
    shapeEdges();
    drawLinks();
    handlers.onMove();
  });
  const isNode = (key: string): boolean => graph.hasNode(key) && graph.getNodeAttribute(key, 'role') !== 'heading';
  sigma.on('enterNode', ({ node }) => {
    if (!isNode(node)) return;
    hovered = node;
    pointed = null;
    root.classList.add('pointing');
    drawLinks();
  });
  sigma.on('leaveNode', () => {
    hovered = null;
    root.classList.remove('pointing');
    drawLinks();
  });
  sigma.on('clickNode', ({ node }) => {
    if (isNode(node)) handlers.onNode(node);
  });
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault();
    if (isNode(event.node)) handlers.onOpen(event.node);
  });
  const edgeAt = (at: Point): FocusEdge | null => {
    let found: FocusEdge | null = null;
    let least = 7;
    for (const { edge, shape } of drawn) {
      const distance = distanceTo(shape, at);
      if (distance < least) [found, least] = [edge, distance];
    }
    return found;
  };
  sigma.on('clickStage', ({ event }) => {
    const edge = edgeAt(event);
    if (edge) handlers.onEdge(edge);
    else handlers.onGround();
  });
  sigma.on('moveBody', ({ event }) => {
    const edge = hovered === null ? edgeAt(event) : null;
    if (edge === pointed) return;
    pointed = edge;
    root.classList.toggle('pointing', edge !== null || hovered !== null);
    drawLinks();
  });
  root.addEventListener('webglcontextlost', lost, { capture: true, signal: stop.signal });

  const rest = (): void => {
    const camera = sigma.getCamera();
    const { x, y, ratio } = camera.getState();
    // Ends a movement that is under way.
    if (camera.isAnimated() || x !== 0.5 || y !== 0.5 || ratio !== 1) void camera.animatedReset({ duration: 1 });
  };
  const show = (next: FocusGraph): void => {
    // Another neighbourhood is seen whole; one that grows or shrinks by a group stays where it is.
    if (centreOf(next) !== centreOf(graph)) rest();
    graph = next;
    hovered = null;
    pointed = null;
    numbers = numberParallel(graph.mapEdges((_key, edge) => edge));
    sigma.setCustomBBox(graph.getAttribute('box'));
    // Draws at once.
    sigma.setGraph(graph as never);
  };
  show(first);
  return {
    show,
    paint(next) {
      theme = next;
      sigma.refresh({ skipIndexation: true });
    },
    mark(key) {
      const nodes = [marked, key].filter((each) => each !== null && graph.hasNode(each)) as string[];
      marked = key;
      if (nodes.length > 0) sigma.refresh({ partialGraph: { nodes }, skipIndexation: true });
    },
    placeOf,
    zoom(by) {
      const camera = sigma.getCamera();
      if (by === 'in') void camera.animatedZoom(duration());
      else if (by === 'out') void camera.animatedUnzoom(duration());
      else void camera.animatedReset(duration());
    },
    close() {
      stop.abort();
      sigma.kill();
    },
  };
}

function centreOf(graph: FocusGraph): string | undefined {
  return graph.findNode((_key, { role }) => role === 'centre');
}
