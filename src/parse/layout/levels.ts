import type { Block } from '../../model/article.ts';
import type { HeadingRank } from './vocabulary.ts';

/** A block whose heading still has a rank instead of a level. */
export interface RankedBlock {
  block: Block;
  rank: HeadingRank | null;
  /** The level that markup or the page's form gives it, else 0. */
  level: number;
}

const SECTION = 1;
const PRODUCT = 2;
const PART = 3;
const DETAIL = 4;

/**
 * Gives each heading its level: sections 1, products that hold parts 2, parts 3, products inside a part (above a
 * table) 4. Where markup has levels of its own, they stay.
 */
export function setLevels(view: string, ranked: readonly RankedBlock[]): Block[] {
  /** Whether the current section is told product by product. */
  let byProduct = false;
  /** The name of the part that is open, or null. */
  let part: string | null = null;
  return ranked.map(({ block, rank, level }, i) => {
    if (block.kind !== 'heading') return block;
    if (level > 0) {
      if (level === SECTION) {
        byProduct = false;
        part = null;
      }
      return { ...block, level };
    }
    if (rank === 'section') {
      byProduct = false;
      part = null;
      return { ...block, level: SECTION };
    }
    if (rank === 'part' || rank === 'other') {
      part = view.slice(block.from, block.to);
      return { ...block, level: PART };
    }
    const next = ranked[i + 1];
    const holdsParts = next !== undefined && next.block.kind === 'heading' && next.rank === 'part';
    const holdsText = next !== undefined && next.block.kind !== 'heading' && next.block.kind !== 'table';
    const container = holdsParts
      ? !/file information/i.test(part ?? '') || !/^Additional file/i.test(view.slice(next.block.from, next.block.to))
      : part === null || (byProduct && holdsText);
    if (container) {
      byProduct = true;
      part = null;
      return { ...block, level: PRODUCT };
    }
    return { ...block, level: DETAIL };
  });
}

/** Levels of list items by their indentation: an item stands one deeper than the last one that is indented less. */
export interface ItemLevels {
  of(indent: number): number;
  /** A list ends where text stands that is indented less than its items. */
  end(indent: number): void;
}

/** Starts counting; the first item has level 1, wherever it stands. */
export function createItemLevels(): ItemLevels {
  let open: number[] = [];
  const close = (indent: number): void => {
    while (open.length > 0 && open[open.length - 1]! >= indent) open.pop();
  };
  return {
    of(indent) {
      close(indent);
      open.push(indent);
      return open.length;
    },
    end(indent) {
      // Text below an item, indented as far as the item's own text, belongs to it.
      if (indent === 0) open = [];
      else close(indent + 1);
    },
  };
}
