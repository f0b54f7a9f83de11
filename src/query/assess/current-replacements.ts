import type { Replacements } from './closure.ts';

interface Visit {
  update: string;
  /** What replaces it, and how many of these were walked. */
  newer: readonly string[];
  next: number;
}

/**
 * For each update what replaces it, onward, and is replaced by nothing else: itself where nothing does. A loop that
 * nothing leads out of is equally new throughout: all of its members. Each update is walked once, whatever is asked for
 * (Tarjan's strongly connected components, without recursion: chains may be long).
 */
export function currentReplacements({ newer }: Replacements): (update: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const number = new Map<string, number>();
  const low = new Map<string, number>();

  const newerThan = (update: string) => [...new Set(newer(update).map((step) => step.newer))];
  const walk = (start: string) => {
    const visits: Visit[] = [];
    const stack: string[] = [];
    const onStack = new Set<string>();
    const enter = (update: string) => {
      number.set(update, number.size);
      low.set(update, number.get(update)!);
      stack.push(update);
      onStack.add(update);
      visits.push({ update, newer: newerThan(update), next: 0 });
    };
    const lower = (update: string, to: number) => low.set(update, Math.min(low.get(update)!, to));
    enter(start);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { update } = visit;
      const other = visit.newer[visit.next++];
      if (other !== undefined) {
        if (!number.has(other)) enter(other);
        else if (onStack.has(other)) lower(update, number.get(other)!);
        continue;
      }
      visits.pop();
      const below = visits.at(-1);
      if (below !== undefined) lower(below.update, low.get(update)!);
      if (low.get(update) === number.get(update)) close(stack.splice(stack.lastIndexOf(update)), onStack);
    }
  };
  const close = (members: readonly string[], onStack: Set<string>) => {
    for (const member of members) onStack.delete(member);
    const own = new Set(members);
    const above = new Set(members.flatMap((member) => newerThan(member)).filter((update) => !own.has(update)));
    const lists = [...new Set([...above].map((update) => known.get(update)!))];
    // Those of a chain share one list.
    const current = lists.length === 0 ? members : lists.length === 1 ? lists[0]! : [...new Set(lists.flat())];
    for (const member of members) known.set(member, current);
  };
  return (update) => {
    if (!number.has(update)) walk(update);
    return known.get(update)!;
  };
}
