import { type GraphNode, NODE_KINDS, type NodeKind } from '../model/graph.ts';

/** Nodes while a graph is being built: found by kind and key, numbered in the order of their first mention. */
export interface NodeTable {
  readonly nodes: GraphNode[];
  /** The node's number; it is made with `label` when it is new. */
  merge(kind: NodeKind, key: string, label: string): number;
  get(kind: NodeKind, key: string): number | undefined;
  /** Counts one spelling under which a node was named; with `asPrinted` the most frequent one becomes its label. */
  spell(node: number, spelling: string, asPrinted?: boolean): void;
  /** Writes the spellings to the nodes' aliases and gives the order of nodes by kind and key, old numbers by new. */
  finish(): Uint32Array;
}

/** Makes an empty table. */
export function createNodeTable(): NodeTable {
  const nodes: GraphNode[] = [];
  const byKind = new Map(NODE_KINDS.map((kind) => [kind, new Map<string, number>()]));
  const spellings = new Map<number, Map<string, number>>();
  const printed = new Set<number>();

  return {
    nodes,
    merge(kind, key, label) {
      const known = byKind.get(kind)?.get(key);
      if (known !== undefined) return known;
      const status = kind === 'article' ? 'cited' : null;
      byKind.get(kind)?.set(key, nodes.length);
      return nodes.push({ id: `${kind}:${key}`, kind, label, status, date: null, attributes: {} }) - 1;
    },
    get: (kind, key) => byKind.get(kind)?.get(key),
    spell(node, spelling, asPrinted = false) {
      if (asPrinted) printed.add(node);
      const counts = spellings.get(node) ?? new Map<string, number>();
      counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
      spellings.set(node, counts);
    },
    finish() {
      for (const [index, counts] of spellings) writeAliases(nodes[index], counts, printed.has(index));
      spellings.clear();
      for (const keys of byKind.values()) keys.clear();
      const rank = new Map(NODE_KINDS.map((kind, index) => [kind, index]));
      return Uint32Array.from(nodes.keys()).sort((a, b) => {
        const [left, right] = [nodes[a], nodes[b]];
        if (left === undefined || right === undefined) return 0;
        return (rank.get(left.kind) ?? 0) - (rank.get(right.kind) ?? 0) || compare(left.id, right.id);
      });
    },
  };
}

/** Compares by code units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeAliases(node: GraphNode | undefined, counts: Map<string, number>, asPrinted: boolean): void {
  // An article that was read has a title; how others print it matters only while it is absent.
  if (node === undefined || node.status === 'present') return;
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([spelling]) => spelling);
  if (asPrinted && ordered[0] !== undefined) node.label = ordered[0];
  const aliases = ordered.filter((spelling) => spelling !== node.label);
  if (aliases.length > 0) node.attributes.aliases = aliases;
}
