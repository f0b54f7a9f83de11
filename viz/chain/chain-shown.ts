import type { ChainAnswer } from '../../src/query/chain.ts';
import type { ShownGraph } from '../views/view.ts';
import type { ChainLane } from './chain-lanes.ts';
import { shortName } from './chain-words.ts';

/** What a chain shows, for exports; `boxes` says where it stands. */
export function shownChain(
  answer: ChainAnswer | null,
  lanes: readonly ChainLane[],
  boxes: readonly { node: string | null; x: number; y: number }[],
): ShownGraph | null {
  if (!answer) return null;
  const places = new Map(boxes.map(({ node, x, y }) => [node, { x, y }]));
  const nodes = new Map<string, ShownGraph['nodes'][number]>();
  for (const lane of lanes) {
    for (const { head, also, released } of lane.boxes) {
      for (const { id, kind, label } of [head, ...also]) {
        nodes.set(id, { id, kind, label, date: released, ...(places.get(head.id) ?? { x: 0, y: 0 }) });
      }
    }
  }
  const edges = lanes
    .flatMap(({ arrows }) => arrows.flatMap(({ links }) => links))
    .filter(({ newer, older }) => nodes.has(newer) && nodes.has(older))
    .map(({ newer, older, fit: _, ...told }) => ({ ...told, source: newer, target: older }));
  return { title: `What replaces ${shortName(answer)}`, nodes: [...nodes.values()], edges };
}
