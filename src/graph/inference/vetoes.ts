import type { Scope } from '../../model/relation.ts';
import type { InferenceFacts } from './facts.ts';
import type { InferredEdge } from './inference-rule.ts';

/** What contradicts a conclusion: a statement to the contrary, or a way back. */
export interface Vetoes {
  allow(edge: InferredEdge): boolean;
  /** From now on the edge counts among what others may contradict. */
  accept(edge: InferredEdge): void;
}

/** A replacement as a step: the product that it is limited to, or null. */
interface Replacement {
  target: number;
  product: string | null;
  /** Whether it is limited to nothing finer than a product. */
  isWhole: boolean;
}

/** Collects what is stated: replacements, and what packages say that they leave out. */
export function createVetoes(facts: InferenceFacts): Vetoes {
  const excluded = new Set<string>();
  const numbers = new Map<string, number>();
  facts.nodes.forEach(({ id, kind }, index) => {
    if (kind === 'article') numbers.set(id.slice('article:'.length), index);
  });
  facts.nodes.forEach(({ attributes: { installation = [] } }, index) => {
    for (const { says, article } of installation) {
      const left = says === 'excludes' && article !== null ? numbers.get(article) : undefined;
      if (left !== undefined) excluded.add(`${index} ${left}`);
    }
  });
  const kept = new Set<string>();
  for (const { article, other } of facts.statements.kept) {
    const left = numbers.get(other);
    if (left !== undefined) kept.add(`${article} ${left}`);
  }
  const stated = new Set(facts.ofKind('supersedes').map(({ source, target }) => `${source} ${target}`));
  const replaced = new Map<number, Replacement[]>();
  const step = (source: number, target: number, scope: Scope | null) => {
    const known = replaced.get(source) ?? [];
    const isWhole = Object.keys(scope ?? {}).every((field) => field === 'product');
    known.push({ target, product: scope?.product ?? null, isWhole });
    replaced.set(source, known);
  };
  for (const { source, target, scope } of facts.ofKind('supersedes')) step(source, target, scope);

  /** Whether `from` replaces `to`, in however many steps, for a product. */
  function leads(from: number, to: number, product: string | null): boolean {
    const seen = new Set([from]);
    const queue = [from];
    for (let at = 0; at < queue.length; at++) {
      for (const next of replaced.get(queue[at] ?? -1) ?? []) {
        if (product !== null && next.product !== null && next.product !== product) continue;
        if (next.target === to) return true;
        if (seen.has(next.target)) continue;
        seen.add(next.target);
        queue.push(next.target);
      }
    }
    return false;
  }

  return {
    allow({ kind, source, target, scope }) {
      if (kind === 'same-build') return true;
      if (excluded.has(`${source} ${target}`)) return false;
      // Its files may be newer all the same.
      if (kind === 'supersedes' && kept.has(`${source} ${target}`)) return false;
      // What is stated, for one product perhaps, is not widened to all.
      if (scope === null && stated.has(`${source} ${target}`)) return false;
      const product = scope?.product ?? null;
      if (leads(target, source, product)) return false;
      // What is stated, or better founded, needs no second conclusion.
      const known = replaced
        .get(source)
        ?.some((each) => each.target === target && each.isWhole && (each.product === null || each.product === product));
      return known !== true;
    },
    accept({ kind, source, target, scope }) {
      if (kind === 'supersedes') step(source, target, scope);
    },
  };
}
