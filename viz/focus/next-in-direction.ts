import type { FocusGraph } from './focus-graph.ts';

const WAYS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The nearest node from `key` in the direction of an arrow key; null where there is none. */
export function nextInDirection(graph: FocusGraph, key: string, arrow: string): string | null {
  const way = WAYS[arrow];
  if (!way || !graph.hasNode(key)) return null;
  const from = graph.getNodeAttributes(key);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  graph.forEachNode((other, { x, y, role }) => {
    if (other === key || role === 'heading') return;
    const along = (x - from.x) * way[0] + (y - from.y) * way[1];
    const aside = Math.abs((x - from.x) * way[1]) + Math.abs((y - from.y) * way[0]);
    if (along <= 1) return;
    // What lies straight ahead comes before what is nearer and aside.
    const cost = along + aside * 2.5;
    if (cost < least) [best, least] = [other, cost];
  });
  return best;
}
