import type { ChainArrow, ChainBox, ChainLane } from './chain-lanes.ts';

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
  /** Keys of folds that are open, so that they can be closed again. */
  open: string[];
}

/** More boxes than this with the same neighbours are folded, and so many of them stay. */
const MOST_ALIKE = 6;
const LEFT = 4;

/**
 * Folds what is replaced by the very same packages and replaces nothing itself, since 685 fixes that a service pack
 * contains say no more as boxes; likewise what replaces the same and is replaced by nothing. What is current, absent or
 * asked for never folds. `open` holds the keys of folds that stay open.
 */
export function foldLane(lane: ChainLane, open: ReadonlySet<string>): FoldedLane {
  const newerOf = new Map<string, Set<string>>();
  const olderOf = new Map<string, Set<string>>();
  for (const { older, newer } of lane.arrows) {
    newerOf.set(older, (newerOf.get(older) ?? new Set()).add(newer));
    olderOf.set(newer, (olderOf.get(newer) ?? new Set()).add(older));
  }
  const groups = new Map<string, ChainBox[]>();
  for (const box of lane.boxes) {
    if (box.marks.some((mark) => mark !== 'outside the product' && mark !== 'not in the archive')) continue;
    const [newer, older] = [newerOf.get(box.key), olderOf.get(box.key)];
    const end = older === undefined ? newer : newer === undefined ? older : undefined;
    if (end === undefined) continue;
    const key = `${older === undefined ? 'older' : 'newer'}:${[...end].sort().join('+')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [box]);
    else group.push(box);
  }
  const folds = new Map<string, ChainFold>();
  const foldOf = new Map<string, string>();
  const opened: string[] = [];
  for (const [key, alike] of groups) {
    if (alike.length <= MOST_ALIKE) continue;
    const short = foldKey(key);
    if (open.has(short)) {
      opened.push(short);
      continue;
    }
    const boxes = alike.slice(LEFT);
    folds.set(short, { key: short, boxes });
    for (const box of boxes) foldOf.set(box.key, short);
  }
  const arrows = new Map<string, ChainArrow>();
  for (const arrow of lane.arrows) {
    const older = foldOf.get(arrow.older) ?? arrow.older;
    const newer = foldOf.get(arrow.newer) ?? arrow.newer;
    const key = `${older} ${newer}`;
    const known = arrows.get(key);
    if (known === undefined) arrows.set(key, { ...arrow, older, newer });
    else arrows.set(key, { ...known, links: [...known.links, ...arrow.links] });
  }
  const items: FoldedLane['items'] = lane.boxes.filter(({ key }) => !foldOf.has(key)).map((box) => ({ box }));
  for (const fold of folds.values()) items.push({ fold });
  return { lane, items, arrows: [...arrows.values()], open: opened };
}

/** A key that is short enough for an address, whatever it is made of. */
function foldKey(long: string): string {
  let hash = 0;
  for (let at = 0; at < long.length; at++) hash = (Math.imul(hash, 31) + long.charCodeAt(at)) >>> 0;
  return hash.toString(36);
}
