import { between, type Camera } from './camera.ts';

const DURATION = 380;

/** Takes a camera from where it is to another place, by way of what lies between. */
export interface Flight {
  to(camera: Camera): void;
  stop(): void;
}

/** Moves at once where the person asked for reduced motion. */
export function createFlight(from: () => Camera, move: (camera: Camera) => void): Flight {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let frame = 0;
  return {
    to(camera) {
      cancelAnimationFrame(frame);
      if (still.matches) {
        move(camera);
        return;
      }
      const start = from();
      const started = performance.now();
      const step = (now: number): void => {
        const t = Math.min(1, Math.max(0, (now - started) / DURATION));
        move(t === 1 ? camera : between(start, camera, t));
        if (t < 1) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
