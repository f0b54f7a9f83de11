import type { Package } from './package.ts';

/** Those of the chosen packages that no order of installing reaches. */
export function withoutOrder(packages: readonly Package[], chosen: readonly number[]): number[] {
  const ordered = new Set(orderOf(packages, chosen));
  return chosen.filter((member) => !ordered.has(member));
}

/**
 * An order of installing: each package after what it requires; of those that are ready, the one with the lowest rank
 * first. What only loops lead to is left out.
 */
export function orderOf(
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
