import type { Circle } from './circle.ts';

/** How strongly two lines of products are tied: `weights[a * count + b]`, the same both ways. */
export interface Ties {
  count: number;
  weights: Float64Array;
}

const ROUNDS = 300;
/** Discs keep this much apart, in parts of their radii. */
const GAP = 1.06;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Moves discs: those with many ties near each other, the largest near the middle, none overlapping. */
export function placeLines(circles: readonly Circle[], ties: Ties): void {
  spread(circles);
  const pull = normalise(ties);
  for (let round = 0; round < ROUNDS; round++) {
    const heat = 0.12 * (1 - round / ROUNDS);
    attract(circles, pull, heat);
    separate(circles, 2);
  }
  for (let round = 0; round < 400 && separate(circles, 1); round++);
}

/** A spiral from the middle, wide enough for each disc. */
function spread(circles: readonly Circle[]): void {
  let area = 0;
  for (const [index, circle] of circles.entries()) {
    const distance = index === 0 ? 0 : Math.sqrt(area) * 1.3 + circle.radius;
    circle.x = distance * Math.cos(index * GOLDEN_ANGLE);
    circle.y = distance * Math.sin(index * GOLDEN_ANGLE);
    area += circle.radius * circle.radius;
  }
}

/** Each disc's ties as parts of its own total. */
function normalise({ count, weights }: Ties): Ties {
  const parts = new Float64Array(weights.length);
  for (let a = 0; a < count; a++) {
    let total = 0;
    for (let b = 0; b < count; b++) total += weights[a * count + b] ?? 0;
    if (total > 0) for (let b = 0; b < count; b++) parts[a * count + b] = (weights[a * count + b] ?? 0) / total;
  }
  return { count, weights: parts };
}

/** Draws each disc towards those that it is tied to, and a little to the middle; the small move, the large stay. */
function attract(circles: readonly Circle[], { count, weights }: Ties, heat: number): void {
  for (const [a, circle] of circles.entries()) {
    let x = -0.15 * circle.x;
    let y = -0.15 * circle.y;
    for (const [b, other] of circles.entries()) {
      const part = weights[a * count + b] ?? 0;
      if (part === 0) continue;
      x += part * (other.x - circle.x);
      y += part * (other.y - circle.y);
    }
    circle.x += heat * x;
    circle.y += heat * y;
  }
}

/** Pushes overlapping discs apart; true if any did overlap. */
function separate(circles: readonly Circle[], times: number): boolean {
  let overlapped = false;
  for (let time = 0; time < times; time++) {
    for (let a = 0; a < circles.length; a++) {
      for (let b = a + 1; b < circles.length; b++) {
        const [one, other] = [circles[a], circles[b]];
        if (one !== undefined && other !== undefined && pushApart(one, other)) overlapped = true;
      }
    }
  }
  return overlapped;
}

function pushApart(one: Circle, other: Circle): boolean {
  const least = (one.radius + other.radius) * GAP;
  let dx = other.x - one.x;
  let dy = other.y - one.y;
  const distance = Math.hypot(dx, dy);
  if (distance >= least - 1e-6) return false;
  if (distance === 0) [dx, dy] = [1, 0];
  const share = (least - distance) / (distance || 1);
  const [massOne, massOther] = [one.radius ** 2, other.radius ** 2];
  const move = massOther / (massOne + massOther);
  one.x -= dx * share * move;
  one.y -= dy * share * move;
  other.x += dx * share * (1 - move);
  other.y += dy * share * (1 - move);
  return true;
}
