import type { AdvisoryTable } from '../../model/advisories.ts';
import type { GraphEdge, GraphNode } from '../../model/graph.ts';
import type { Scope } from '../../model/relation.ts';
import { scopeKey } from '../edge-table.ts';
import { type ContainmentStatements, createFacts } from './facts.ts';
import type { InferenceRule, InferredEdge } from './inference-rule.ts';
import * as registry from './registry.ts';
import { createVetoes } from './vetoes.ts';

const rules: readonly InferenceRule[] = Object.values(registry).sort((a, b) => b.trust - a.trust);

/** What was concluded, and what in the data no rule could use. */
export interface Inference {
  edges: InferredEdge[];
  diagnostics: { rule: string; message: string }[];
}

/**
 * Concludes from a graph's stated edges what replaces what. Whatever a statement denies, and whatever would close a
 * circle with what is stated or better founded, is left out.
 */
export function inferEdges(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  statements: ContainmentStatements,
  advisories: AdvisoryTable | null = null,
): Inference {
  const diagnostics: Inference['diagnostics'] = [];
  const facts = createFacts(nodes, edges, statements, {
    advisories,
    report: (rule, message) => diagnostics.push({ rule, message }),
  });
  const vetoes = createVetoes(facts);
  const seen = new Set<string>();
  const accepted: InferredEdge[] = [];
  for (const rule of rules) {
    for (const edge of rule.infer(facts)) {
      if (edge.source === edge.target || !vetoes.allow(edge)) continue;
      const key = `${edge.kind} ${edge.source} ${edge.target} ${scopeName(edge.scope)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      vetoes.accept(edge);
      accepted.push(edge);
    }
  }
  return { edges: accepted, diagnostics };
}

const scopeName = (scope: Scope | null): string => (scope === null ? '' : scopeKey(scope));
