/** What of the map is seen: the place in the middle of the view, and how many pixels one unit of the map takes. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

/** A size, or a place, in CSS pixels; places count from the upper left corner. */
export interface Size {
  width: number;
  height: number;
}
export interface Place {
  x: number;
  y: number;
}

/** The box around all nodes, in the map's units; y grows upwards. */
export interface Bounds {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** How far the camera comes near, and how far it goes, as multiples of the scale that shows everything. */
const NEAREST = 120;
const FARTHEST = 0.5;
/** Room for the words above the map and the legend below it. */
const PADDING = { side: 20, top: 60, bottom: 56 };

export function boundsOf(positions: Float32Array): Bounds {
  const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (let at = 0; at < positions.length; at += 2) {
    const x = positions[at]!;
    const y = positions[at + 1]!;
    if (x < bounds.left) bounds.left = x;
    if (x > bounds.right) bounds.right = x;
    if (y < bounds.bottom) bounds.bottom = y;
    if (y > bounds.top) bounds.top = y;
  }
  return positions.length === 0 ? { left: 0, right: 1, bottom: 0, top: 1 } : bounds;
}

/** The camera that shows a box whole. */
export function cameraFor({ left, right, bottom, top }: Bounds, { width, height }: Size): Camera {
  const fitting = Math.min(
    Math.max(1, width - 2 * PADDING.side) / Math.max(right - left, 1e-6),
    Math.max(1, height - PADDING.top - PADDING.bottom) / Math.max(top - bottom, 1e-6),
  );
  // One node alone has no extent to fill the view with.
  const scale = Math.min(fitting, 60);
  const y = (bottom + top) / 2 - (PADDING.bottom - PADDING.top) / 2 / scale;
  return { x: (left + right) / 2, y, scale };
}

export function toScreen(camera: Camera, { width, height }: Size, place: Place): Place {
  return {
    x: width / 2 + (place.x - camera.x) * camera.scale,
    y: height / 2 - (place.y - camera.y) * camera.scale,
  };
}

export function toMap(camera: Camera, { width, height }: Size, place: Place): Place {
  return {
    x: camera.x + (place.x - width / 2) / camera.scale,
    y: camera.y - (place.y - height / 2) / camera.scale,
  };
}

/** Moves what is seen by so many pixels. */
export function pan(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y + dy / camera.scale };
}

/** Comes nearer by a factor; what lies under `at` stays there. */
export function zoomAt(camera: Camera, size: Size, at: Place, factor: number, whole: Camera): Camera {
  const scale = Math.min(whole.scale * NEAREST, Math.max(whole.scale * FARTHEST, camera.scale * factor));
  const under = toMap(camera, size, at);
  const moved = { ...camera, scale };
  const there = toMap(moved, size, at);
  return { x: camera.x + under.x - there.x, y: camera.y + under.y - there.y, scale };
}

/**
 * The camera that shows a place with most of what belongs to it: what is far stays out of sight rather than shrink what
 * is near to dust.
 */
export function cameraAround(at: Place, others: readonly Place[], { width, height }: Size, whole: Camera): Camera {
  const distances = others.map(({ x, y }) => Math.hypot(x - at.x, y - at.y)).sort((a, b) => a - b);
  const reach = Math.max(1, distances[Math.floor((distances.length - 1) * 0.65)] ?? 1);
  const least = whole.scale * 1.5;
  const scale = Math.min(width || 600, height || 400) / (2.6 * reach);
  return { ...at, scale: Math.min(Math.max(scale, least), Math.max(16, least)) };
}

/** The camera on the way from one to another, `t` from 0 to 1. */
export function between(from: Camera, to: Camera, t: number): Camera {
  const eased = t < 0.5 ? 2 * t * t : 1 - (2 - 2 * t) ** 2 / 2;
  const mix = (a: number, b: number): number => a + (b - a) * eased;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), scale: from.scale * (to.scale / from.scale) ** eased };
}

/** A camera for a link: the place, and the zoom as a multiple of what shows everything; the same on any screen. */
export function writeCamera({ x, y, scale }: Camera, whole: Camera): string {
  return [x, y, scale / whole.scale].map((value) => String(Number(value.toPrecision(5)))).join(',');
}

/** Reads it back; null for what is none. */
export function readCamera(text: string | undefined, whole: Camera): Camera | null {
  const [x, y, zoom, ...rest] = (text ?? '').split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
  if (x === undefined || y === undefined || zoom === undefined || rest.length > 0) return null;
  if (![x, y, zoom].every(Number.isFinite) || zoom <= 0) return null;
  return { x, y, scale: whole.scale * Math.min(NEAREST, Math.max(FARTHEST, zoom)) };
}
