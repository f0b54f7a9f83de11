import type { Basis, EdgeKind, GraphNode, ShippedFile } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import type { Scope } from '../model/relation.ts';
import { type NodeName, nameOf } from './answer-parts.ts';
import type { Query } from './query.ts';
import { createQuoter, type QuotedEvidence } from './quote-evidence.ts';
import { resolveNode } from './resolve-node.ts';
import { ATTRIBUTES, COUNT, COUNTS, DATA_DATE, EDGE, list, nodeName, object, STRING_OR_NULL } from './schema-parts.ts';

/** An edge as seen from one of its ends. */
export interface AnswerEdge {
  kind: EdgeKind;
  /** `out` leaves the node that was asked for, `in` arrives there. */
  direction: 'out' | 'in';
  /** The other end. */
  node: NodeName;
  basis: Basis;
  rule: string;
  scope: Scope | null;
  group: number | null;
  orLater: boolean;
  file: ShippedFile | null;
  /** On inferred edges: the facts that the rule rests on. */
  because?: string;
  evidence: QuotedEvidence[];
}

/** Everything about one node. */
export interface NodeAnswer extends GraphNode {
  dataDate: string | null;
  /** How many copies of an article's text there are; 0 for what is no article. */
  copies: number;
  /** How many edges of each kind there are; `edges` holds at most the limit of each. */
  counts: { out: Partial<Record<EdgeKind, number>>; in: Partial<Record<EdgeKind, number>> };
  /** Grouped by kind and direction. */
  edges: AnswerEdge[];
}

export interface ShowOptions {
  /** At most so many edges of one kind and direction; 1,000 unless told. */
  limit?: number;
}

export const showQuery: Query = {
  name: 'show',
  summary: 'Everything about one article, fix, file, product, service pack or CVE, with the sentences that say so.',
  schema: nodeName({
    date: STRING_OR_NULL,
    attributes: ATTRIBUTES,
    dataDate: DATA_DATE,
    copies: COUNT,
    counts: object({ out: COUNTS, in: COUNTS }),
    edges: list(EDGE),
  }),
};

/** Everything about the node that `id`, in any spelling, means; null when it is not in the graph. */
export function show(view: GraphView, id: string, { limit = 1000 }: ShowOptions = {}): NodeAnswer | null {
  const index = resolveNode(view, id);
  if (index === null) return null;
  const node = view.node(index);
  const degrees = view.degrees(index);
  const quote = createQuoter(view);
  const names = new Map<number, NodeName>();
  const nodeNamed = (other: number) => {
    const name = names.get(other) ?? nameOf(view.node(other));
    names.set(other, name);
    return name;
  };
  const answerEdge = (edge: EdgeView, direction: 'out' | 'in'): AnswerEdge => {
    const { kind, basis, rule, scope, group, orLater, file, because } = edge;
    const other = nodeNamed(direction === 'out' ? edge.target : edge.source);
    const evidence = quote(edge.evidence);
    const answer = { kind, direction, node: other, basis, rule, scope, group, orLater, file, evidence };
    return because === undefined ? answer : { ...answer, because };
  };
  return {
    ...node,
    dataDate: view.report.dataDate,
    copies: node.kind === 'article' ? view.copies(node.id.slice('article:'.length)) : 0,
    counts: { out: degrees.from, in: degrees.to },
    edges: [
      ...firstOfEachKind(view.edgesFrom(index), limit).map((edge) => answerEdge(edge, 'out')),
      ...firstOfEachKind(view.edgesTo(index), limit).map((edge) => answerEdge(edge, 'in')),
    ],
  };
}

function firstOfEachKind(edges: readonly EdgeView[], limit: number): EdgeView[] {
  const seen = new Map<EdgeKind, number>();
  return edges.filter(({ kind }) => {
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    return count < limit;
  });
}
