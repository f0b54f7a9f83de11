/** A disc on the map. */
export interface Circle {
  x: number;
  y: number;
  radius: number;
}
