import type { EdgeEvidence } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import { SERVICE_PACK_LADDERS } from '../model/service-pack-ladders.ts';
import { type NodeName, nameAt as nameOfNode } from './answer-parts.ts';
import { type ChainLink, tellLink } from './chain-link.ts';
import { type ProductScope, productsOf } from './product-scope.ts';
import type { QuotedEvidence } from './quote-evidence.ts';
import { releaseDate } from './release-date.ts';
import type { Supersession } from './supersession.ts';
import { type Group, type Hop, walkSteps } from './walk-steps.ts';

/** What the most certain way to a member rests on; what feeds say counts as stated. */
export const CHAIN_GROUNDS = ['stated', 'inferred', 'assumed'] as const;
export type ChainGrounds = (typeof CHAIN_GROUNDS)[number];

/** One thing that replaces, or is replaced. */
export interface ChainMember extends NodeName {
  /** The latest date among the files that it ships, `YYYY-MM-DD`; null where none is known. */
  released: string | null;
  /** Replacements between it and the thing that was asked for; 0 for another name of the same package. */
  steps: number;
  /** Members with one number are one package, or one loop. */
  package: number;
  /** Nothing replaces it, and it is no other name of what was asked for. */
  isCurrent: boolean;
  /** A service pack that was taken back. */
  isWithdrawn: boolean;
  grounds: ChainGrounds;
  /** Every way to it leaves the scope of the product. */
  leavesScope: boolean;
  /** What leads to it from what is one step nearer; the rest stands in `links`. */
  via: ChainLink[];
}

/** One step on the way to a replacement. */
export interface ChainStep extends NodeName {
  /** Why it replaces what stands before it. */
  links: ChainLink[];
}

/** A replacement that nothing replaces, and the way to it. */
export interface CurrentReplacement extends NodeName {
  steps: number;
  /** Other names of the same package. */
  also: NodeName[];
  /** The nearest way, without the thing asked for; the replacement itself stands last. */
  path: ChainStep[];
  grounds: ChainGrounds;
  leavesScope: boolean;
}

/** Everything in one direction. */
export interface ChainSide {
  /** By steps, the nearest first. */
  members: ChainMember[];
  /** How many members there are beyond those listed. */
  omitted: number;
  /** How many are one step away, and how many in all. */
  direct: number;
  total: number;
  /** What is to be installed today instead, the surest first and then the nearest; empty for `older`. */
  current: CurrentReplacement[];
  /** Ids of what is replaced by several, and of what replaces several. */
  forks: string[];
  merges: string[];
  /** Loops, each named by its members: they replace each other, so none of them is the newer. */
  loops: NodeName[][];
  /** Whether the thing asked for is in one of them. */
  isInLoop: boolean;
  /** Ids of members that are cited and not in the archive. */
  gaps: string[];
}

/** What a side is made with. */
export interface SideOptions {
  which: 'newer' | 'older';
  supersession: Supersession;
  quote(evidence: readonly EdgeEvidence[]): QuotedEvidence[];
  limit: number;
}

/** How the rules end that take for granted what no article says. */
const ASSUMED = '-assumed';

const WITHDRAWN = new Set(
  SERVICE_PACK_LADDERS.flatMap(({ family, withdrawn = [] }) => withdrawn.map((level) => `${family} ${level}`)),
);

/** Walks from a node in one direction and tells what it met. */
export function chainSide(
  view: GraphView,
  subject: number,
  { which, supersession, quote, limit }: SideOptions,
): ChainSide {
  const { groups, groupOf } = walkSteps(subject, supersession[which]);
  const nameAt = (node: number) => nameOfNode(view, node);
  const linkOf = ({ link }: Hop<EdgeView>): ChainLink => tellLink(view, link, { quote, fit: supersession.fitOf(link) });
  const isInScope = reached(groups, (edge) => supersession.fitOf(edge) !== 'outside');
  const isStated = reached(groups, ({ basis }) => basis !== 'inferred');
  const isSure = reached(groups, ({ rule }) => !rule.endsWith(ASSUMED));
  const groundsOf = (place: number): ChainGrounds =>
    isStated.has(place) ? 'stated' : isSure.has(place) ? 'inferred' : 'assumed';
  const headOf = (group: Group<EdgeView>) => [...group.nodes].sort((a, b) => rankOf(nameAt(a)) - rankOf(nameAt(b)))[0]!;
  const heads = (wanted: readonly Group<EdgeView>[]) => wanted.map((group) => nameAt(headOf(group)).id);

  const members = groups.flatMap((group, place) =>
    group.nodes.filter((node) => node !== subject).map((node) => ({ node, group, place })),
  );
  const listed = members.slice(0, limit);
  const arrivals = arrivalsAt(groups, new Set(listed.map(({ node }) => node)), supersession[which]);
  const current = which === 'older' ? [] : groups.filter((group) => group.steps > 0 && group.ahead.length === 0);
  const isCurrent = new Set(current);
  const pathTo = (group: Group<EdgeView>): ChainStep[] => {
    const path: ChainStep[] = [];
    for (let at = group; at.before >= 0; at = groups[at.before]!) {
      const place = groupOf.get(at.nodes[0]!)!;
      const ways = groups[at.before]!.ahead.filter((way) => way.group === place);
      path.push({ ...nameAt(headOf(at)), links: ways.map(({ hop }) => linkOf(hop)) });
    }
    return path.reverse();
  };
  const { several, joined } = countWays(groups);

  return {
    members: listed.map(({ node, group, place }) => ({
      ...nameAt(node),
      released: releaseDate(view, node),
      steps: group.steps,
      package: place,
      isCurrent: isCurrent.has(group),
      isWithdrawn: nameAt(node).kind === 'service-pack' && productsOf(view, node).some(isWithdrawn),
      grounds: groundsOf(place),
      leavesScope: !isInScope.has(place),
      via: (arrivals.get(node) ?? []).map(linkOf),
    })),
    omitted: members.length - listed.length,
    direct: groups.filter(({ steps }) => steps === 1).length,
    total: groups.filter(({ steps }) => steps > 0).length,
    current: current
      .map((group) => {
        const head = headOf(group);
        return {
          ...nameAt(head),
          steps: group.steps,
          also: group.nodes.filter((node) => node !== head).map(nameAt),
          path: pathTo(group),
          grounds: groundsOf(groupOf.get(head)!),
          leavesScope: !isInScope.has(groupOf.get(head)!),
        };
      })
      .sort((a, b) => CHAIN_GROUNDS.indexOf(a.grounds) - CHAIN_GROUNDS.indexOf(b.grounds)),
    forks: heads(which === 'newer' ? several : joined),
    merges: heads(which === 'newer' ? joined : several),
    loops: groups.filter(({ isLoop }) => isLoop).map(({ nodes }) => nodes.map(nameAt)),
    isInLoop: groups[0]!.isLoop,
    gaps: members
      .map(({ node }) => nameAt(node))
      .filter(({ status }) => status === 'cited')
      .map(({ id }) => id),
  };
}

/** An article says more than the name of its fix, and one that can be read more than one that is only cited. */
const rankOf = ({ kind, status }: NodeName): number => (kind === 'fix' ? 1 : status === 'cited' ? 2 : 0);

const isWithdrawn = ({ family, level }: ProductScope): boolean => WITHDRAWN.has(`${family} ${level}`);

/** The hops that arrive at each of these nodes from what was walked, in the order of the walk. */
function arrivalsAt(
  groups: readonly Group<EdgeView>[],
  nodes: ReadonlySet<number>,
  hopsFrom: (node: number) => readonly Hop<EdgeView>[],
): Map<number, Hop<EdgeView>[]> {
  const arrivals = new Map<number, Hop<EdgeView>[]>();
  const arrive = (hop: Hop<EdgeView>) => {
    if (!nodes.has(hop.to)) return;
    const hops = arrivals.get(hop.to);
    if (hops === undefined) arrivals.set(hop.to, [hop]);
    else if (!hops.some(({ link }) => link === hop.link)) hops.push(hop);
  };
  for (const { nodes: own, ahead } of groups) {
    for (const { hop } of ahead) arrive(hop);
    const inside = new Set(own);
    if (own.length > 1) for (const node of own) for (const hop of hopsFrom(node)) if (inside.has(hop.to)) arrive(hop);
  }
  return arrivals;
}

/** The places of the groups that can be reached by some edges alone. */
function reached(groups: readonly Group<EdgeView>[], isTaken: (edge: EdgeView) => boolean): Set<number> {
  const places = new Set([0]);
  // A set goes on with what is added to it while it is read.
  for (const place of places) {
    for (const { group, hop } of groups[place]!.ahead) if (isTaken(hop.link)) places.add(group);
  }
  return places;
}

/** The groups from which replacements lead to several others, and those to which they lead from several. */
function countWays(groups: readonly Group<EdgeView>[]): { several: Group<EdgeView>[]; joined: Group<EdgeView>[] } {
  const from = new Map<number, Set<number>>();
  const several = groups.filter(({ ahead }, place) => {
    const others = new Set(ahead.filter(({ hop }) => hop.steps === 1).map(({ group }) => group));
    for (const other of others) from.set(other, (from.get(other) ?? new Set()).add(place));
    return others.size > 1;
  });
  return { several, joined: groups.filter((_, place) => (from.get(place)?.size ?? 0) > 1) };
}
