import { BASES, EDGE_KINDS, type EdgeKind, type GraphEdge } from '../model/graph.ts';
import type { EdgeEnds, EdgeView } from '../model/graph-view.ts';
import { createByteReader } from './byte-reader.ts';
import { createByteWriter } from './byte-writer.ts';
import { readEdgeBody, writeEdgeBody } from './edge-codec.ts';

/** `from`: the edges that leave a node; `to`: those that arrive. */
export type Direction = 'from' | 'to';

/**
 * The edges of every node in both directions, as one record a node and direction:
 * the number of kinds; for each kind its number, how many edges and bytes it has; then the edges in that order,
 * each as the other end, its place in the graph, and its body.
 */
export interface AdjacencyEncoder {
  /** The rules that bodies count in. */
  rules: string[];
  ends: EdgeEnds;
  /** The record of a node; valid until the next one of its direction. Empty for a node without edges. */
  record(node: number, direction: Direction): Buffer;
}

/** Encodes each edge's body once; records copy it. */
export function encodeAdjacency(edges: readonly GraphEdge[], nodeCount: number): AdjacencyEncoder {
  const rules = [...new Set(edges.map((edge) => edge.rule))].sort();
  const ruleNumbers = new Map(rules.map((rule, number) => [rule, number]));
  const kindNumbers = new Map(EDGE_KINDS.map((kind, number) => [kind, number]));
  const bodies = createByteWriter();
  const starts = new Uint32Array(edges.length + 1);
  edges.forEach((edge, index) => {
    writeEdgeBody(edge, ruleNumbers.get(edge.rule)!, bodies);
    starts[index + 1] = bodies.length;
  });
  const all = bodies.view();
  const kinds = Uint8Array.from(edges, (edge) => kindNumbers.get(edge.kind)!);
  const ends = {
    from: Uint32Array.from(edges, (edge) => edge.source),
    to: Uint32Array.from(edges, (edge) => edge.target),
  };
  const byKind = stableOrder(kinds, EDGE_KINDS.length).order;
  const lists = { from: stableOrder(ends.from, nodeCount, byKind), to: stableOrder(ends.to, nodeCount, byKind) };
  const records = { from: createByteWriter(), to: createByteWriter() };
  const ofKinds = createByteWriter();

  return {
    rules,
    ends: {
      sources: ends.from,
      targets: ends.to,
      kinds,
      bases: Uint8Array.from(edges, ({ basis }) => BASES.indexOf(basis)),
    },
    record(node, direction) {
      const record = records[direction];
      record.clear();
      const { order, first } = lists[direction];
      const end = first[node + 1]!;
      if (first[node] === end) return record.view();
      const others = ends[direction === 'from' ? 'to' : 'from'];
      const groups: number[] = [];
      ofKinds.clear();
      for (let at = first[node]!; at < end; ) {
        const kind = kinds[order[at]!]!;
        const start = ofKinds.length;
        const firstOfKind = at;
        for (; at < end && kinds[order[at]!] === kind; at++) {
          const index = order[at]!;
          ofKinds.number(others[index]!);
          ofKinds.number(index);
          ofKinds.copy(all, starts[index]!, starts[index + 1]!);
        }
        groups.push(kind, at - firstOfKind, ofKinds.length - start);
      }
      record.number(groups.length / 3);
      for (const number of groups) record.number(number);
      record.copy(ofKinds.view(), 0, ofKinds.length);
      return record.view();
    },
  };
}

/** How many edges of each kind a record holds. */
export function readDegrees(record: Buffer): Partial<Record<EdgeKind, number>> {
  const degrees: Partial<Record<EdgeKind, number>> = {};
  for (const { kind, count } of readHeader(record).groups) degrees[kind] = count;
  return degrees;
}

/** The edges of a record, of all kinds or those named. */
export function readEdges(
  record: Buffer,
  node: number,
  direction: Direction,
  rules: readonly string[],
  kinds?: readonly EdgeKind[],
): EdgeView[] {
  const edges: EdgeView[] = [];
  const { reader, groups } = readHeader(record);
  for (const { kind, count, bytes } of groups) {
    if (kinds && !kinds.includes(kind)) {
      reader.skip(bytes);
      continue;
    }
    for (let left = count; left > 0; left--) {
      const other = reader.number();
      const index = reader.number();
      const source = direction === 'from' ? node : other;
      const target = direction === 'from' ? other : node;
      edges.push({ index, kind, source, target, ...readEdgeBody(reader, rules) });
    }
  }
  return edges;
}

function readHeader(record: Buffer) {
  const reader = createByteReader(record);
  const groups: { kind: EdgeKind; count: number; bytes: number }[] = [];
  if (record.length === 0) return { reader, groups };
  for (let left = reader.number(); left > 0; left--) {
    const kind = EDGE_KINDS[reader.number()];
    if (kind === undefined) throw new RangeError('The record names an unknown kind of edge.');
    groups.push({ kind, count: reader.number(), bytes: reader.number() });
  }
  return { reader, groups };
}

/**
 * Edges sorted by a key below `limit`, equal ones in the order given:
 * those of key k are `order[first[k]] … order[first[k + 1] - 1]`.
 */
function stableOrder(keys: Uint8Array | Uint32Array, limit: number, given?: Uint32Array) {
  const first = new Uint32Array(limit + 1);
  for (const key of keys) first[key + 1]!++;
  for (let key = 0; key < limit; key++) first[key + 1]! += first[key]!;
  const next = first.slice();
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const index = given ? given[at]! : at;
    order[next[keys[index]!]!++] = index;
  }
  return { order, first };
}
