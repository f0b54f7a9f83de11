import type { EdgeKind } from '../../src/model/graph.ts';
import { type Direction, GROUP_ORDER } from '../look/kinds.ts';
import { type EdgeRows, kindOfEdge } from './edges.ts';
import type { GraphData } from './graph-data.ts';

/** The neighbours of a node by one kind of edge in one direction, the most important first. */
export interface NeighbourGroup {
  kind: EdgeKind;
  direction: Direction;
  ranks: number[];
  /** As the rows hold it, `basisOfEdge` reads it; one entry a neighbour. */
  packed: number[];
}

/** All neighbours of a node, in the order in which its edges are told. */
export function neighbourGroups(graph: Pick<GraphData, 'from' | 'to'>, node: number): NeighbourGroup[] {
  const groups = new Map<string, NeighbourGroup>();
  const collect = (rows: EdgeRows, direction: Direction): void => {
    for (let edge = rows.starts[node]!; edge < rows.starts[node + 1]!; edge++) {
      const kind = kindOfEdge(rows.kinds[edge]!);
      const name = `${kind} ${direction}`;
      let group = groups.get(name);
      if (!group) {
        group = { kind, direction, ranks: [], packed: [] };
        groups.set(name, group);
      }
      group.ranks.push(rows.ends[edge]!);
      group.packed.push(rows.kinds[edge]!);
    }
  };
  collect(graph.from, 'out');
  collect(graph.to, 'in');
  return GROUP_ORDER.flatMap(([kind, direction]) => groups.get(`${kind} ${direction}`) ?? []);
}

/** How many edges a node has, on both sides. */
export function degreeOf({ from, to }: Pick<GraphData, 'from' | 'to'>, node: number): number {
  return from.starts[node + 1]! - from.starts[node]! + to.starts[node + 1]! - to.starts[node]!;
}
