import { EDGE_WORDS } from '../look/kinds.ts';
import { type Box, overlap } from '../map/box.ts';
import { LOUD } from '../map/edge-order.ts';
import { pointAt } from './edge-shape.ts';
import type { DrawnEdge } from './focus-edges.ts';
import type { FocusEdge } from './focus-slice.ts';

/** A name on an edge: the middle of its words, in pixels of the picture. */
export interface EdgeName {
  words: string;
  x: number;
  y: number;
}

export interface NameRoom {
  /** What must stay free: marks, and names of nodes. */
  taken: readonly Box[];
  /** The part of the picture that is seen. */
  within: Box;
  /** How wide words are, in pixels. */
  measure(words: string): number;
  /** Which edges may bear their names: every one, or one of those that run side by side and say the same. */
  which: 'every' | 'one-of-bundle' | 'none';
}

export const EDGE_NAME_SIZE = 11;
/** Half the height of a name with the room around it. */
const HALF = 7;
/** Where along an edge its name may stand, from the centre of the view outwards, the best place first. */
const PLACES = [0.62, 0.7, 0.54, 0.77, 0.46, 0.38] as const;

/**
 * Finds places for the names of edges where they cover neither a node, nor its name, nor each other. Edges that decide
 * what to install come first; an edge whose name fits nowhere goes without, as its colour, dash and card tell it too.
 */
export function placeEdgeNames(edges: readonly DrawnEdge[], { taken, within, measure, which }: NameRoom): EdgeName[] {
  if (which === 'none') return [];
  const boxes = [...taken];
  const named = new Set<string>();
  const names: EdgeName[] = [];
  const [loud, quiet] = [
    edges.filter(({ edge }) => LOUD.has(edge.kind)),
    edges.filter(({ edge }) => !LOUD.has(edge.kind)),
  ];
  for (const { edge, shape } of [...loud, ...quiet]) {
    const bundle = `${edge.kind} ${edge.basis} ${edge.source === 0 ? 'out' : edge.target === 0 ? 'in' : ''}`;
    if (which === 'one-of-bundle' && named.has(bundle)) continue;
    const words = wordsOf(edge);
    const half = measure(words) / 2;
    for (const along of PLACES) {
      const { x, y } = pointAt(shape, edge.target === 0 ? 1 - along : along);
      const box = { left: x - half, right: x + half, top: y - HALF, bottom: y + HALF };
      const isSeen =
        box.left >= within.left && box.right <= within.right && box.top >= within.top && box.bottom <= within.bottom;
      if (!isSeen || boxes.some((other) => overlap(box, other, 1))) continue;
      boxes.push(box);
      named.add(bundle);
      names.push({ words, x, y });
      break;
    }
  }
  return names;
}

/** 'replaces (inferred)': read along the arrow. */
export function wordsOf({ kind, basis }: Pick<FocusEdge, 'kind' | 'basis'>): string {
  return EDGE_WORDS[kind].out.toLowerCase() + (basis === 'stated' ? '' : ` (${basis})`);
}
