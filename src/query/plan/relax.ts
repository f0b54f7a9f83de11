import { blockedLoops } from './loops.ts';
import type { Package, Problem, RequirementPlace } from './package.ts';

/** A package whose requirements within a loop count when choosing, but not when ordering. */
export interface RelaxedPackage extends Package {
  ordered: readonly (readonly number[])[];
}

export interface RelaxedProblem extends Problem {
  packages: readonly RelaxedPackage[];
}

/** A package with what counts when ordering. */
export const byOrder = (each: RelaxedPackage): Package => ({ ...each, requires: each.ordered });

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
export function relax(problem: Problem): { problem: RelaxedProblem; unmet: RequirementPlace[]; loops: number[][] } {
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
