import { compareLevels } from '../graph/inference/levels.ts';
import type { GraphView } from '../model/graph-view.ts';
import { SERVICE_PACK_LADDERS } from '../model/service-pack-ladders.ts';
import { openSlice } from './slice.ts';

const LADDERS = new Map(SERVICE_PACK_LADDERS.map(({ family, levels }) => [family, levels]));

/** The order of two levels within a family; null where they are not on one ladder. */
export function compareRungs(family: string, a: string, b: string): number | null {
  const levels = LADDERS.get(family);
  if (levels === undefined) return compareLevels(a, b);
  const [one, other] = [levels.indexOf(a), levels.indexOf(b)];
  return one < 0 || other < 0 ? null : one - other;
}

/** Whether `pack` is `other` or an earlier rung of the same ladder. */
export function isAtOrBefore(view: GraphView, pack: number, other: number): boolean {
  const order = orderOf(view, pack, other);
  return pack === other || (order !== null && order <= 0);
}

/** The service packs before one on its ladder, the latest first; none for what is no service pack. */
export function earlierRungs(view: GraphView, pack: number): number[] {
  const { kind, attributes } = view.node(pack);
  if (kind !== 'service-pack' || attributes.family === undefined) return [];
  const family = view.indexOf(`family:${attributes.family}`);
  if (family === null) return [];
  const rungs = openSlice(view, ['service-pack-of'])
    .in(family)
    .map(({ source }) => source);
  return [...new Set(rungs)]
    .filter((rung) => (orderOf(view, rung, pack) ?? 0) < 0)
    .sort((a, b) => orderOf(view, b, a) ?? 0);
}

function orderOf(view: GraphView, pack: number, other: number): number | null {
  const one = view.node(pack).attributes;
  const two = view.node(other).attributes;
  if (one.family === undefined || one.family !== two.family) return null;
  return one.level === undefined || two.level === undefined ? null : compareRungs(one.family, one.level, two.level);
}
