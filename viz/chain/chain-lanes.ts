import type { NodeName } from '../../src/query/answer-parts.ts';
import type { ChainAnswer, ProductChain } from '../../src/query/chain.ts';
import type { ChainLink } from '../../src/query/chain-link.ts';
import type { ChainMember, ChainSide } from '../../src/query/chain-side.ts';

/** What a box is told to be, in words beside its look. */
export const CHAIN_MARKS = [
  'asked for',
  'current',
  'only assumed',
  'withdrawn',
  'not in the archive',
  'in a loop',
  'replaced by several',
  'replaces several',
  'outside the product',
] as const;
export type ChainMark = (typeof CHAIN_MARKS)[number];

/** One package: an article together with the fix that it publishes, or a service pack. */
export interface ChainBox {
  /** The id of `head`. */
  key: string;
  head: NodeName;
  /** Other names of the package. */
  also: NodeName[];
  side: 'older' | 'subject' | 'newer';
  steps: number;
  /** `YYYY-MM-DD` or null. */
  released: string | null;
  marks: ChainMark[];
}

/** How sure a replacement is: `assumed` takes for granted what no article says. */
export type ChainBasis = 'stated' | 'feed' | 'inferred' | 'assumed';

/** The newer package replaces the older one, for each of the reasons in `links`. */
export interface ChainArrow {
  older: string;
  newer: string;
  basis: ChainBasis;
  links: ChainLink[];
}

/** What is drawn for one product, or for several with the same answer. */
export interface ChainLane {
  title: string;
  products: string[];
  boxes: ChainBox[];
  arrows: ChainArrow[];
  /** The key of the box of what was asked for. */
  subject: string;
  /** Members that the answer counts and does not list. */
  omitted: number;
  chain: ProductChain;
}

/** The chains of an answer as lanes, each with its boxes in the order of steps, release date and id. */
export function chainLanes(answer: ChainAnswer): ChainLane[] {
  return answer.chains.map((chain) => chainLane(answer, chain));
}

function chainLane(subject: ChainAnswer, chain: ProductChain): ChainLane {
  const sides = [chain.older, chain.newer].filter((side) => side !== null);
  const members = new Map<string, { member: ChainMember; side: 'older' | 'newer' }>();
  for (const member of chain.older?.members ?? []) members.set(member.id, { member, side: 'older' });
  for (const member of chain.newer?.members ?? []) members.set(member.id, { member, side: 'newer' });

  const packages = joinPackages(subject, sides);
  const boxes = new Map<string, ChainBox>();
  const boxOf = new Map<string, string>();
  for (const names of packages) {
    const isSubject = names.some(({ id }) => id === subject.id);
    const head = [...names].sort((a, b) => rankOf(a, subject) - rankOf(b, subject) || compare(a.id, b.id))[0]!;
    const known = names.flatMap(({ id }) => members.get(id) ?? []);
    for (const { id } of names) boxOf.set(id, head.id);
    const nearest = known[0];
    boxes.set(head.id, {
      key: head.id,
      head,
      also: names.filter((name) => name !== head),
      side: isSubject ? 'subject' : (nearest?.side ?? 'newer'),
      steps: isSubject ? 0 : (nearest?.member.steps ?? 0),
      released: known.reduce((date, { member }) => latest(date, member.released), isSubject ? subject.released : null),
      marks: marksOf(
        names,
        isSubject,
        known.map(({ member }) => member),
        chain,
      ),
    });
  }
  return {
    title: chain.scopes.join(', '),
    products: chain.products,
    boxes: [...boxes.values()].sort(
      (a, b) => placeOf(a) - placeOf(b) || compare(a.released ?? '~', b.released ?? '~') || compare(a.key, b.key),
    ),
    arrows: arrowsOf(chain, boxes, boxOf, boxOf.get(subject.id)!),
    subject: boxOf.get(subject.id)!,
    omitted: sides.reduce((sum, { omitted }) => sum + omitted, 0),
    chain,
  };
}

/** From the oldest on the left to the newest on the right. */
const placeOf = ({ side, steps }: ChainBox): number => (side === 'older' ? -steps : steps);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const latest = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
/** What was asked for names its package, then an article, then one that is only cited, then a fix's name. */
const rankOf = ({ id, kind, status }: NodeName, subject: NodeName): number =>
  id === subject.id ? 0 : kind === 'fix' ? 3 : status === 'cited' ? 2 : 1;

/** The names of each package: what `publishes` joins, the subject first, then in the order of the members. */
function joinPackages(subject: NodeName, sides: readonly ChainSide[]): NodeName[][] {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(id, at);
    return at;
  };
  const names = new Map<string, NodeName>();
  const add = ({ id, kind, label, status }: NodeName) => {
    if (names.has(id)) return;
    names.set(id, { id, kind, label, status });
    leader.set(id, id);
  };
  add(subject);
  for (const { members } of sides) for (const member of members) add(member);
  for (const { members } of sides) {
    for (const { id, via } of members) {
      for (const { kind, newer, older } of via) {
        const other = newer === id ? older : newer;
        if (kind === 'publishes' && names.has(other)) leader.set(find(id), find(other));
      }
    }
  }
  const packages = new Map<string, NodeName[]>();
  for (const name of names.values()) {
    const head = find(name.id);
    const own = packages.get(head);
    if (own === undefined) packages.set(head, [name]);
    else own.push(name);
  }
  return [...packages.values()];
}

function marksOf(
  names: readonly NodeName[],
  isSubject: boolean,
  members: readonly ChainMember[],
  { newer, older }: ProductChain,
): ChainMark[] {
  const sides = [newer, older].filter((side) => side !== null);
  const isAmong = (ids: readonly string[]) => names.some(({ id }) => ids.includes(id));
  const isIn = (list: (side: ChainSide) => readonly string[]) => sides.some((side) => isAmong(list(side)));
  const inLoop = sides.some((side) => side.loops.some((loop) => isAmong(loop.map(({ id }) => id))));
  const articles = names.filter(({ kind }) => kind === 'article');
  const told: Record<ChainMark, boolean> = {
    'asked for': isSubject,
    current: members.some(({ isCurrent }) => isCurrent) || (isSubject && newer !== null && isLast(newer)),
    'only assumed': members.length > 0 && members.every(({ grounds }) => grounds === 'assumed'),
    withdrawn: members.some(({ isWithdrawn }) => isWithdrawn),
    'not in the archive': articles.length > 0 && articles.every(({ status }) => status === 'cited'),
    'in a loop': inLoop,
    'replaced by several': isIn(({ forks }) => forks),
    'replaces several': isIn(({ merges }) => merges),
    'outside the product': members.length > 0 && members.every(({ leavesScope }) => leavesScope),
  };
  return CHAIN_MARKS.filter((mark) => told[mark]);
}

const isLast = ({ total, isInLoop }: ChainSide): boolean => total === 0 && !isInLoop;

/** One arrow for each two packages; a link whose other end is not told of starts at the nearest package on its way. */
function arrowsOf(
  { newer, older }: ProductChain,
  boxes: ReadonlyMap<string, ChainBox>,
  boxOf: ReadonlyMap<string, string>,
  subject: string,
): ChainArrow[] {
  const arrows = new Map<string, ChainArrow>();
  const add = (link: ChainLink, from: string, to: string) => {
    const key = `${from} ${to}`;
    const known = arrows.get(key);
    if (known === undefined) arrows.set(key, { older: from, newer: to, basis: basisOf(link), links: [link] });
    else if (!known.links.some((other) => isSame(other, link))) {
      known.links.push(link);
      if (SURENESS.indexOf(basisOf(link)) < SURENESS.indexOf(known.basis)) known.basis = basisOf(link);
    }
  };
  const nearest = (own: ChainBox): string =>
    [...boxes.values()].find(({ side, steps, key }) => side === own.side && steps === own.steps - 1 && key !== own.key)
      ?.key ?? subject;
  for (const [side, isNewer] of [
    [newer, true],
    [older, false],
  ] as const) {
    for (const { id, via } of side?.members ?? []) {
      const own = boxOf.get(id)!;
      for (const link of via) {
        if (link.kind === 'publishes') continue;
        const from = boxOf.get(link.older) ?? (isNewer ? nearest(boxes.get(own)!) : own);
        const to = boxOf.get(link.newer) ?? (isNewer ? own : nearest(boxes.get(own)!));
        if (from !== to) add(link, from, to);
      }
    }
  }
  return [...arrows.values()];
}

const SURENESS: readonly ChainBasis[] = ['stated', 'feed', 'inferred', 'assumed'];

/** How sure one link is. */
export function basisOf({ basis, rule }: Pick<ChainLink, 'basis' | 'rule'>): ChainBasis {
  return basis === 'inferred' && rule.endsWith('-assumed') ? 'assumed' : basis;
}

const isSame = (a: ChainLink, b: ChainLink): boolean =>
  a.newer === b.newer && a.older === b.older && a.rule === b.rule && a.because === b.because;
