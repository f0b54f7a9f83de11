import type { GraphData, Places } from '../graph/graph-data.ts';
import { h } from '../page/dom.ts';
import { type EdgeOrder, orderEdges } from './edge-order.ts';
import { isSoftware } from './gl.ts';
import { createLineLayer, type LineLayer } from './line-layer.ts';
import { createPlainPoints } from './plain-points.ts';
import { createPointLayer, type PointLayer } from './point-layer.ts';

/** The canvases of the map, from the lowest to the highest: regions, edges, nodes, names. */
export interface MapLayers {
  regions: CanvasRenderingContext2D;
  points: PointLayer;
  lines: LineLayer | null;
  lineCanvas: HTMLCanvasElement;
  names: CanvasRenderingContext2D;
  /** Whether the processor computes what a graphics device should; null without WebGL. */
  isSoftware: boolean | null;
  /** Fills the layer of the edges; returns how many there are. */
  addEdges(graph: GraphData): void;
  edges(): EdgeOrder | null;
  resize(width: number, height: number): number;
  close(): void;
}

/** Makes the canvases in an element, which must have a size; `order` is that of an earlier set of layers. */
export function createMapLayers(root: HTMLElement, places: Places, order: EdgeOrder | null): MapLayers {
  const canvases = Array.from({ length: 4 }, () => h('canvas', { 'aria-hidden': 'true' }));
  const [regionCanvas, lineCanvas, pointCanvas, nameCanvas] = canvases as [
    HTMLCanvasElement,
    HTMLCanvasElement,
    HTMLCanvasElement,
    HTMLCanvasElement,
  ];
  root.replaceChildren(...canvases);
  const regions = regionCanvas.getContext('2d');
  const names = nameCanvas.getContext('2d');
  const points = createPointLayer(pointCanvas, places) ?? createPlainPoints(pointCanvas, places);
  if (!regions || !names || !points) throw new Error('This browser draws on no canvas.');
  const software = points.gl && isSoftware(points.gl);
  const layers: MapLayers = {
    regions,
    points,
    lines: null,
    lineCanvas,
    names,
    isSoftware: software,
    addEdges(graph) {
      if (!points.gl || layers.lines) return;
      order ??= orderEdges(graph.from);
      layers.lines = createLineLayer(lineCanvas, places.positions, order);
    },
    edges: () => order,
    resize(width, height) {
      // More pixels than needed are what a processor that draws has least time for.
      const pixels = software === false ? Math.min(2, devicePixelRatio) : 1;
      for (const canvas of canvases) {
        const sharp = canvas === regionCanvas || canvas === nameCanvas ? Math.min(2, devicePixelRatio) : pixels;
        canvas.width = Math.round(width * sharp);
        canvas.height = Math.round(height * sharp);
      }
      for (const context of [regions, names]) {
        const sharp = Math.min(2, devicePixelRatio);
        context.setTransform(sharp, 0, 0, sharp, 0, 0);
      }
      return pixels;
    },
    close() {
      points.close();
      layers.lines?.close();
      root.replaceChildren();
    },
  };
  return layers;
}
