import type { EdgeEvidence } from '../../model/graph.ts';
import type { Scope } from '../../model/relation.ts';
import type { InferenceFacts } from './facts.ts';

/** An edge that a rule concludes, and the facts that it rests on. */
export interface InferredEdge {
  kind: 'supersedes' | 'contains-newer' | 'same-build';
  source: number;
  target: number;
  /** 'graph/newer-files' */
  rule: string;
  scope: Scope | null;
  /** The facts in words. */
  because: string;
  /** What was stated of which the rule made use; empty where nothing was. */
  evidence: EdgeEvidence[];
}

/** One way to conclude what replaces what: a plain object in a file of its own, and one line in the registry. */
export interface InferenceRule {
  name: string;
  /** Of edges that contradict each other, those of the rule with the higher trust stand; stated ones stand before all. */
  trust: number;
  infer(facts: InferenceFacts): InferredEdge[];
}
