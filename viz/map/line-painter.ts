import type { Theme } from '../look/kinds.ts';
import type { Camera, Size } from './camera.ts';
import { createEdgeBudget } from './edge-budget.ts';
import { whenDrawn } from './gl.ts';
import type { LineLayer } from './line-layer.ts';

/** Draws the edges slice by slice while the map rests, as many as the machine manages in reasonable time. */
export interface LinePainter {
  /** Begins the picture anew. */
  start(camera: Camera, view: Size, theme: Theme): void;
  stop(): void;
}

/** `onDrawn` hears how many edges the picture holds, whenever a slice was added; `isDone` once it is complete. */
export function createLinePainter(
  layer: LineLayer,
  total: number,
  strength: () => number,
  onDrawn: (edges: number, isDone: boolean) => void,
): LinePainter {
  const budget = createEdgeBudget(total);
  let picture = 0;
  const stop = (): void => {
    picture++;
  };
  return {
    start(camera, view, theme) {
      stop();
      const own = picture;
      budget.restart();
      layer.clear();
      const step = (): void => {
        if (own !== picture || layer.gl.isContextLost()) return;
        const slice = budget.next();
        onDrawn(budget.drawn(), slice === 0);
        if (slice === 0) return;
        layer.draw(camera, view, { first: budget.drawn(), count: slice, theme, strength: strength() });
        whenDrawn(layer.gl, (milliseconds) => {
          if (own !== picture) return;
          budget.measured(slice, milliseconds);
          requestAnimationFrame(step);
        });
      };
      step();
    },
    stop,
  };
}
