import type { GraphView } from '../model/graph-view.ts';
import { openSlice } from './slice.ts';

/**
 * When an article's fix came out, `YYYY-MM-DD`: the latest date among the files that it ships, or null where it prints
 * none. The date of an article's revision tells nothing of that.
 */
export function releaseDate(view: GraphView, index: number): string | null {
  const { kind } = view.node(index);
  if (kind !== 'article') return null;
  let latest: string | null = null;
  for (const { file } of openSlice(view, ['ships']).out(index)) {
    const date = file?.date ?? null;
    if (date !== null && (latest === null || date > latest)) latest = date;
  }
  return latest;
}
