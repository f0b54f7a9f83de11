import type { EdgeKind } from '../../src/model/graph.ts';

export interface Point {
  x: number;
  y: number;
}

/** A cubic curve on the screen, from the border of one mark to that of another. */
export interface EdgeShape {
  from: Point;
  first: Point;
  second: Point;
  to: Point;
  /** The arrow's three corners; its tip comes first. */
  arrow: readonly [Point, Point, Point];
  middle: Point;
}

/** Dashes tell kinds apart that share a colour; an arrow that is not filled says that the edge is inferred. */
export const DASHES: Partial<Record<EdgeKind, readonly number[]>> = {
  'fixed-in': [7, 3],
  'applies-to': [2, 4],
  ships: [9, 4],
  addresses: [7, 3],
  mentions: [1, 4],
  'service-pack-of': [10, 3, 2, 3],
  'part-of': [10, 3, 2, 3],
  'contains-newer': [5, 5],
  'same-build': [3, 3],
};

/** Edges between the same two nodes are this many pixels apart. */
const APART = 18;

/**
 * `place` is the edge's number among `of` edges between the same two nodes; the edge runs straight up or down from its
 * `trunk` end and turns to the other one.
 */
export function edgeShape(
  source: Point & { radius: number },
  target: Point & { radius: number },
  { place, of, arrow, trunk = null }: { place: number; of: number; arrow: number; trunk?: 'source' | 'target' | null },
): EdgeShape {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.hypot(dx, dy) || 1;
  const normal = { x: -dy / length, y: dx / length };
  // Nodes in one column are joined by a bow beside it, others by a curve that leaves and arrives sideways.
  const isUpright = Math.abs(dx) < Math.abs(dy) * 0.35;
  const bow = isUpright ? Math.min(90, 24 + length * 0.14) : 0;
  const spread = (place - (of - 1) / 2) * APART;
  const shift = { x: normal.x * (bow + spread), y: normal.y * (bow + spread) };
  const bend = isUpright ? { x: dx * 0.3, y: dy * 0.3 } : { x: dx * 0.45, y: 0 };
  const first = { x: source.x + bend.x + shift.x, y: source.y + bend.y + shift.y };
  const second = { x: target.x - bend.x + shift.x, y: target.y - bend.y + shift.y };
  if (trunk === 'source') {
    Object.assign(first, { x: source.x + spread * 0.4, y: source.y + dy * 0.6 });
    Object.assign(second, { x: source.x + spread * 0.4, y: target.y });
  } else if (trunk === 'target') {
    Object.assign(first, { x: target.x + spread * 0.4, y: source.y });
    Object.assign(second, { x: target.x + spread * 0.4, y: target.y - dy * 0.6 });
  }
  const from = towards(source, first, source.radius + 2);
  const tip = towards(target, second, target.radius + 3);
  const to = towards(tip, second, arrow);
  const [ax, ay] = [(tip.x - to.x) / (arrow || 1), (tip.y - to.y) / (arrow || 1)];
  const wing = arrow * 0.45;
  return {
    from,
    first,
    second,
    to,
    arrow: [tip, { x: to.x - ay * wing, y: to.y + ax * wing }, { x: to.x + ay * wing, y: to.y - ax * wing }],
    middle: pointAt({ from, first, second, to }, 0.5),
  };
}

/** A point of the curve, `t` from 0 to 1. */
export function pointAt(
  { from, first, second, to }: Pick<EdgeShape, 'from' | 'first' | 'second' | 'to'>,
  t: number,
): Point {
  const s = 1 - t;
  const mix = (a: number, b: number, c: number, d: number): number =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  return { x: mix(from.x, first.x, second.x, to.x), y: mix(from.y, first.y, second.y, to.y) };
}

/** How far a place is from a curve, nearly: from the nearest of the points along it. */
export function distanceTo(shape: EdgeShape, { x, y }: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 20; step++) {
    const at = pointAt(shape, step / 20);
    const next = pointAt(shape, Math.min(1, (step + 1) / 20));
    least = Math.min(least, distanceToLine({ x, y }, at, next));
  }
  return least;
}

function distanceToLine(place: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = dx * dx + dy * dy === 0 ? 0 : ((place.x - a.x) * dx + (place.y - a.y) * dy) / (dx * dx + dy * dy);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(place.x - a.x - t * dx, place.y - a.y - t * dy);
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
}

/** Numbers the edges between each two nodes: `place` of `of`. */
export function numberParallel<T extends { source: number; target: number }>(
  edges: readonly T[],
): { place: number; of: number }[] {
  const counts = new Map<string, number>();
  const name = ({ source, target }: T): string => `${Math.min(source, target)} ${Math.max(source, target)}`;
  const places = edges.map((edge) => {
    const place = counts.get(name(edge)) ?? 0;
    counts.set(name(edge), place + 1);
    return { edge, place };
  });
  // The normal turns with the direction: one of two opposite edges would lie on the other.
  return places.map(({ edge, place }) => {
    const of = counts.get(name(edge)) ?? 1;
    return { place: edge.source < edge.target ? place : of - 1 - place, of };
  });
}
