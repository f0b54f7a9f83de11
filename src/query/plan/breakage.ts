import type { EdgeView, GraphView } from '../../model/graph-view.ts';
import { nameOf } from '../answer-parts.ts';
import { productsOf } from '../product-scope.ts';
import { brokenReleases } from '../releases.ts';
import { openSlice } from '../slice.ts';
import type { KnownBreakage } from './answer.ts';
import type { Item } from './items.ts';
import { isAtLeast, levelName, levelsOf } from './ladder.ts';
import type { Replacements } from './replacements.ts';
import { isPackage, standingName } from './requirements.ts';
import { areRivals, holdsHere, type Setting } from './setting.ts';

/** What a plan leaves a machine with. */
export interface Outcome {
  /** The service pack of each family, the plan's or the machine's. */
  levels: ReadonlyMap<string, string>;
  /** Articles and fixes that the plan installs. */
  fixes: ReadonlySet<number>;
}

/** More are told by `breaks`. */
const LISTED = 20;

const BROKEN = ['broken-by', 'publishes'] as const;

/** What is known to go wrong after an item is installed, and is not repaired by the rest of the plan. */
export function breakageOf(
  view: GraphView,
  item: Item,
  setting: Setting,
  outcome: Outcome,
  replacements: Replacements,
): { breaks: KnownBreakage[]; breaksInAll: number } {
  const slice = openSlice(view, BROKEN);
  const found = new Map<number, { edge: EdgeView; after: string; repairs: string[] }>();
  for (const { node, after } of culpritsOf(view, item, setting)) {
    for (const edge of slice.in(node)) {
      if (edge.kind !== 'broken-by' || found.has(edge.source) || !isHere(view, edge, setting)) continue;
      // What is installed today is the latest release.
      if (brokenReleases(view, edge).repaired !== null) continue;
      const repairs = repairsOf(view, edge.source, item, outcome, replacements);
      if (repairs === null) continue;
      found.set(edge.source, { edge, after, repairs });
    }
  }
  const listed = [...found].slice(0, LISTED).map(
    ([problem, { edge, after, repairs }]): KnownBreakage => ({
      problem: nameOf(view.node(problem)),
      after,
      evidence: edge.evidence.slice(0, 1),
      repairs,
    }),
  );
  return { breaks: listed, breaksInAll: found.size };
}

/** What earlier releases of a fix broke and its latest repairs: which release to take, in words. */
export function releaseRemarks(view: GraphView, item: Item, setting: Setting): string[] {
  if (item.kind !== 'fix') return [];
  return openSlice(view, BROKEN)
    .in(item.node)
    .flatMap((edge) => {
      if (edge.kind !== 'broken-by' || !isHere(view, edge, setting)) return [];
      const { broken, repaired } = brokenReleases(view, edge);
      if (repaired === null) return [];
      const own = broken.length === 0 ? 'an earlier one' : `that of ${broken.join(' or ')}`;
      const problem = nameOf(view.node(edge.source)).id.slice('article:'.length);
      return [`take its release of ${repaired} or a later one: ${own} brings the problem of ${problem}`];
    });
}

/** The item, the fixes that it publishes, and for a service pack the rungs that it brings along. */
function culpritsOf(view: GraphView, item: Item, { host }: Setting): { node: number; after: string }[] {
  if (item.kind === 'service-pack') {
    const { family, level } = item;
    const has = host.levels.get(family);
    const rungs = (levelsOf(family) ?? [level]).filter(
      (rung) => isAtLeast(family, level, rung) && (has === undefined || !isAtLeast(family, has, rung)),
    );
    return rungs.toReversed().flatMap((rung) => {
      const suffix = /^\d/.test(rung) ? `sp${rung}` : rung.toLowerCase();
      const node = view.indexOf(`service-pack:${family}-${suffix}`);
      return node === null ? [] : [{ node, after: levelName(rung) }];
    });
  }
  const own = { node: item.node, after: 'it' };
  const published = openSlice(view, BROKEN)
    .out(item.node)
    .filter(({ kind }) => kind === 'publishes')
    .map(({ target }) => ({ node: target, after: view.node(target).label }));
  return [own, ...published];
}

/** Whether a problem is one of this product's. */
function isHere(view: GraphView, edge: EdgeView, setting: Setting): boolean {
  if (!holdsHere(edge.scope, setting)) return false;
  const about = productsOf(view, edge.source);
  return about.length === 0 || about.some((product) => !areRivals(product, setting.product));
}

/** What repairs a problem; null where the plan or the machine already holds it. */
function repairsOf(
  view: GraphView,
  problem: number,
  item: Item,
  { levels, fixes }: Outcome,
  replacements: Replacements,
): string[] | null {
  const repairs: string[] = [];
  for (const each of replacements.of(problem)) {
    if (each.kind === 'service-pack') {
      const level = levels.get(each.family);
      if (level !== undefined && isAtLeast(each.family, level, each.level)) return null;
      if (item.kind === 'service-pack' && each.family !== item.family && repairs.length > 0) continue;
      repairs.push(standingName(view, each));
    } else if (fixes.has(each.node)) return null;
    else if (isPackage(view, each.node, -1) && shipsSomething(view, each.node)) {
      repairs.push(`the fix of ${standingName(view, each)}`);
    }
  }
  return [...new Set(repairs)];
}

function shipsSomething(view: GraphView, node: number): boolean {
  const { from } = view.degrees(node);
  return (from.ships ?? 0) + (from.publishes ?? 0) + (from.supersedes ?? 0) > 0;
}
