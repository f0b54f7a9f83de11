/** The groups of nodes that lead to each other (and nodes that lead to themselves), each ordered as it was met. */
export function blockedLoops(nodes: readonly number[], next: (node: number) => readonly number[]): number[][] {
  const allowed = new Set(nodes);
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const onStack = new Set<number>();
  const stack: number[] = [];
  const loops: number[][] = [];
  for (const root of nodes) {
    if (index.has(root)) continue;
    // Tarjan's walk with its own stack: a chain of any length fits.
    const frames: { node: number; ways: readonly number[]; at: number }[] = [];
    const enter = (node: number) => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      stack.push(node);
      onStack.add(node);
      frames.push({ node, ways: next(node).filter((to) => allowed.has(to)), at: 0 });
    };
    enter(root);
    while (frames.length > 0) {
      const frame = frames.at(-1)!;
      const to = frame.ways[frame.at++];
      if (to !== undefined) {
        if (!index.has(to)) enter(to);
        else if (onStack.has(to)) low.set(frame.node, Math.min(low.get(frame.node)!, index.get(to)!));
        continue;
      }
      frames.pop();
      const above = frames.at(-1);
      if (above !== undefined) low.set(above.node, Math.min(low.get(above.node)!, low.get(frame.node)!));
      if (low.get(frame.node) !== index.get(frame.node)) continue;
      const members = stack.splice(stack.lastIndexOf(frame.node));
      for (const member of members) onStack.delete(member);
      if (members.length > 1 || frame.ways.includes(frame.node)) loops.push(members);
    }
  }
  return loops;
}
