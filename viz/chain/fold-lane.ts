import type { ChainArrow, ChainBox, ChainLane, ChainMark } from './chain-lanes.ts';

/** Boxes that stand alike, drawn as one until they are asked for. */
export interface ChainFold {
  key: string;
  boxes: ChainBox[];
}

/** A lane as it is drawn. */
export interface FoldedLane {
  lane: ChainLane;
  items: ({ box: ChainBox; fold?: never } | { fold: ChainFold; box?: never })[];
  arrows: ChainArrow[];
  /** Folds that are drawn open, so that they can be closed again. */
  open: ChainFold[];
}

/** More boxes than this with the same neighbours are folded, and so many of them stay. */
const MOST_ALIKE = 6;
const LEFT = 4;
/** A fold of more than this opens as a list; its boxes would be a drawing of many screens. */
export const DRAWN_OPEN = 40;

/** The key of the fold of what lies further back than the direct neighbours. */
export const FAR = 'far';
/** With more boxes than this on one step, what lies further back than the direct neighbours is one fold. */
const MOST_WIDE = 20;

/** What a drawing always shows. */
const NEVER_FOLDED: readonly ChainMark[] = ['asked for', 'current', 'withdrawn', 'in a loop'];

/**
 * Folds boxes that are replaced by the very same packages, with all that leads to them alone, since 685 fixes that a
 * service pack contains say no more as boxes; likewise those that replace the same. `open` holds the keys of folds that
 * are drawn open, as far as they are small enough.
 */
export function foldLane(lane: ChainLane, open: ReadonlySet<string>): FoldedLane {
  const newerOf = neighboursOf(lane.arrows, 'older', 'newer');
  const olderOf = neighboursOf(lane.arrows, 'newer', 'older');
  const foldOf = new Map<string, string>();
  const folds = new Map<string, ChainFold>();
  const opened: ChainFold[] = [];
  for (const [side, ahead, behind] of [
    ['older', newerOf, olderOf],
    ['newer', olderOf, newerOf],
  ] as const) {
    const boxes = lane.boxes.filter((box) => box.side === side);
    const groups = new Map<string, ChainBox[]>();
    for (const box of boxes) {
      if (box.marks.some((mark) => NEVER_FOLDED.includes(mark))) continue;
      const key = `${side}:${[...(ahead.get(box.key) ?? [])].sort().join('+')}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [box]);
      else group.push(box);
    }
    // The nearest ones first: what leads to them alone folds with them.
    const byNearness = [...groups].sort(([, [a]], [, [b]]) => a!.steps - b!.steps);
    for (const [long, group] of byNearness) {
      const alike = group.filter(({ key }) => !foldOf.has(key));
      if (alike.length <= MOST_ALIKE) continue;
      // What goes on further says more than an end does: it stays in sight.
      const inOrder = alike.toSorted((a, b) => (behind.get(b.key)?.size ?? 0) - (behind.get(a.key)?.size ?? 0));
      const fold = { key: foldKey(long), boxes: withAllBehind(inOrder.slice(LEFT), boxes, ahead, foldOf) };
      if (open.has(fold.key) && fold.boxes.length <= DRAWN_OPEN) {
        opened.push(fold);
        continue;
      }
      folds.set(fold.key, fold);
      for (const { key } of fold.boxes) foldOf.set(key, fold.key);
    }
  }
  if (widest(lane, foldOf) > MOST_WIDE) foldFar(lane, folds, foldOf);
  const arrows = new Map<string, ChainArrow>();
  for (const arrow of lane.arrows) {
    const older = foldOf.get(arrow.older) ?? arrow.older;
    const newer = foldOf.get(arrow.newer) ?? arrow.newer;
    if (older === newer && older !== arrow.older) continue;
    const key = `${older} ${newer}`;
    const known = arrows.get(key);
    if (known === undefined) arrows.set(key, { ...arrow, older, newer, links: [...arrow.links] });
    else known.links.push(...arrow.links);
  }
  const items: FoldedLane['items'] = lane.boxes.filter(({ key }) => !foldOf.has(key)).map((box) => ({ box }));
  for (const fold of folds.values()) items.push({ fold });
  return { lane, items, arrows: [...arrows.values()], open: opened };
}

/** The most boxes that are left on one step; a chain may be long without being wide. */
function widest({ boxes }: ChainLane, foldOf: ReadonlyMap<string, string>): number {
  const counts = new Map<string, number>();
  for (const { key, side, steps } of boxes) {
    if (foldOf.has(key)) continue;
    const place = `${side} ${steps}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts.values()].reduce((most, count) => Math.max(most, count), 0);
}

/** Puts what is further back than one step, folds included, into one fold. */
function foldFar({ boxes }: ChainLane, folds: Map<string, ChainFold>, foldOf: Map<string, string>): void {
  const isFar = (box: ChainBox) =>
    box.side === 'older' && box.steps > 1 && !box.marks.some((mark) => NEVER_FOLDED.includes(mark));
  const near = new Set([...folds.values()].filter((fold) => fold.boxes.some(({ steps }) => steps <= 1)));
  const far = boxes.filter((box) => isFar(box) && !near.has(folds.get(foldOf.get(box.key) ?? '')!));
  for (const box of far) {
    folds.delete(foldOf.get(box.key) ?? '');
    foldOf.set(box.key, FAR);
  }
  if (far.length > 0) folds.set(FAR, { key: FAR, boxes: far });
}

function neighboursOf(
  arrows: readonly ChainArrow[],
  from: 'older' | 'newer',
  to: 'older' | 'newer',
): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  for (const arrow of arrows) {
    const own = neighbours.get(arrow[from]);
    if (own === undefined) neighbours.set(arrow[from], new Set([arrow[to]]));
    else own.add(arrow[to]);
  }
  return neighbours;
}

/** Boxes together with those from which every way leads through them. */
function withAllBehind(
  start: readonly ChainBox[],
  boxes: readonly ChainBox[],
  ahead: ReadonlyMap<string, ReadonlySet<string>>,
  foldOf: ReadonlyMap<string, string>,
): ChainBox[] {
  const inside = new Map(start.map((box) => [box.key, box]));
  for (let size = -1; size !== inside.size; ) {
    size = inside.size;
    for (const box of boxes) {
      if (inside.has(box.key) || foldOf.has(box.key)) continue;
      if (box.marks.some((mark) => NEVER_FOLDED.includes(mark))) continue;
      const ways = ahead.get(box.key);
      if (ways !== undefined && [...ways].every((key) => inside.has(key))) inside.set(box.key, box);
    }
  }
  return [...inside.values()];
}

/** A key that is short enough for an address, whatever it is made of. */
function foldKey(long: string): string {
  let hash = 0;
  for (let at = 0; at < long.length; at++) hash = (Math.imul(hash, 31) + long.charCodeAt(at)) >>> 0;
  return hash.toString(36);
}
