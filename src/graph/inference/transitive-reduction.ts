/** A step of a relation, from the greater to the smaller. */
export interface Step {
  from: number;
  to: number;
}

/**
 * The steps that no longer way through the others replaces: the closure stays the same, and only immediate
 * predecessors are left. Steps that lie on a cycle are left out, and given back as `cyclic`.
 */
export function reduceTransitively<Given extends Step>(steps: readonly Given[]): { kept: Given[]; cyclic: Given[] } {
  const out = new Map<number, Given[]>();
  const entering = new Map<number, number>();
  for (const step of steps) {
    const known = out.get(step.from);
    if (known === undefined) out.set(step.from, [step]);
    else known.push(step);
    entering.set(step.to, (entering.get(step.to) ?? 0) + 1);
    if (!entering.has(step.from)) entering.set(step.from, 0);
  }
  const order: number[] = [...entering].filter(([, count]) => count === 0).map(([node]) => node);
  for (let at = 0; at < order.length; at++) {
    for (const { to } of out.get(order[at] ?? -1) ?? []) {
      const left = (entering.get(to) ?? 0) - 1;
      entering.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  const position = new Map(order.map((node, at) => [node, at]));
  const acyclic = (step: Given) => position.has(step.from) && position.has(step.to);
  const kept: Given[] = [];
  const reached = new Map<number, Set<number>>();
  // From the end of the order, so that what a node reaches is known before those above it ask.
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at] ?? -1;
    const own = new Set<number>();
    const steps = (out.get(node) ?? []).filter(acyclic);
    steps.sort((a, b) => (position.get(a.to) ?? 0) - (position.get(b.to) ?? 0));
    for (const step of steps) {
      if (own.has(step.to)) continue;
      kept.push(step);
      own.add(step.to);
      for (const further of reached.get(step.to) ?? []) own.add(further);
    }
    reached.set(node, own);
  }
  return { kept, cyclic: steps.filter((step) => !acyclic(step)) };
}
