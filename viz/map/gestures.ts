import type { Place } from './camera.ts';

/** What hands do on the map; places count in pixels from its upper left corner. */
export interface GestureHandlers {
  onPan(dx: number, dy: number): void;
  onZoom(at: Place, factor: number): void;
  /** A click or a tap; `tolerance` is how far beside its mark a node may be hit. */
  onTap(at: Place, tolerance: number): void;
  onHover(at: Place | null): void;
  onKey(key: MapKey): void;
}
export type MapKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | '+' | '-' | '0' | 'Escape';

const KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '+', '-', '0', 'Escape'];
/** A pointer that moved less than this has clicked. */
const CLICK_SLACK = 5;
const FINGER = 14;
const MOUSE = 5;

/** Listens to mouse, touch, wheel and keys over an element, until the returned function is called. */
export function listenToGestures(element: HTMLElement, handlers: GestureHandlers): () => void {
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(
    name: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    passive = true,
  ): void => element.addEventListener(name, listener, { signal: stop.signal, passive });
  const place = (event: { clientX: number; clientY: number }): Place => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const down = new Map<number, Place>();
  let moved = 0;
  let pinched = false;

  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    if (down.size === 0) {
      moved = 0;
      pinched = false;
    }
    down.set(event.pointerId, place(event));
    if (down.size > 1) pinched = true;
  });
  on('pointermove', (event) => {
    const now = place(event);
    const before = down.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') handlers.onHover(now);
      return;
    }
    const others = [...down].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    down.set(event.pointerId, now);
    const [other] = others;
    if (other) {
      // Two fingers: what lies between them stays between them.
      const reach = (at: Place): number => Math.hypot(at.x - other.x, at.y - other.y);
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      handlers.onPan((now.x - before.x) / 2, (now.y - before.y) / 2);
      if (reach(before) > 1) handlers.onZoom(middle, reach(now) / reach(before));
      return;
    }
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (moved > CLICK_SLACK) {
      handlers.onHover(null);
      handlers.onPan(now.x - before.x, now.y - before.y);
    }
  });
  const lift = (event: PointerEvent): void => {
    const was = down.delete(event.pointerId);
    if (event.type !== 'pointerup' || !was || down.size > 0 || moved > CLICK_SLACK || pinched) return;
    handlers.onTap(place(event), event.pointerType === 'mouse' ? MOUSE : FINGER);
  };
  on('pointerup', lift);
  on('pointercancel', lift);
  on('pointerleave', () => handlers.onHover(null));
  on(
    'wheel',
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 24 : 1;
      handlers.onZoom(place(event), Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0018)));
    },
    false,
  );
  on('dblclick', (event) => handlers.onZoom(place(event), 2));
  on(
    'keydown',
    (event) => {
      const key = event.key === '=' ? '+' : event.key;
      if (!KEYS.includes(key) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      handlers.onKey(key as MapKey);
    },
    false,
  );
  return () => stop.abort();
}
