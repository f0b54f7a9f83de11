/** How many choices are tried before the answer is what was best so far. */
const MOST_TRIED = 20_000;
/** Members of one choice before the search is given up: each is a step deeper. */
const DEEPEST = 1000;

/** Members of which every set has one. */
export interface HittingSet {
  chosen: string[];
  /** Whether no smaller choice exists; false where the search was given up. */
  isSmallest: boolean;
}

/**
 * The fewest members such that every set has at least one of them. What a set leaves no choice for is taken first; sets
 * that have nothing to do with each other are then searched apart, each search bounded by disjoint sets. `rank` decides
 * between equals, the lower the better.
 */
export function smallestHittingSet(sets: readonly (readonly string[])[], rank: (member: string) => number): HittingSet {
  const all = withoutSupersets(sets.map((set) => [...new Set(set)]).filter((set) => set.length > 0));
  const forced = new Set(all.filter((set) => set.length === 1).map(([only]) => only!));
  const open = all.filter((set) => !set.some((member) => forced.has(member)));
  const budget = { tried: 0 };
  const parts = apart(open).map((part) => searchPart(part, rank, budget));
  return {
    chosen: [...forced, ...parts.flatMap(({ chosen }) => chosen)],
    isSmallest: parts.every(({ isSmallest }) => isSmallest),
  };
}

function searchPart(
  open: readonly (readonly string[])[],
  rank: (member: string) => number,
  budget: { tried: number },
): HittingSet {
  let found = greedy(open, rank);
  let isSmallest = true;
  const search = (rest: readonly (readonly string[])[], taken: readonly string[]) => {
    if (rest.length === 0) {
      if (taken.length < found.length) found = [...taken];
      return;
    }
    if (taken.length + disjoint(rest) >= found.length) return;
    if (++budget.tried > MOST_TRIED || taken.length > DEEPEST) {
      isSmallest = false;
      return;
    }
    const narrow = rest.reduce((a, b) => (b.length < a.length ? b : a));
    for (const member of [...narrow].sort((a, b) => rank(a) - rank(b))) {
      search(
        rest.filter((set) => !set.includes(member)),
        [...taken, member],
      );
      if (!isSmallest) return;
    }
  };
  search(open, []);
  return { chosen: found, isSmallest };
}

/** Sets in parts that share no member. */
function apart(sets: readonly string[][]): string[][][] {
  const over = new Map<string, string>();
  const topOf = (member: string): string => {
    let top = member;
    for (let next = over.get(top); next !== undefined; next = over.get(top)) top = next;
    for (let at = member; at !== top; ) {
      const next = over.get(at)!;
      over.set(at, top);
      at = next;
    }
    return top;
  };
  for (const [first, ...others] of sets) {
    for (const other of others) {
      const [a, b] = [topOf(first!), topOf(other)];
      if (a !== b) over.set(b, a);
    }
  }
  const parts = new Map<string, string[][]>();
  for (const set of sets) {
    const top = topOf(set[0]!);
    const part = parts.get(top);
    if (part === undefined) parts.set(top, [set]);
    else part.push(set);
  }
  return [...parts.values()];
}

/** A set that holds another one whole is hit wherever that one is. */
function withoutSupersets(sets: readonly string[][]): string[][] {
  const unique = [...new Map(sets.map((set) => [[...set].sort().join(' '), set])).values()];
  const kept: string[][] = [];
  // A smaller set within another has its first member there.
  const byFirst = new Map<string, string[][]>();
  for (const set of unique.sort((a, b) => a.length - b.length)) {
    const members = new Set(set);
    const holdsOne = set.some((first) =>
      byFirst.get(first)?.some((smaller) => smaller.every((member) => members.has(member))),
    );
    if (holdsOne) continue;
    kept.push(set);
    const same = byFirst.get(set[0]!);
    if (same === undefined) byFirst.set(set[0]!, [set]);
    else same.push(set);
  }
  return kept;
}

function greedy(sets: readonly (readonly string[])[], rank: (member: string) => number): string[] {
  const taken: string[] = [];
  for (let rest = sets; rest.length > 0; ) {
    const counts = new Map<string, number>();
    for (const set of rest) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1);
    const [most] = [...counts].sort(([a, n], [b, m]) => m - n || rank(a) - rank(b));
    taken.push(most![0]);
    rest = rest.filter((set) => !set.includes(most![0]));
  }
  return taken;
}

/** At least so many members are needed: sets that share none need one each. */
function disjoint(sets: readonly (readonly string[])[]): number {
  const used = new Set<string>();
  let count = 0;
  for (const set of sets) {
    if (set.some((member) => used.has(member))) continue;
    count++;
    for (const member of set) used.add(member);
  }
  return count;
}
