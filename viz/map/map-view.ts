import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeLineProgram } from 'sigma/rendering';
import { arrowLook, edgeLook, type Light, nodeLook } from '../look/looks.ts';
import type { Neighbourhood } from '../server/answers.ts';
import type { Box } from './box.ts';
import type { MapData } from './map-data.ts';
import { addNeighbourhood, createMapGraph, type EdgeAttributesOnMap, type NodeAttributesOnMap } from './map-graph.ts';
import { createLabelDrawing, hoverDrawing } from './map-labels.ts';
import { createRegionNames } from './region-names.ts';
import { ShapeProgram } from './shape-program.ts';

export interface MapHandlers {
  onSelect(id: string | null): void;
  onHover(id: string | null): void;
}

/** The drawn map. */
export interface MapView {
  /** Redraws with another light: theme, selection, hidden kinds. */
  shine(light: Light): void;
  /** Marks a node's neighbourhood, or nothing, and adds to the map what it lacks of it. */
  mark(neighbourhood: Neighbourhood | null): void;
  /** Moves until the marked neighbourhood is in sight. */
  goTo(neighbourhood: Neighbourhood): void;
  zoom(direction: 'in' | 'out' | 'all'): void;
  close(): void;
}

/** Whether this browser draws with WebGL at all. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/** Draws the map into `container`, which must have a size; `regions` is a layer over it. */
export function createMapView(
  container: HTMLElement,
  regions: HTMLElement,
  data: MapData,
  firstLight: Light,
  handlers: MapHandlers,
): MapView {
  const graph = createMapGraph(data);
  let light = firstLight;
  let unmark: () => void = () => {};
  const kinds = (edge: { source: string; target: string }) => ({
    source: graph.getNodeAttribute(edge.source, 'kind'),
    target: graph.getNodeAttribute(edge.target, 'kind'),
  });
  const theme = () => light.theme;
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  // Not 0, which sigma divides by.
  const duration = (): number => (still.matches ? 1 : 350);

  const placeNames = createRegionNames(regions, data.manifest.regions);
  let namesInPlace: Box[] | null = null;
  // sigma draws its first frame while it is being made.
  let drawn: Sigma<NodeAttributesOnMap, EdgeAttributesOnMap> | null = null;
  const nameRegions = (): Box[] => {
    if (!drawn) return [];
    namesInPlace ??= placeNames((place) => drawn?.graphToViewport(place) ?? place);
    return namesInPlace;
  };
  const labels = createLabelDrawing(theme, nameRegions);
  const sigma = new Sigma<NodeAttributesOnMap, EdgeAttributesOnMap>(graph, container, {
    allowInvalidContainer: true,
    nodeProgramClasses: { shape: ShapeProgram },
    defaultNodeType: 'shape',
    // Names of our own keep the order of drawing: sigma's own 'arrow' would lie below its 'line'.
    edgeProgramClasses: { thin: EdgeLineProgram, pointed: EdgeArrowProgram },
    defaultEdgeType: 'thin',
    // What a reducer returns replaces the node's attributes, its place included.
    nodeReducer: (_key, node) => ({ ...nodeLook(node, light), x: node.x, y: node.y }),
    edgeReducer: (_key, edge) =>
      edge.arrow
        ? { ...arrowLook(edge, light, kinds(edge)), type: 'pointed' }
        : { ...edgeLook(edge, light, kinds(edge)), type: 'thin' },
    zIndex: true,
    hideEdgesOnMove: graph.size > 20_000,
    labelFont: 'system-ui, sans-serif',
    labelSize: 12,
    labelWeight: '500',
    labelDensity: 0.6,
    labelGridCellSize: 140,
    labelRenderedSizeThreshold: 5.5,
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.35,
    stagePadding: 40,
    minCameraRatio: 0.01,
    maxCameraRatio: 2.5,
    defaultDrawNodeLabel: labels.draw,
    defaultDrawNodeHover: hoverDrawing(theme),
  });
  drawn = sigma;
  // The frame stays where it is when a neighbourhood adds nodes at its border.
  sigma.setCustomBBox(sigma.getBBox());

  sigma.on('beforeRender', () => {
    namesInPlace = null;
    labels.startFrame();
  });
  sigma.on('afterRender', nameRegions);
  sigma.on('clickNode', ({ node }) => handlers.onSelect(node));
  sigma.on('clickStage', () => handlers.onSelect(null));
  sigma.on('enterNode', ({ node }) => handlers.onHover(node));
  sigma.on('leaveNode', () => handlers.onHover(null));

  return {
    shine(next) {
      light = next;
      sigma.refresh();
    },
    mark(neighbourhood) {
      unmark();
      unmark = neighbourhood ? addNeighbourhood(graph, neighbourhood) : () => {};
    },
    goTo(neighbourhood) {
      const places = neighbourhood.nodes.flatMap(({ id }) => sigma.getNodeDisplayData(id) ?? []);
      const [center] = places;
      if (!center) return;
      // Far neighbours stay out of sight rather than shrink the near ones to dust.
      const distances = places.map(({ x, y }) => Math.hypot(x - center.x, y - center.y)).sort((a, b) => a - b);
      const reach = distances[Math.floor((distances.length - 1) * 0.65)] ?? 0;
      const ratio = Math.min(1, Math.max(0.12, reach * 2.6));
      void sigma.getCamera().animate({ x: center.x, y: center.y, ratio }, { duration: duration() });
    },
    zoom(direction) {
      const camera = sigma.getCamera();
      const options = { duration: duration() };
      if (direction === 'in') void camera.animatedZoom(options);
      else if (direction === 'out') void camera.animatedUnzoom(options);
      else void camera.animatedReset(options);
    },
    close() {
      sigma.kill();
      regions.replaceChildren();
    },
  };
}
