import { GROUP_ORDER } from '../model/edge-words.ts';
import { BASES, type Basis, EDGE_KINDS, type EdgeKind } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { Scope } from '../model/relation.ts';
import { type NodeName, nameAt } from './answer-parts.ts';
import {
  findPaths,
  isHub,
  openWays,
  PATH_DIRECTIONS,
  type PathConditions,
  type PathDirection,
  type Way,
} from './path-search.ts';
import type { Query } from './query.ts';
import { createQuoter, type QuotedEvidence } from './quote-evidence.ts';
import { resolveNode } from './resolve-node.ts';
import {
  BOOLEAN,
  COUNT,
  DATA_DATE,
  list,
  nodeName,
  object,
  QUOTED_EVIDENCE,
  SCOPE_OR_NULL,
  STRING,
  STRING_OR_NULL,
} from './schema-parts.ts';

export interface PathOptions {
  /** All kinds unless told. */
  kinds?: readonly EdgeKind[];
  /** 'any' unless told. */
  direction?: PathDirection;
  /** How many paths; 3 unless told. */
  count?: number;
  /** How many steps a path has at most; 8 unless told. */
  longest?: number;
  /** Lets paths lead through what nearly everything is joined to. */
  hubs?: boolean;
  /** Leaves out what is inferred, not what feeds say. */
  stated?: boolean;
}

/** One way in which two neighbours are joined. */
export interface PathLink {
  kind: EdgeKind;
  /** `out` leads along the path, `in` against it. */
  direction: 'out' | 'in';
  /** How many edges say so; the rest tells of the first. */
  count: number;
  basis: Basis;
  rule: string;
  because: string | null;
  scope: Scope | null;
  evidence: QuotedEvidence[];
}

export interface PathStep extends NodeName {
  /** What joins it to the node before it, the most telling first; empty for the first. */
  links: PathLink[];
}

/** What else leads there, where nothing does under the conditions that were asked for. */
export interface OtherPath {
  /** The kinds that it takes beside those asked for. */
  kinds: EdgeKind[];
  /** It takes some edge against the direction asked for. */
  isAgainstDirection: boolean;
  /** It leads through hubs. */
  hubs: NodeName[];
  path: PathStep[];
}

export interface PathAnswer {
  dataDate: string | null;
  from: NodeName;
  to: NodeName;
  kinds: EdgeKind[];
  direction: PathDirection;
  hubs: boolean;
  stated: boolean;
  longest: number;
  /** The shortest first, each from `from` to `to`. */
  paths: PathStep[][];
  /** Null where `paths` are found, or nothing leads there at all. */
  instead: OtherPath | null;
  /** False where the search was given up after many edges: there may be more paths. */
  isComplete: boolean;
}

const STEPS = list(
  nodeName({
    links: list(
      object({
        kind: { type: 'string', enum: EDGE_KINDS },
        direction: { type: 'string', enum: ['out', 'in'] },
        count: COUNT,
        basis: { type: 'string', enum: BASES },
        rule: STRING,
        because: STRING_OR_NULL,
        scope: SCOPE_OR_NULL,
        evidence: list(QUOTED_EVIDENCE),
      }),
    ),
  }),
);
const KIND_LIST = list({ type: 'string', enum: EDGE_KINDS });

export const pathQuery: Query = {
  name: 'path',
  summary: 'How two things are joined: the shortest paths between them, with what says so at each step.',
  schema: object({
    dataDate: DATA_DATE,
    from: nodeName(),
    to: nodeName(),
    kinds: KIND_LIST,
    direction: { type: 'string', enum: PATH_DIRECTIONS },
    hubs: BOOLEAN,
    stated: BOOLEAN,
    longest: COUNT,
    paths: list(STEPS),
    instead: object(
      { kinds: KIND_LIST, isAgainstDirection: BOOLEAN, hubs: list(nodeName()), path: STEPS },
      { orNull: true },
    ),
    isComplete: BOOLEAN,
  }),
};

/** Edges that a search looks at before it gives up. */
const BUDGET = 200_000;
/** Fewer for what nobody asked for. */
const OTHER_BUDGET = 50_000;

/** The shortest paths between two things; null when one of them is not in the graph. */
export function path(view: GraphView, fromId: string, toId: string, options: PathOptions = {}): PathAnswer | null {
  const from = resolveNode(view, fromId);
  const to = resolveNode(view, toId);
  if (from === null || to === null) return null;
  const { direction = 'any', count = 3, longest = 8, hubs = false, stated = false } = options;
  const kinds = EDGE_KINDS.filter((kind) => options.kinds?.includes(kind) ?? true);
  const conditions: PathConditions = { kinds, direction, hubs, stated };
  const tell = createTeller(view);
  const { paths, isComplete } = findPaths(view, from, to, { conditions, limits: { longest, count, budget: BUDGET } });
  const found = ranked(paths, openJoins(view, conditions));
  return {
    dataDate: view.report.dataDate,
    from: nameAt(view, from),
    to: nameAt(view, to),
    kinds,
    direction,
    hubs,
    stated,
    longest,
    paths: found.slice(0, count).map(tell),
    instead: found.length > 0 ? null : findInstead(view, [from, to], { conditions, longest, tell }),
    isComplete,
  };
}

/** A node of a path, with the edges that join it to the one before it. */
interface Joined {
  node: number;
  ways: Way[];
}

/** What tells most stands first: replacements and breakage before citations, what is stated before what is inferred. */
const RANK = new Map(GROUP_ORDER.map(([kind, direction], place) => [`${kind} ${direction}`, place]));
const rankOf = ({ edge, direction }: Way): number =>
  (RANK.get(`${edge.kind} ${direction}`) ?? RANK.size) * 4 + BASES.indexOf(edge.basis);

/** Joins the nodes of several paths, which have most of their steps in common. */
function openJoins(view: GraphView, conditions: PathConditions): (nodes: readonly number[]) => Joined[] {
  const waysBetween = openWays(view, conditions);
  const known = new Map<string, Way[]>();
  const waysTo = (before: number, node: number): Way[] => {
    const key = `${before} ${node}`;
    let ways = known.get(key);
    if (ways === undefined) {
      ways = waysBetween(before, node).sort((a, b) => rankOf(a) - rankOf(b) || a.edge.index - b.edge.index);
      known.set(key, ways);
    }
    return ways;
  };
  return (nodes) => nodes.map((node, at) => ({ node, ways: at === 0 ? [] : waysTo(nodes[at - 1]!, node) }));
}

/** The most telling paths first, of those that are equally long. */
function ranked(paths: readonly (readonly number[])[], join: (nodes: readonly number[]) => Joined[]): Joined[][] {
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

/** Turns paths into what answers hold: one link for each kind and direction, with the sentences of its first edge. */
function createTeller(view: GraphView): (path: readonly Joined[]) => PathStep[] {
  const quote = createQuoter(view);
  return (path) =>
    path.map(({ node, ways }) => {
      const links = new Map<string, PathLink>();
      for (const { edge, direction } of ways) {
        const { kind, basis, rule, scope, because = null, evidence } = edge;
        const known = links.get(`${kind} ${direction}`);
        if (known !== undefined) known.count++;
        else
          links.set(`${kind} ${direction}`, {
            kind,
            direction,
            count: 1,
            basis,
            rule,
            because,
            scope,
            evidence: quote(evidence),
          });
      }
      return { ...nameAt(view, node), links: [...links.values()] };
    });
}

/** What leads there when one condition after another is given up: hubs, the direction, the kinds, and all of them. */
function findInstead(
  view: GraphView,
  [from, to]: readonly [number, number],
  {
    conditions,
    longest,
    tell,
  }: { conditions: PathConditions; longest: number; tell: (path: readonly Joined[]) => PathStep[] },
): OtherPath | null {
  const { kinds, direction, hubs } = conditions;
  const all = kinds.length === EDGE_KINDS.length;
  const looser: PathConditions[] = [
    { ...conditions, direction: 'any' },
    { ...conditions, kinds: EDGE_KINDS },
    { ...conditions, kinds: EDGE_KINDS, direction: 'any' },
    { ...conditions, hubs: true },
    { ...conditions, kinds: EDGE_KINDS, direction: 'any', hubs: true },
  ];
  const tried = new Set([JSON.stringify(conditions)]);
  for (const other of looser) {
    const key = JSON.stringify({ ...other, kinds: all ? kinds : other.kinds });
    if (tried.has(key)) continue;
    tried.add(key);
    const limits = { longest, count: 1, budget: OTHER_BUDGET };
    const [nodes] = findPaths(view, from, to, { conditions: other, limits }).paths;
    if (nodes === undefined) continue;
    const steps = openJoins(view, other)(nodes);
    const isAllowed = ({ edge, direction: way }: Way) =>
      kinds.includes(edge.kind) && (direction === 'any' || direction === way);
    const odd = steps.flatMap(({ ways }) => (ways.some(isAllowed) ? [] : ways.slice(0, 1)));
    const through = nodes.slice(1, -1).filter((node) => isHub(view, other, node));
    return {
      kinds: [...new Set(odd.map(({ edge }) => edge.kind).filter((kind) => !kinds.includes(kind)))],
      isAgainstDirection: odd.some(
        ({ edge, direction: way }) => kinds.includes(edge.kind) && way !== direction && direction !== 'any',
      ),
      hubs: hubs ? [] : through.map((node) => nameAt(view, node)),
      path: tell(steps),
    };
  }
  return null;
}
