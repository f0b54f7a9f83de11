import type { GraphView } from '../../model/graph-view.ts';
import { productsOf } from '../product-scope.ts';
import { openSlice } from '../slice.ts';
import { createItemTable, type ItemTable, type Requirement, restartCost } from './items.ts';
import type { Problem } from './package.ts';
import type { Replacements, Standing } from './replacements.ts';
import { isPlannable, itemOf, requirementsOf } from './requirements.ts';
import { areRivals, holdsHere, type Setting } from './setting.ts';

/** One thing that was asked for, as a requirement. */
export interface Target {
  node: number;
  /** What it can be met by: what replaces it now first. */
  standings: Standing[];
}

/** A problem to solve, and what its numbers stand for. */
export interface PlanProblem {
  table: ItemTable;
  targets: Target[];
  /** The requirements of each item, those that need nothing included. */
  requirements: Requirement[][];
  /** For each item, the places in `requirements` of those that the problem holds. */
  places: number[][];
  problem: Problem;
}

/** Puts targets and all that they come to require into one problem. */
export function buildProblem(
  view: GraphView,
  setting: Setting,
  targets: readonly Target[],
  replacements: Replacements,
  familyLabel: (family: string) => string,
): PlanProblem {
  const table = createItemTable(view, familyLabel);
  const wanted = targets.map(({ standings }) => standings.map((each) => itemOf(each, table)));
  const requirements: Requirement[][] = [];
  // The table grows while it is read: nothing recurses, however long the chain is.
  for (let at = 0; at < table.items.length; at++) {
    requirements.push(requirementsOf(view, table.items[at]!, setting, table, replacements));
  }
  const families = new Map<string, number>();
  const places = requirements.map((own) =>
    own.flatMap(({ met, members }, at) => (met === null || members.length > 0 ? [at] : [])),
  );
  const packages = table.items.map((item, at) => {
    if (item.kind === 'service-pack' && !families.has(item.family)) families.set(item.family, families.size);
    const isThere = item.kind === 'service-pack' && setting.host.levels.get(item.family) === item.level;
    return {
      size: isThere ? 0 : 1,
      restart: isThere ? 0 : restartCost(view, item, setting),
      requires: places[at]!.map((place) => requirements[at]![place]!.members),
      ladder: item.kind === 'service-pack' ? families.get(item.family)! : null,
    };
  });
  return { table, targets: [...targets], requirements, places, problem: { packages, wanted } };
}

/** What a fix can be met by in a setting: `current` leaves out what was replaced, where something replaces it. */
export function targetOf(
  view: GraphView,
  node: number,
  setting: Setting,
  replacements: Replacements,
  mode: 'current' | 'any',
): Target {
  const all = replacements
    .of(node)
    .filter((each) => isPlannable(view, each, node))
    .filter((each) => each.kind !== 'node' || delivers(view, each.node, setting));
  const current = all.filter(({ isCurrent }) => isCurrent);
  const rest = all.filter(({ isCurrent }) => !isCurrent).sort((a, b) => b.steps - a.steps);
  return { node, standings: mode === 'current' && current.length > 0 ? current : [...current, ...rest] };
}

/** Whether an article delivers something to install, as far as the graph or its words tell. */
export function delivers(view: GraphView, node: number, setting: Setting): boolean {
  const { kind, status, attributes } = view.node(node);
  if (kind !== 'article') return kind === 'fix';
  // Of an article that is only cited nothing is known: others name it as a fix.
  if (status !== 'present') return true;
  const { from, to } = view.degrees(node);
  if ((from.publishes ?? 0) + (from.supersedes ?? 0) + (to.includes ?? 0) > 0) return true;
  const said = attributes.installation?.map(({ says }) => says) ?? [];
  if (said.some((says) => says !== 'reapply' && says !== 'offers')) return true;
  if ((from.ships ?? 0) > 0) {
    const rows = openSlice(view, ['ships']).out(node);
    return rows.some(({ scope }) => holdsHere(scope, setting));
  }
  return said.includes('offers');
}

/** Whether a fix is about the setting's product, or about something that may run beside it. */
export function concerns(view: GraphView, node: number, { product }: Setting): boolean {
  const about = productsOf(view, node);
  return (
    about.length === 0 ||
    about.some(({ family }) => family === product.family) ||
    !about.some((each) => areRivals(each, product))
  );
}
