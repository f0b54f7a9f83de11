import { orderOf, withoutOrder } from './order.ts';
import type { Problem, RequirementPlace } from './package.ts';
import { byOrder, obtainable, type RelaxedProblem, relax } from './relax.ts';

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
/** Choices that are tried where nothing fits: a way that works is found sooner, if there is one. */
const MOST_CHOICES_IN_VAIN = 60_000;

/**
 * The least packages, then the fewest restarts, that meet everything asked for: AND across requirements, OR inside one.
 * Of equally cheap choices the preferred ones are taken. What cannot be met is dropped and told.
 */
export function solve(problem: Problem, rank: (index: number) => number = () => 0): Solution {
  const relaxed = relax(problem);
  const found = search(relaxed.problem, true) ?? search(relaxed.problem, false) ?? anyWay(relaxed.problem);
  const chosen = found === null ? [] : orderOf(relaxed.problem.packages.map(byOrder), found.chosen, rank);
  const inPlan = new Set(chosen);
  return {
    chosen,
    restarts: found?.restarts ?? 0,
    proven: found?.proven ?? true,
    unmet: relaxed.unmet.filter(({ owner }) => owner === null || inPlan.has(owner)),
    loops: relaxed.loops.filter((loop) => loop.some((member) => inPlan.has(member))),
    mixed: isMixed(problem, chosen),
  };
}

/** A point of the search at which several ways are open. */
interface Choice {
  options: readonly number[];
  next: number;
  chosen: number;
  read: number;
  deferred: number;
}

function isMixed({ packages }: Problem, chosen: readonly number[]): boolean {
  const ladders = chosen.map((member) => packages[member]!.ladder).filter((ladder) => ladder !== null);
  return new Set(ladders).size < ladders.length;
}

/** Some way that works, found without looking at its cost: of each requirement what could be had first. */
function anyWay({ packages, wanted }: RelaxedProblem): Found {
  const turn = new Map(
    orderOf(
      packages.map(byOrder),
      packages.map((_, index) => index),
    ).map((index, at) => [index, at]),
  );
  const chosen = new Set<number>();
  const meet = (members: readonly number[]) => {
    if (members.some((member) => chosen.has(member))) return;
    const [first] = members.filter((member) => turn.has(member)).sort((a, b) => turn.get(a)! - turn.get(b)!);
    if (first !== undefined) chosen.add(first);
  };
  for (const members of wanted) meet(members);
  for (const owner of chosen) {
    for (const members of packages[owner]!.requires) {
      // What is met by a later turn is no way in.
      const earlier = members.filter((member) => (turn.get(member) ?? 0) < turn.get(owner)!);
      meet(earlier.length > 0 ? earlier : members);
    }
  }
  const restarts = [...chosen].reduce((sum, member) => sum + packages[member]!.restart, 0);
  return { count: chosen.size, restarts, chosen: [...chosen], proven: false };
}

function search({ packages, wanted }: RelaxedProblem, keepLadders: boolean): Found | null {
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
  let count = 0;
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
    const { ladder, restart, size } = packages[member]!;
    restarts += restart;
    count += size;
    if (ladder !== null) rungs.set(ladder, (rungs.get(ladder) ?? 0) + 1);
  };
  const undoTo = ({ chosen: kept, read: position, deferred: length }: Choice) => {
    for (const member of chosen.splice(kept)) {
      taken[member] = 0;
      const { ladder, restart, size } = packages[member]!;
      restarts -= restart;
      count -= size;
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
    const cost = { count, restarts };
    const used = new Set<number>();
    for (const members of open) {
      if (members.some((member) => used.has(member))) continue;
      for (const member of members) used.add(member);
      cost.count += Math.min(...members.filter(isOpen).map((member) => packages[member]!.size));
      cost.restarts += Math.min(...members.filter(isOpen).map((member) => packages[member]!.restart));
    }
    return cost;
  };
  /** Looks at the state that was reached: notes a solution, or opens the next choice. */
  const visit = (): void => {
    if (!propagate() || !isCheaper({ count, restarts }, best)) return;
    const open = deferred.filter((members) => !members.some((member) => taken[member]));
    if (open.length > 0) {
      if (isCheaper(boundOf(open), best)) choose(open[0]!.filter(isOpen));
      return;
    }
    const stuck = withoutOrder(byOrdering, chosen);
    if (stuck.length === 0) best = { count, restarts, chosen: [...chosen] };
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
    if (option === undefined || tried >= (best === null ? MOST_CHOICES_IN_VAIN : MOST_CHOICES)) {
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
  return { ...(best as Cost & { chosen: number[] }), proven };
}

interface Found extends Cost {
  chosen: number[];
  proven: boolean;
}

interface Cost {
  count: number;
  restarts: number;
}

function isCheaper(a: Cost, b: Cost | null): boolean {
  return b === null || a.count < b.count || (a.count === b.count && a.restarts < b.restarts);
}
