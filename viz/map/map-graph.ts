import { MultiDirectedGraph } from 'graphology';
import type { MapEdge, MapNode } from '../look/looks.ts';
import type { Neighbourhood } from '../server/answers.ts';
import { edgeKindOf, kindOf, type MapData } from './map-data.ts';

/** The attributes that sigma's reducers get; `type` would be sigma's own, so ours is `kind`. */
export type NodeAttributesOnMap = MapNode & { x: number; y: number };
/** `arrow` marks the edges of the selected node's neighbourhood. */
export type EdgeAttributesOnMap = MapEdge & { arrow: boolean };
export type MapGraph = MultiDirectedGraph<NodeAttributesOnMap, EdgeAttributesOnMap>;

/** Makes the graph that sigma draws; nodes are keyed by identity. */
export function createMapGraph(data: MapData): MapGraph {
  const graph: MapGraph = new MultiDirectedGraph();
  for (let rank = 0; rank < data.shown; rank++) {
    const id = data.names.ids[rank];
    if (id === undefined) continue;
    graph.addNode(id, {
      id,
      kind: kindOf(data, rank),
      label: data.names.labels[rank] ?? '',
      importance: data.importance[rank] ?? 0,
      x: data.positions[rank * 2] ?? 0,
      y: data.positions[rank * 2 + 1] ?? 0,
    });
  }
  for (let pair = 0; pair < data.edgeKinds.length; pair++) {
    const source = data.names.ids[data.edges[pair * 2]!];
    const target = data.names.ids[data.edges[pair * 2 + 1]!];
    if (source === undefined || target === undefined) continue;
    graph.addEdgeWithKey(String(pair), source, target, { kind: edgeKindOf(data, pair), source, target, arrow: false });
  }
  return graph;
}

/** Adds a node's neighbourhood to the map, with what the map lacks of it; returns what takes it away again. */
export function addNeighbourhood(graph: MapGraph, { nodes, edges }: Neighbourhood): () => void {
  const added = nodes.filter((node) => !graph.hasNode(node.id));
  for (const { id, kind, label, importance, x, y } of added) graph.addNode(id, { id, kind, label, importance, x, y });
  const keys: string[] = [];
  const joined = new Set<string>();
  for (const edge of edges) {
    const source = nodes[edge.source]?.id;
    const target = nodes[edge.target]?.id;
    if (source === undefined || target === undefined || source === target) continue;
    const name = `${edge.kind} ${source} ${target}`;
    if (joined.has(name)) continue;
    joined.add(name);
    keys.push(graph.addEdge(source, target, { kind: edge.kind, source, target, arrow: true }));
  }
  return () => {
    for (const key of keys) if (graph.hasEdge(key)) graph.dropEdge(key);
    for (const { id } of added) if (graph.hasNode(id)) graph.dropNode(id);
  };
}
