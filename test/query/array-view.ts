import {
  BASES,
  EDGE_KINDS,
  type EdgeKind,
  type GraphEdge,
  type GraphNode,
  type NodeKind,
} from '../../src/model/graph.ts';
import type { EdgeView, GraphView } from '../../src/model/graph-view.ts';

/** A node with what a test does not care about filled in; `id` is `kind:key`. */
export function someNode(id: string, more: Partial<GraphNode> = {}): GraphNode {
  const kind = id.slice(0, id.indexOf(':')) as NodeKind;
  const status = kind === 'article' ? 'present' : null;
  return { id, kind, label: id.slice(kind.length + 1), status, date: null, attributes: {}, ...more };
}

/** An edge between two nodes, by their indexes, with what a test does not care about filled in. */
export function someEdge(source: number, kind: EdgeKind, target: number, more: Partial<GraphEdge> = {}): GraphEdge {
  const rule = more.basis === 'inferred' ? 'graph/test' : `extract/${kind}`;
  return {
    kind,
    source,
    target,
    basis: 'stated',
    rule,
    scope: null,
    evidence: [],
    group: null,
    orLater: false,
    file: null,
    ...more,
  };
}

/** A graph to ask over plain arrays, for graphs that are made up by the thousand; it holds no texts and no names. */
export function arrayView(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphView {
  const from = nodes.map((): EdgeView[] => []);
  const to = nodes.map((): EdgeView[] => []);
  for (const [index, edge] of edges.entries()) {
    from[edge.source]?.push({ ...edge, index });
    to[edge.target]?.push({ ...edge, index });
  }
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const ofKinds = (all: readonly EdgeView[] | undefined, kinds?: readonly EdgeKind[]) => {
    if (all === undefined) throw new RangeError('There is no such node.');
    return kinds === undefined ? [...all] : all.filter(({ kind }) => kinds.includes(kind));
  };
  const counts = (all: readonly EdgeView[] = []) => {
    const byKind: Partial<Record<EdgeKind, number>> = {};
    for (const { kind } of all) byKind[kind] = (byKind[kind] ?? 0) + 1;
    return byKind;
  };
  return {
    nodeCount: nodes.length,
    edgeCount: edges.length,
    articleCount: 0,
    report: {
      builtAt: '2020-01-01T00:00:00.000Z',
      dataDate: '2000-06-01',
      paths: [],
      filesRead: 0,
      articles: 0,
      lacking: { id: 0, title: 0, date: 0, category: 0, product: 0 },
      byDialect: {},
      diagnostics: {},
      danglingIds: 0,
      feeds: [],
      nodesByKind: {},
      edgesByKind: {},
      edgesByBasis: {},
      inferredByRule: {},
    },
    node(index) {
      const node = nodes[index];
      if (node === undefined) throw new RangeError(`There is no node ${index}.`);
      return node;
    },
    indexOf: (id) => indexes.get(id) ?? null,
    named: (name) => nodes.flatMap(({ label }, index) => (label.toLowerCase() === name.toLowerCase() ? [index] : [])),
    *nodes(kind) {
      for (const [index, node] of nodes.entries()) if (kind === undefined || node.kind === kind) yield { index, node };
    },
    edgesFrom: (index, kinds) => ofKinds(from[index], kinds),
    edgesTo: (index, kinds) => ofKinds(to[index], kinds),
    degrees: (index) => ({ from: counts(from[index]), to: counts(to[index]) }),
    ends: () => ({
      sources: Uint32Array.from(edges, ({ source }) => source),
      targets: Uint32Array.from(edges, ({ target }) => target),
      kinds: Uint8Array.from(edges, ({ kind }) => EDGE_KINDS.indexOf(kind)),
      bases: Uint8Array.from(edges, ({ basis }) => BASES.indexOf(basis)),
    }),
    copies: () => 0,
    article: () => null,
    searchText: () => [],
    searchNames: () => [],
    similarWords: () => [],
    advisories: () => null,
    map: () => {
      const zeros = () => new Float32Array(nodes.length);
      return { x: zeros(), y: zeros(), community: new Uint32Array(nodes.length), importance: zeros(), regions: [] };
    },
    importance: () => 0,
  };
}
