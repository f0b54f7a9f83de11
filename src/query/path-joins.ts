import { GROUP_ORDER } from '../model/edge-words.ts';
import { BASES } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import { openWays, type PathConditions, type Way } from './path-search.ts';

/** A node of a path, with the edges that join it to the one before it. */
export interface Joined {
  node: number;
  ways: Way[];
}

/** What tells most stands first: replacements and breakage before citations, what is stated before what is inferred. */
const RANK = new Map(GROUP_ORDER.map(([kind, direction], place) => [`${kind} ${direction}`, place]));
const rankOf = ({ kind, basis, direction }: Way): number =>
  (RANK.get(`${kind} ${direction}`) ?? RANK.size) * 4 + BASES.indexOf(basis);

/** Joins the nodes of several paths, which have most of their steps in common. */
export function openJoins(view: GraphView, conditions: PathConditions): (nodes: readonly number[]) => Joined[] {
  const waysBetween = openWays(view, conditions);
  const known = new Map<string, Way[]>();
  const waysTo = (before: number, node: number): Way[] => {
    const key = `${before} ${node}`;
    let ways = known.get(key);
    if (ways === undefined) {
      ways = waysBetween(before, node).sort((a, b) => rankOf(a) - rankOf(b) || a.edge - b.edge);
      known.set(key, ways);
    }
    return ways;
  };
  return (nodes) => nodes.map((node, at) => ({ node, ways: at === 0 ? [] : waysTo(nodes[at - 1]!, node) }));
}

/** The most telling paths first, of those that are equally long. */
export function ranked(
  paths: readonly (readonly number[])[],
  join: (nodes: readonly number[]) => Joined[],
): Joined[][] {
  return paths
    .map((nodes) => {
      const path = join(nodes);
      return {
        path,
        cost: path.reduce((sum, { ways: [first] }) => sum + (first === undefined ? 0 : rankOf(first)), 0),
      };
    })
    .sort((a, b) => a.path.length - b.path.length || a.cost - b.cost)
    .map(({ path }) => path);
}
