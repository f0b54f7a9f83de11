import { NODE_KINDS } from '../../src/model/graph.ts';
import type { Places } from '../graph/graph-data.ts';
import { NODE_WORDS } from '../look/kinds.ts';
import { markRadius } from '../look/looks.ts';
import { toScreen } from './camera.ts';
import type { PointLayer } from './point-layer.ts';

/** The nodes without WebGL: squares on a 2D canvas, slower and plainer, but all of them. */
export function createPlainPoints(canvas: HTMLCanvasElement, places: Places): PointLayer | null {
  const context = canvas.getContext('2d');
  if (!context) return null;
  let hidden = new Uint8Array(places.count);
  return {
    gl: null,
    hide(mask) {
      hidden = mask.slice();
    },
    draw(camera, view, { pixels, size, theme, most }) {
      context.setTransform(pixels, 0, 0, pixels, 0, 0);
      context.clearRect(0, 0, view.width, view.height);
      const colours = NODE_KINDS.map((kind) => NODE_WORDS[kind].colour[theme]);
      for (let rank = Math.min(places.count, Math.ceil(most)) - 1; rank >= 0; rank--) {
        if (hidden[rank]) continue;
        const at = toScreen(camera, view, { x: places.positions[rank * 2]!, y: places.positions[rank * 2 + 1]! });
        if (at.x < 0 || at.y < 0 || at.x > view.width || at.y > view.height) continue;
        const radius = markRadius(places.importance[rank]!, size);
        context.fillStyle = colours[places.kinds[rank]!]!;
        context.fillRect(at.x - radius, at.y - radius, radius * 2, radius * 2);
      }
    },
    close() {},
  };
}
