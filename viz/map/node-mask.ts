import { NODE_KINDS, type NodeKind } from '../../src/model/graph.ts';
import type { Places } from '../graph/graph-data.ts';

/** What hides nodes of the map. */
export interface NodeFilter {
  hiddenKinds: ReadonlySet<NodeKind>;
  /** Days from 1970-01-01, both ends within; nodes without a date stay. Null where nothing is left out. */
  days: { from: number; to: number } | null;
}

/** 1 for each node that a filter hides: what the graphics device gets, byte for byte. Returns how many are shown. */
export function maskNodes(mask: Uint8Array, places: Places, days: Uint16Array | null, filter: NodeFilter): number {
  const hidden = Uint8Array.from(NODE_KINDS, (kind) => (filter.hiddenKinds.has(kind) ? 1 : 0));
  let shown = 0;
  for (let node = 0; node < places.count; node++) {
    let byte = hidden[places.kinds[node]!]!;
    const day = days?.[node] ?? 0;
    if (filter.days && day > 0 && (day < filter.days.from || day > filter.days.to)) byte = 1;
    mask[node] = byte;
    shown += 1 - byte;
  }
  return shown;
}
