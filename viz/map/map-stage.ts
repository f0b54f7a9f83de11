import type { Light } from '../look/looks.ts';
import type { Neighbourhood } from '../server/answers.ts';
import type { MapData } from './map-data.ts';
import { canDraw, createMapView, type MapHandlers, type MapView } from './map-view.ts';
import { mapDescription } from './overview-panel.ts';

const NO_WEBGL =
  'This browser offers no WebGL, so the map is not drawn. Search, the list and the panels work as usual.';

/** The place of the map: draws it once there is room and WebGL, and draws it anew after a lost context. */
export interface MapStage {
  show(light: Light, neighbourhood: Neighbourhood | null): void;
  /** The view, while there is one. */
  view(): MapView | null;
  close(): void;
}

export function createMapStage(
  elements: { canvas: HTMLElement; regions: HTMLElement; note: HTMLElement },
  data: MapData,
  firstLight: Light,
  handlers: MapHandlers,
): MapStage {
  const { canvas, regions, note } = elements;
  let light = firstLight;
  let marked: Neighbourhood | null = null;
  let view: MapView | null = null;

  const say = (sentence: string): void => {
    note.textContent = sentence;
    note.hidden = false;
  };
  const draw = (): void => {
    if (view || canvas.clientWidth === 0 || canvas.clientHeight === 0) return;
    if (!canDraw()) {
      say(NO_WEBGL);
      return;
    }
    try {
      view = createMapView(canvas, regions, data, light, handlers);
    } catch (error) {
      // The list and the panels do without the map.
      console.error(error);
      say('The map could not be drawn. Search, the list and the panels work as usual.');
      return;
    }
    note.hidden = true;
    canvas.setAttribute('aria-label', mapDescription(data));
    if (marked) {
      view.mark(marked);
      view.goTo(marked);
    }
  };
  // A container without a size cannot be drawn into: sigma throws.
  const resizes = new ResizeObserver(draw);
  resizes.observe(canvas);
  canvas.addEventListener(
    'webglcontextlost',
    () => {
      view?.close();
      view = null;
      say('The graphics device was lost; drawing the map again…');
      setTimeout(draw, 300);
    },
    { capture: true },
  );
  draw();

  return {
    show(next, neighbourhood) {
      light = next;
      const arrived = neighbourhood !== marked;
      marked = neighbourhood;
      if (!view) return;
      if (arrived) view.mark(marked);
      view.shine(light);
      if (arrived && marked) view.goTo(marked);
    },
    view: () => view,
    close() {
      resizes.disconnect();
      view?.close();
    },
  };
}
