import type { Basis, EdgeKind, GraphMap, NodeKind } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';

/** A node with its place on the map. */
export interface PlacedNode {
  id: string;
  kind: NodeKind;
  label: string;
  x: number;
  y: number;
  /** 0 to 1. */
  importance: number;
}

/** A node, its direct neighbours and the edges between it and them. */
export interface Neighbourhood {
  /** The node asked for comes first, then its neighbours, the most important ones first. */
  nodes: PlacedNode[];
  /** Ends are indexes into `nodes`. */
  edges: { kind: EdgeKind; source: number; target: number; basis: Basis }[];
  /** How many neighbours were left out because there are more than `limit`. */
  omitted: number;
}

/** The direct neighbourhood of a node, placed on the graph's map; `limit` neighbours at most, by importance. */
export function neighbourhood(view: GraphView, map: GraphMap, index: number, limit = 300): Neighbourhood {
  const joined = [...view.edgesFrom(index), ...view.edgesTo(index)].filter((edge) => edge.source !== edge.target);
  const neighbours = [...new Set(joined.map((edge) => (edge.source === index ? edge.target : edge.source)))];
  const importance = new Map(neighbours.map((neighbour) => [neighbour, view.importance(neighbour)]));
  neighbours.sort((a, b) => importance.get(b)! - importance.get(a)! || a - b);
  const kept = [index, ...neighbours.slice(0, limit)];
  const position = new Map(kept.map((node, place) => [node, place]));
  const edges: Neighbourhood['edges'] = [];
  const seen = new Set<string>();
  for (const { kind, basis, ...ends } of joined) {
    const source = position.get(ends.source);
    const target = position.get(ends.target);
    const key = `${kind} ${source} ${target}`;
    if (source === undefined || target === undefined || seen.has(key)) continue;
    seen.add(key);
    edges.push({ kind, source, target, basis });
  }
  return {
    nodes: kept.map((node) => {
      const { id, kind, label } = view.node(node);
      return { id, kind, label, x: map.x[node] ?? 0, y: map.y[node] ?? 0, importance: view.importance(node) };
    }),
    edges,
    omitted: Math.max(0, neighbours.length - limit),
  };
}
