import type { GraphView } from '../model/graph-view.ts';
import type { Scope } from '../model/relation.ts';
import { compareRungs } from './ladder-rungs.ts';
import { openSlice } from './slice.ts';

/** A service pack that must be there first. */
export interface RequiredPack {
  node: number;
  family: string;
  level: string;
}

/** The service pack of each family that an article's package needs at least, as far as it is stated for this scope. */
export function requiredPacks(view: GraphView, article: number, scope: Scope | null): RequiredPack[] {
  const lowest = new Map<string, RequiredPack>();
  const edges = openSlice(view, ['requires', 'publishes']).out(article);
  for (const edge of edges) {
    if (edge.kind !== 'requires') continue;
    // What stands below another product's heading is asked of that product's package.
    const isOther =
      scope?.product !== undefined && edge.scope?.product !== undefined && scope.product !== edge.scope.product;
    const { kind, attributes } = view.node(edge.target);
    const { family, level } = attributes;
    if (isOther || kind !== 'service-pack' || family === undefined || level === undefined) continue;
    const known = lowest.get(family);
    if (known === undefined || (compareRungs(family, level, known.level) ?? 0) < 0)
      lowest.set(family, { node: edge.target, family, level });
  }
  return [...lowest.values()];
}
