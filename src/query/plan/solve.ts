import { blockedLoops } from './loops.ts';

/** What can be installed, as far as choosing goes; packages are known by their place in the problem. */
export interface Package {
  /** What installing it costs in restarts; any unit, as long as it is the same for all. */
  restart: number;
  /** Every requirement must be met before it is installed, each by any one of its members, the preferred first. */
  requires: readonly (readonly number[])[];
  /** Packages of one number are rungs of one ladder: at most one of them is installed. Null for none. */
  ladder: number | null;
}

export interface Problem {
  packages: readonly Package[];
  /** What is asked for: each is met by any one of its members, the preferred first. */
  wanted: readonly (readonly number[])[];
}

/** A requirement by its place: of a package, or (null) one of those that were asked for. */
export interface RequirementPlace {
  owner: number | null;
  at: number;
}

export interface Solution {
  /** What to install, each after what it requires; of those that are ready, the one with the lowest rank first. */
  chosen: number[];
  restarts: number;
  /** Whether nothing cheaper exists; false where the search was stopped before it had seen everything. */
  proven: boolean;
  /** Requirements of what was chosen that nothing can meet. */
  unmet: RequirementPlace[];
  /** Packages that require each other and so can never be installed one after the other. */
  loops: number[][];
  /** Whether rungs of one ladder had to be mixed. */
  mixed: boolean;
}

/** Choices that are tried before the search stops with the best it has. */
const MOST_CHOICES = 20_000;

/**
 * The least packages, then the fewest restarts, that meet everything asked for: AND across requirements, OR inside one.
 * Of equally cheap choices the preferred ones are taken. What cannot be met is dropped and told.
 */
export function solve(problem: Problem, rank: (index: number) => number = () => 0): Solution {
  const relaxed = relax(problem);
  const found = search(relaxed.problem, true) ?? search(relaxed.problem, false);
  const chosen = found === null ? [] : orderOf(relaxed.problem.packages.map(byOrder), found.chosen, rank);
  const inPlan = new Set(chosen);
  return {
    chosen,
    restarts: found?.restarts ?? 0,
    proven: found?.proven ?? true,
    unmet: relaxed.unmet.filter(({ owner }) => owner === null || inPlan.has(owner)),
    loops: relaxed.loops.filter((loop) => loop.some((member) => inPlan.has(member))),
    mixed: found?.mixed ?? false,
  };
}

/** A package whose requirements within a loop count when choosing, but not when ordering. */
interface RelaxedPackage extends Package {
  ordered: readonly (readonly number[])[];
}

interface RelaxedProblem extends Problem {
  packages: readonly RelaxedPackage[];
}

const byOrder = (each: RelaxedPackage): Package => ({ ...each, requires: each.ordered });

/** What can be installed in some order, whatever it costs: a loop that nothing else leads into cannot. */
export function obtainable({ packages }: Problem): boolean[] {
  const reached = packages.map(() => false);
  const open = packages.map(({ requires }) => requires.length);
  const users = packages.map((): number[] => []);
  const groups: { owner: number; met: boolean }[] = [];
  packages.forEach(({ requires }, owner) => {
    for (const members of requires) {
      for (const member of members) users[member]?.push(groups.length);
      groups.push({ owner, met: false });
    }
  });
  const queue = packages.flatMap((_, index) => (open[index] === 0 ? [index] : []));
  for (const index of queue) reached[index] = true;
  for (let at = 0; at < queue.length; at++) {
    for (const number of users[queue[at]!]!) {
      const group = groups[number]!;
      if (group.met) continue;
      group.met = true;
      open[group.owner]! -= 1;
      if (open[group.owner] !== 0) continue;
      reached[group.owner] = true;
      queue.push(group.owner);
    }
  }
  return reached;
}

/** Drops what nothing can meet, first what has no member at all, then what only loops could meet. */
function relax(problem: Problem): { problem: RelaxedProblem; unmet: RequirementPlace[]; loops: number[][] } {
  const packages = problem.packages.map((each) => ({ ...each }));
  const kept = new Map<number, readonly (readonly number[])[]>();
  const wanted = [...problem.wanted];
  const unmet: RequirementPlace[] = [];
  const loops: number[][] = [];
  const isBlocked = (members: readonly number[], reached: readonly boolean[]) => !members.some((m) => reached[m]);
  for (let round = 0; ; round++) {
    const reached = obtainable({ packages, wanted });
    const blocked = blockedFrom(packages, wanted, reached);
    if (blocked.size === 0 && !wanted.some((members) => isBlocked(members, reached))) break;
    let isChanged = false;
    wanted.forEach((members, at) => {
      if (members.length > 0) return;
      unmet.push({ owner: null, at });
      isChanged = true;
    });
    for (const owner of blocked) {
      const requires = packages[owner]!.requires;
      requires.forEach((members, at) => {
        if (members.length > 0) return;
        unmet.push({ owner, at });
        isChanged = true;
      });
    }
    if (isChanged) {
      for (const owner of blocked) packages[owner]!.requires = packages[owner]!.requires.map(metIfEmpty);
      wanted.splice(0, wanted.length, ...wanted.filter((members) => members.length > 0));
      continue;
    }
    const found = blockedLoops([...blocked], (owner) =>
      packages[owner]!.requires.filter((members) => isBlocked(members, reached)).flat(),
    );
    if (found.length === 0 || round > 2 * packages.length) break;
    for (const loop of found) {
      loops.push(loop);
      const within = new Set(loop);
      for (const owner of loop) {
        if (!kept.has(owner)) kept.set(owner, packages[owner]!.requires);
        packages[owner]!.requires = packages[owner]!.requires.map((members) =>
          isBlocked(members, reached) && members.some((member) => within.has(member)) ? MET : members,
        );
      }
    }
  }
  const relaxed = packages.map((each, index) => ({
    ...each,
    requires: (kept.get(index) ?? each.requires).filter((members) => members !== MET),
    ordered: each.requires.filter((members) => members !== MET),
  }));
  return { problem: { packages: relaxed, wanted }, unmet, loops };
}

/** Stands for a requirement that was dropped: places of the others must not move. */
const MET: readonly number[] = [-1];

const metIfEmpty = (members: readonly number[]) => (members.length === 0 ? MET : members);

/** The packages that cannot be had and that what is asked for comes down to. */
function blockedFrom(
  packages: readonly Package[],
  wanted: readonly (readonly number[])[],
  reached: readonly boolean[],
): Set<number> {
  const blocked = new Set<number>();
  const meet = (members: readonly number[]) => {
    if (members.some((member) => member < 0 || reached[member])) return;
    for (const member of members) blocked.add(member);
  };
  for (const members of wanted) meet(members);
  for (const owner of blocked) for (const members of packages[owner]!.requires) meet(members);
  return blocked;
}

/** A point of the search at which several ways are open. */
interface Choice {
  options: readonly number[];
  next: number;
  chosen: number;
  read: number;
  deferred: number;
}

function search(
  { packages, wanted }: RelaxedProblem,
  keepLadders: boolean,
): (Cost & { chosen: number[]; proven: boolean; mixed: boolean }) | null {
  const byOrdering = packages.map(byOrder);
  const reached = obtainable({ packages: byOrdering, wanted });
  const taken = new Uint8Array(packages.length);
  const forbidden = new Uint8Array(packages.length);
  const rungs = new Map<number, number>();
  const chosen: number[] = [];
  /** Requirements with several ways open, in the order in which they were met. */
  const deferred: (readonly number[])[] = [];
  const choices: Choice[] = [];
  let restarts = 0;
  let read = 0;
  let best: (Cost & { chosen: number[] }) | null = null;
  let tried = 0;
  let proven = true;

  const isOpen = (member: number) => {
    if (!reached[member] || forbidden[member]) return false;
    const { ladder } = packages[member]!;
    return !keepLadders || ladder === null || !rungs.has(ladder);
  };
  const take = (member: number) => {
    taken[member] = 1;
    chosen.push(member);
    restarts += packages[member]!.restart;
    const { ladder } = packages[member]!;
    if (ladder !== null) rungs.set(ladder, (rungs.get(ladder) ?? 0) + 1);
  };
  const undoTo = ({ chosen: kept, read: position, deferred: length }: Choice) => {
    for (const member of chosen.splice(kept)) {
      taken[member] = 0;
      restarts -= packages[member]!.restart;
      const { ladder } = packages[member]!;
      if (ladder === null) continue;
      const left = rungs.get(ladder)! - 1;
      if (left === 0) rungs.delete(ladder);
      else rungs.set(ladder, left);
    }
    read = position;
    deferred.length = length;
  };
  /** Takes what has one way only; false where a requirement has none. */
  const settle = (members: readonly number[]): boolean => {
    if (members.some((member) => taken[member])) return true;
    let only = -1;
    for (const member of members) {
      if (!isOpen(member)) continue;
      if (only >= 0) {
        deferred.push(members);
        return true;
      }
      only = member;
    }
    if (only < 0) return false;
    take(only);
    return true;
  };
  const propagate = (): boolean => {
    for (; read < chosen.length; read++) {
      for (const members of packages[chosen[read]!]!.requires) if (!settle(members)) return false;
    }
    return true;
  };
  const choose = (options: readonly number[]) =>
    choices.push({ options, next: 0, chosen: chosen.length, read, deferred: deferred.length });
  /** What the rest costs at least: of open requirements that share no member, each takes a package of its own. */
  const boundOf = (open: readonly (readonly number[])[]): Cost => {
    const cost = { count: chosen.length, restarts };
    const used = new Set<number>();
    for (const members of open) {
      if (members.some((member) => used.has(member))) continue;
      for (const member of members) used.add(member);
      cost.count++;
      cost.restarts += Math.min(...members.filter(isOpen).map((member) => packages[member]!.restart));
    }
    return cost;
  };
  /** Looks at the state that was reached: notes a solution, or opens the next choice. */
  const visit = (): void => {
    if (!propagate() || !isCheaper({ count: chosen.length, restarts }, best)) return;
    const open = deferred.filter((members) => !members.some((member) => taken[member]));
    if (open.length > 0) {
      if (isCheaper(boundOf(open), best)) choose(open[0]!.filter(isOpen));
      return;
    }
    const stuck = withoutOrder(byOrdering, chosen);
    if (stuck.length === 0) best = { count: chosen.length, restarts, chosen: [...chosen] };
    else {
      const ways = stuck.flatMap((owner) => packages[owner]!.requires.flat());
      choose([...new Set(ways)].filter((member) => !taken[member] && isOpen(member)));
    }
  };

  if (wanted.every(settle)) visit();
  while (choices.length > 0) {
    const choice = choices.at(-1)!;
    undoTo(choice);
    const previous = choice.options[choice.next - 1];
    // What was tried with it has been seen: the other ways do without it.
    if (previous !== undefined) forbidden[previous] = 1;
    const option = choice.options[choice.next++];
    if (option === undefined || (tried >= MOST_CHOICES && best !== null)) {
      if (option !== undefined) proven = false;
      for (const member of choice.options) forbidden[member] = 0;
      choices.pop();
      continue;
    }
    tried++;
    take(option);
    visit();
  }
  if (best === null) return null;
  return { ...(best as Cost & { chosen: number[] }), proven, mixed: !keepLadders };
}

interface Cost {
  count: number;
  restarts: number;
}

function isCheaper(a: Cost, b: Cost | null): boolean {
  return b === null || a.count < b.count || (a.count === b.count && a.restarts < b.restarts);
}

/** Those of the chosen packages that no order of installing reaches. */
function withoutOrder(packages: readonly Package[], chosen: readonly number[]): number[] {
  const ordered = new Set(orderOf(packages, chosen));
  return chosen.filter((member) => !ordered.has(member));
}

/**
 * An order of installing: each package after what it requires; of those that are ready, the one with the lowest rank
 * first. What only loops lead to is left out.
 */
function orderOf(
  packages: readonly Package[],
  chosen: readonly number[],
  rank: (index: number) => number = () => 0,
): number[] {
  const place = new Map(chosen.map((index, at) => [index, at]));
  const users = chosen.map((): number[] => []);
  const groups: { owner: number; met: boolean }[] = [];
  const open = chosen.map((index, owner) => {
    const { requires } = packages[index]!;
    for (const members of requires) {
      for (const member of members) {
        const at = place.get(member);
        if (at !== undefined) users[at]!.push(groups.length);
      }
      groups.push({ owner, met: false });
    }
    return requires.length;
  });
  const order: number[] = [];
  const ready = new Map<number, number[]>();
  const enqueue = (at: number) => {
    const own = rank(chosen[at]!);
    const queue = ready.get(own);
    if (queue === undefined) ready.set(own, [at]);
    else queue.push(at);
  };
  open.forEach((left, at) => {
    if (left === 0) enqueue(at);
  });
  const positions = new Map<number, number>();
  for (;;) {
    let first: number | null = null;
    for (const [own, queue] of ready) {
      if ((positions.get(own) ?? 0) < queue.length && (first === null || own < first)) first = own;
    }
    if (first === null) return order;
    const position = positions.get(first) ?? 0;
    positions.set(first, position + 1);
    const at = ready.get(first)![position]!;
    order.push(chosen[at]!);
    for (const number of users[at]!) {
      const group = groups[number]!;
      if (group.met) continue;
      group.met = true;
      open[group.owner]! -= 1;
      if (open[group.owner] === 0) enqueue(group.owner);
    }
  }
}
