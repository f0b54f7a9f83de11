/** How many choices are tried before the answer is what was best so far. */
const MOST_TRIED = 20_000;

/** Members of which every set has one. */
export interface HittingSet {
  chosen: string[];
  /** Whether no smaller choice exists; false where the search was given up. */
  isSmallest: boolean;
}

/**
 * The fewest members such that every set has at least one of them. What a set leaves no choice for is taken first, then a
 * search bounded by disjoint sets; `rank` decides between equals, the lower the better.
 */
export function smallestHittingSet(sets: readonly (readonly string[])[], rank: (member: string) => number): HittingSet {
  const chosen = new Set<string>();
  let open = withoutSupersets(sets.map((set) => [...new Set(set)]).filter((set) => set.length > 0));
  for (;;) {
    const forced = open.filter((set) => set.length === 1).map(([only]) => only!);
    if (forced.length === 0) break;
    for (const member of forced) chosen.add(member);
    open = open.filter((set) => !set.some((member) => chosen.has(member)));
  }
  const best = greedy(open, rank);
  let tried = 0;
  let isSmallest = true;
  let found = best;
  const search = (rest: readonly (readonly string[])[], taken: readonly string[]) => {
    if (rest.length === 0) {
      if (taken.length < found.length) found = [...taken];
      return;
    }
    if (taken.length + disjoint(rest) >= found.length) return;
    if (++tried > MOST_TRIED) {
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
  return { chosen: [...chosen, ...found], isSmallest };
}

/** A set that holds another one whole is hit wherever that one is. */
function withoutSupersets(sets: readonly string[][]): string[][] {
  const unique = [...new Map(sets.map((set) => [[...set].sort().join(' '), set])).values()];
  const bySize = unique.sort((a, b) => a.length - b.length);
  const kept: string[][] = [];
  for (const set of bySize) {
    const members = new Set(set);
    if (!kept.some((smaller) => smaller.every((member) => members.has(member)))) kept.push(set);
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
