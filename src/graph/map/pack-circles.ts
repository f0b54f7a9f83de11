import type { Circle } from './circle.ts';

/** A link of the front: the ring of circles that the next one may touch. */
interface Link {
  circle: Circle;
  next: Link;
  previous: Link;
}

/**
 * Moves circles next to each other without overlap, the first in the middle and each further one as near to it as
 * there is room (the front-chain method of Wang and others); returns the radius around (0, 0) that holds them all.
 */
export function packCircles(circles: readonly Circle[]): number {
  const [a, b] = circles;
  if (a === undefined) return 0;
  a.x = 0;
  a.y = 0;
  if (b === undefined) return a.radius;
  a.x = -b.radius;
  b.x = a.radius;
  b.y = 0;
  if (circles.length > 2) packRest(circles, a, b);
  return centre(circles);
}

function packRest(circles: readonly Circle[], a: Circle, b: Circle): void {
  const third = circles[2];
  if (third === undefined) return;
  touchBoth(b, a, third);
  let [front, after] = ring(a, b, third);
  for (let index = 3; index < circles.length; index++) {
    const circle = circles[index];
    if (circle === undefined) continue;
    touchBoth(front.circle, after.circle, circle);
    const crossed = firstCrossed(front, after, circle);
    if (crossed !== null) {
      // The circle does not fit between the two: take out what lies between it and the one that it crosses.
      if (crossed.ahead) after = crossed.link;
      else front = crossed.link;
      front.next = after;
      after.previous = front;
      index--;
      continue;
    }
    const link: Link = { circle, previous: front, next: after };
    front.next = link;
    after.previous = link;
    after = link;
    front = nearestPair(link);
    after = front.next;
  }
}

function ring(a: Circle, b: Circle, c: Circle): [Link, Link] {
  const first = { circle: a } as Link;
  const second = { circle: b } as Link;
  const third = { circle: c } as Link;
  Object.assign(first, { next: second, previous: third });
  Object.assign(second, { next: third, previous: first });
  Object.assign(third, { next: first, previous: second });
  return [first, second];
}

/** Looks along the front both ways, by the length of it, for the nearest circle that the new one would cross. */
function firstCrossed(front: Link, after: Link, circle: Circle): { link: Link; ahead: boolean } | null {
  let ahead = after.next;
  let behind = front.previous;
  let lengthAhead = after.circle.radius;
  let lengthBehind = front.circle.radius;
  do {
    if (lengthAhead <= lengthBehind) {
      if (crosses(ahead.circle, circle)) return { link: ahead, ahead: true };
      lengthAhead += ahead.circle.radius;
      ahead = ahead.next;
    } else {
      if (crosses(behind.circle, circle)) return { link: behind, ahead: false };
      lengthBehind += behind.circle.radius;
      behind = behind.previous;
    }
  } while (ahead !== behind.next);
  return null;
}

/** The pair of the front that is nearest to the middle. */
function nearestPair(start: Link): Link {
  let best = start;
  let least = distanceOfPair(start);
  for (let link = start.next; link !== start; link = link.next) {
    const distance = distanceOfPair(link);
    if (distance < least) {
      best = link;
      least = distance;
    }
  }
  return best;
}

function distanceOfPair({ circle: a, next: { circle: b } }: Link): number {
  const sum = a.radius + b.radius;
  const x = (a.x * b.radius + b.x * a.radius) / sum;
  const y = (a.y * b.radius + b.y * a.radius) / sum;
  return x * x + y * y;
}

/** Puts `c` so that it touches `a` and `b`. */
function touchBoth(b: Circle, a: Circle, c: Circle): void {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  if (square === 0) {
    c.x = a.x + c.radius;
    c.y = a.y;
    return;
  }
  const reachA = (a.radius + c.radius) ** 2;
  const reachB = (b.radius + c.radius) ** 2;
  if (reachA > reachB) {
    const along = (square + reachB - reachA) / (2 * square);
    const aside = Math.sqrt(Math.max(0, reachB / square - along * along));
    c.x = b.x - along * dx - aside * dy;
    c.y = b.y - along * dy + aside * dx;
  } else {
    const along = (square + reachA - reachB) / (2 * square);
    const aside = Math.sqrt(Math.max(0, reachA / square - along * along));
    c.x = a.x + along * dx - aside * dy;
    c.y = a.y + along * dy + aside * dx;
  }
}

function crosses(a: Circle, b: Circle): boolean {
  const reach = a.radius + b.radius - 1e-6;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  return reach > 0 && reach * reach > dx * dx + dy * dy;
}

/** Moves all so that (0, 0) is the middle of their bounds; returns the radius that holds them. */
function centre(circles: readonly Circle[]): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y, radius } of circles) {
    left = Math.min(left, x - radius);
    right = Math.max(right, x + radius);
    top = Math.min(top, y - radius);
    bottom = Math.max(bottom, y + radius);
  }
  let reach = 0;
  for (const circle of circles) {
    circle.x -= (left + right) / 2;
    circle.y -= (top + bottom) / 2;
    reach = Math.max(reach, Math.hypot(circle.x, circle.y) + circle.radius);
  }
  return reach;
}
