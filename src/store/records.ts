import type { GraphMap, GraphNode } from '../model/graph.ts';
import type { EdgeEnds, StoredArticle } from '../model/graph-view.ts';
import type { TextPlace } from './text-blocks.ts';

/** A node as the store keeps it; an article's with the number of copies whose text is there. */
export interface NodeRecord extends GraphNode {
  copies?: number;
}

/** An article's copy as the store keeps it, beside its id and ordinal. */
export interface ArticleHeader extends Omit<StoredArticle, 'id' | 'copy' | 'text'> {
  place: TextPlace;
}

/** How much a store holds; `articles` counts copies, `advisories` rows of feeds. */
export interface Summary {
  nodes: number;
  edges: number;
  articles: number;
  advisories: number;
}

/** The arrays of a map, each a section of its own. */
export const MAP_ARRAYS = ['x', 'y', 'community', 'importance'] as const satisfies readonly (keyof GraphMap)[];

/** The columns of the edges' ends, each a section of its own. */
export const END_COLUMNS = ['sources', 'targets', 'kinds', 'bases'] as const satisfies readonly (keyof EdgeEnds)[];

/** A copy's key: its ordinal stands first, since an id that is a file's name may hold anything. */
export function articleKey(id: string, copy: number): string {
  return `${copy}/${id}`;
}
