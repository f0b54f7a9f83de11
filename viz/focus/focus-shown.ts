import type { GraphData } from '../graph/graph-data.ts';
import { count } from '../page/dom.ts';
import type { ShownGraph } from '../views/view.ts';
import { type FocusGraph, nameOf } from './focus-graph.ts';
import type { FocusOptions } from './focus-options.ts';
import type { FocusSlice } from './focus-slice.ts';

const TITLE_LENGTH = 70;

/** How much is shown, and of how much, where that is known. */
export function captionOf({ items, edges, groups }: FocusSlice, { depth, opened }: FocusOptions): string {
  const nodes = items.filter(({ role }) => role === 'node' || role === 'centre').length;
  const words = `${count(edges.length)} edges`;
  if (depth > 1 || opened.length > 0) return `${count(nodes)} nodes · ${words}`;
  const all = new Set(groups.flatMap(({ ranks }) => ranks)).size + 1;
  return `${count(nodes)} of ${count(all)} nodes within a step · ${words}`;
}

/** The nodes and edges of the picture, for the list and the exports. */
export function shownInFocus(graph: GraphData, { items, edges }: FocusSlice, drawn: FocusGraph): ShownGraph {
  const nodes = items.flatMap(({ key, role, rank }) => {
    if (role !== 'node' && role !== 'centre') return [];
    const { x, y } = drawn.getNodeAttributes(key);
    return [{ id: key, kind: graph.kind(rank), label: graph.label(rank), date: graph.date(rank), x, y: -y }];
  });
  return {
    title: `Neighbourhood of ${items[0] ? nameOf(graph, items[0].rank, TITLE_LENGTH) : ''}`,
    nodes,
    edges: edges.map(({ kind, basis, source, target }) => ({
      kind,
      basis,
      source: items[source]!.key,
      target: items[target]!.key,
    })),
  };
}
