import type { EdgeEvidence } from '../model/graph.ts';
import type { EdgeView, GraphView } from '../model/graph-view.ts';
import { SERVICE_PACK_LADDERS } from '../model/service-pack-ladders.ts';
import { type NodeName, nameAt as nameOfNode } from './answer-parts.ts';
import { type ChainLink, tellLink } from './chain-link.ts';
import { type ProductScope, productsOf } from './product-scope.ts';
import type { QuotedEvidence } from './quote-evidence.ts';
import { releaseDate } from './release-date.ts';
import { isAssumed, type Supersession } from './supersession.ts';
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
  /** How many are one step away, and how many in all; what is only assumed is not counted. */
  direct: number;
  total: number;
  /** What is to be installed today instead, the surest first and then the nearest; empty for `older`. */
  current: CurrentReplacement[];
  /** What might be, if what no article states held; never chosen. Empty for `older`. */
  assumed: CurrentReplacement[];
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
  /** The same with what is only assumed. */
  withAssumed(): Supersession;
  quote(evidence: readonly EdgeEvidence[]): QuotedEvidence[];
  limit: number;
}

const WITHDRAWN = new Set(
  SERVICE_PACK_LADDERS.flatMap(({ family, withdrawn = [] }) => withdrawn.map((level) => `${family} ${level}`)),
);

/** Walks from a node in one direction and tells what it met. */
export function chainSide(
  view: GraphView,
  subject: number,
  { which, supersession, withAssumed, quote, limit }: SideOptions,
): ChainSide {
  const teller = (hops: Supersession) => createTeller(view, subject, { which, supersession: hops, quote });
  const sure = teller(supersession);
  const wide = supersession.hasLeftOutAssumed() ? teller(withAssumed()) : null;
  const { groups, groupOf } = sure.walk;
  const nameAt = (node: number) => nameOfNode(view, node);
  const isNew = (node: number) => !groupOf.has(node);

  const members = sure.nodes();
  const assumed = wide?.nodes().filter(isNew) ?? [];
  const listed = members.slice(0, limit);
  const listedToo = assumed.slice(0, limit - listed.length);
  const isEnd = (group: Group<EdgeView>) => group.steps > 0 && group.ahead.length === 0;
  const current = which === 'older' ? [] : groups.filter(isEnd);
  const ends = which === 'older' || wide === null ? [] : wide.walk.groups.filter(isEnd);
  const { several, joined } = countWays(groups);
  const heads = (wanted: readonly Group<EdgeView>[]) => wanted.map((group) => nameAt(sure.headOf(group)).id);

  return {
    members: [...sure.members(listed, new Set(current)), ...(wide?.members(listedToo, new Set(), groups.length) ?? [])],
    omitted: members.length + assumed.length - listed.length - listedToo.length,
    direct: groups.filter(({ steps }) => steps === 1).length,
    total: groups.filter(({ steps }) => steps > 0).length,
    current: current
      .map(sure.replacement)
      .sort((a, b) => CHAIN_GROUNDS.indexOf(a.grounds) - CHAIN_GROUNDS.indexOf(b.grounds)),
    assumed: ends.filter(({ nodes }) => nodes.every(isNew)).map((group) => wide!.replacement(group)),
    forks: heads(which === 'newer' ? several : joined),
    merges: heads(which === 'newer' ? joined : several),
    loops: groups.filter(({ isLoop }) => isLoop).map(({ nodes }) => nodes.map(nameAt)),
    isInLoop: groups[0]!.isLoop,
    gaps: [...members, ...assumed]
      .map(nameAt)
      .filter(({ status }) => status === 'cited')
      .map(({ id }) => id),
  };
}

/** Walks from a node, and tells of what it met. */
function createTeller(
  view: GraphView,
  subject: number,
  { which, supersession, quote }: Pick<SideOptions, 'which' | 'supersession' | 'quote'>,
) {
  const walk = walkSteps(subject, supersession[which]);
  const { groups, groupOf } = walk;
  const nameAt = (node: number) => nameOfNode(view, node);
  const linkOf = ({ link }: Hop<EdgeView>): ChainLink => tellLink(view, link, { quote, fit: supersession.fitOf(link) });
  const isInScope = reached(groups, (edge) => supersession.fitOf(edge) !== 'outside');
  const isStated = reached(groups, ({ basis }) => basis !== 'inferred');
  const isSure = reached(groups, (edge) => !isAssumed(edge));
  const groundsOf = (place: number): ChainGrounds =>
    isStated.has(place) ? 'stated' : isSure.has(place) ? 'inferred' : 'assumed';
  const headOf = (group: Group<EdgeView>) => [...group.nodes].sort((a, b) => rankOf(nameAt(a)) - rankOf(nameAt(b)))[0]!;
  const pathTo = (group: Group<EdgeView>): ChainStep[] => {
    const path: ChainStep[] = [];
    for (let at = group; at.before >= 0; at = groups[at.before]!) {
      const place = groupOf.get(at.nodes[0]!)!;
      const ways = groups[at.before]!.ahead.filter((way) => way.group === place);
      path.push({ ...nameAt(headOf(at)), links: ways.map(({ hop }) => linkOf(hop)) });
    }
    return path.reverse();
  };
  return {
    walk,
    headOf,
    /** Everything that was met, by steps. */
    nodes: (): number[] => groups.flatMap(({ nodes }) => nodes.filter((node) => node !== subject)),
    /** Tells of nodes; `first` is the number of the first package. */
    members(nodes: readonly number[], current: ReadonlySet<Group<EdgeView>>, first = 0): ChainMember[] {
      const arrivals = arrivalsAt(groups, new Set(nodes), supersession[which]);
      return nodes.map((node) => {
        const place = groupOf.get(node)!;
        const group = groups[place]!;
        return {
          ...nameAt(node),
          released: releaseDate(view, node),
          steps: group.steps,
          package: first + place,
          isCurrent: current.has(group),
          isWithdrawn: nameAt(node).kind === 'service-pack' && productsOf(view, node).some(isWithdrawn),
          grounds: groundsOf(place),
          leavesScope: !isInScope.has(place),
          via: (arrivals.get(node) ?? []).map(linkOf),
        };
      });
    },
    replacement(group: Group<EdgeView>): CurrentReplacement {
      const head = headOf(group);
      return {
        ...nameAt(head),
        steps: group.steps,
        also: group.nodes.filter((node) => node !== head).map(nameAt),
        path: pathTo(group),
        grounds: groundsOf(groupOf.get(head)!),
        leavesScope: !isInScope.has(groupOf.get(head)!),
      };
    },
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
