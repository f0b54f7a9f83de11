/** A disc on the map. */
export interface Circle {
  x: number;
  y: number;
  radius: number;
}

/** Moves discs that lie around (0, 0) to where the disc that holds them is. */
export function nest(inner: readonly Circle[], outer: readonly Circle[], holderOf: (inner: number) => number): void {
  for (const [number, disc] of inner.entries()) {
    const holder = outer[holderOf(number)];
    disc.x += holder?.x ?? 0;
    disc.y += holder?.y ?? 0;
  }
}
