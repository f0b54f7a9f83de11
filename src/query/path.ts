import { BASES, type Basis, EDGE_KINDS, type EdgeKind } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { Scope } from '../model/relation.ts';
import { type NodeName, nameAt } from './answer-parts.ts';
import { type Joined, openJoins, ranked } from './path-joins.ts';
import { findPaths, isHub, type PathConditions, type Way } from './path-search.ts';
import type { Query } from './query.ts';
import { createQuoter, type QuotedEvidence } from './quote-evidence.ts';
import { rememberNodes } from './remember-nodes.ts';
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
import { openSlice } from './slice.ts';
import { PATH_DIRECTIONS, type PathDirection } from './walk-options.ts';

export interface PathOptions {
  /** All kinds unless told. */
  kinds?: readonly EdgeKind[];
  /** 'any' unless told. */
  direction?: PathDirection;
  /** How many paths; 3 unless told. */
  count?: number;
  /** How many steps a path has at most; 6 unless told. */
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
  /** False where a search was given up after many edges: there may be other paths. */
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

/** What a search may spend, and less for what nobody asked for. */
const LIMITS = { alike: 100, budget: 200_000 };
const OTHER_LIMITS = { count: 1, alike: 20, budget: 50_000 };

/** The shortest paths between two things; null when one of them is not in the graph. */
export function path(graph: GraphView, fromId: string, toId: string, options: PathOptions = {}): PathAnswer | null {
  const view = rememberNodes(graph);
  const from = resolveNode(view, fromId);
  const to = resolveNode(view, toId);
  if (from === null || to === null) return null;
  const { direction = 'any', count = 3, longest = 6, hubs = false, stated = false } = options;
  const kinds = EDGE_KINDS.filter((kind) => options.kinds?.includes(kind) ?? true);
  const conditions: PathConditions = { kinds, direction, hubs, stated };
  const tell = createTeller(view);
  const { paths, isComplete } = findPaths(view, from, to, { conditions, limits: { ...LIMITS, longest, count } });
  const found = ranked(paths, openJoins(view, conditions)).slice(0, count);
  const other = found.length > 0 ? null : findInstead(view, [from, to], { conditions, longest });
  return {
    dataDate: view.report.dataDate,
    from: nameAt(view, from),
    to: nameAt(view, to),
    kinds,
    direction,
    hubs,
    stated,
    longest,
    paths: found.map(tell),
    instead: other?.found ? { ...other.found, path: tell(other.found.path) } : null,
    isComplete: isComplete && other?.isComplete !== false,
  };
}

/** Turns paths into what answers hold: one link for each kind and direction, with the sentences of its first edge. */
function createTeller(view: GraphView): (path: readonly Joined[]) => PathStep[] {
  const quote = createQuoter(view);
  return (path) =>
    path.map(({ node, ways }) => {
      const links = new Map<string, PathLink>();
      for (const { edge, source, kind, direction } of ways) {
        const known = links.get(`${kind} ${direction}`);
        if (known !== undefined) {
          known.count++;
          continue;
        }
        // From its source: what many edges arrive at takes long to read.
        const told = openSlice(view, [kind])
          .out(source)
          .find(({ index }) => index === edge);
        if (told === undefined) continue;
        const { basis, rule, scope, because = null, evidence } = told;
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

/** What leads there when one condition after another is given up: the direction, the kinds, hubs, and all of them. */
function findInstead(
  view: GraphView,
  [from, to]: readonly [number, number],
  { conditions, longest }: { conditions: PathConditions; longest: number },
): { found: (Omit<OtherPath, 'path'> & { path: Joined[] }) | null; isComplete: boolean } {
  const { kinds, direction, hubs } = conditions;
  const looser: PathConditions[] = [
    { ...conditions, direction: 'any' },
    { ...conditions, kinds: EDGE_KINDS },
    { ...conditions, kinds: EDGE_KINDS, direction: 'any' },
    { ...conditions, hubs: true },
    { ...conditions, kinds: EDGE_KINDS, direction: 'any', hubs: true },
  ];
  const tried = new Set([JSON.stringify(conditions)]);
  let isAllSeen = true;
  for (const other of looser) {
    const key = JSON.stringify(other);
    if (tried.has(key)) continue;
    tried.add(key);
    const limits = { ...OTHER_LIMITS, longest };
    const { paths, isComplete } = findPaths(view, from, to, { conditions: other, limits });
    isAllSeen &&= isComplete;
    const [path] = ranked(paths, openJoins(view, other));
    if (path === undefined) continue;
    const isAllowed = (way: Way) => kinds.includes(way.kind) && (direction === 'any' || direction === way.direction);
    const odd = path.flatMap(({ ways }) => (ways.some(isAllowed) ? [] : ways.slice(0, 1)));
    const through = path.slice(1, -1).filter(({ node }) => !hubs && isHub(view, other, node));
    const found = {
      kinds: [...new Set(odd.map(({ kind }) => kind).filter((kind) => !kinds.includes(kind)))],
      isAgainstDirection: odd.some((way) => direction !== 'any' && way.direction !== direction),
      hubs: through.map(({ node }) => nameAt(view, node)),
      path,
    };
    return { found, isComplete: true };
  }
  return { found: null, isComplete: isAllSeen };
}
