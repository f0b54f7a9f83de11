import { NODE_KINDS, type NodeKind } from '../../src/model/graph.ts';
import { CITED, type MapManifest } from '../../src/model/map-manifest.ts';
import { type EdgeRows, reverseRows } from './edges.ts';
import { createNames } from './names.ts';
import { createSectionLoader, type FetchBytes } from './sections.ts';

/** Where every node lies on the map, and what it is: what the first picture needs. Nodes are known by their rank. */
export interface Places {
  manifest: MapManifest;
  count: number;
  /** x and y of each node. */
  positions: Float32Array;
  /** Indexes into `NODE_KINDS`. */
  kinds: Uint8Array;
  /** 1 for an article that others only cite, else 0. */
  cited: Uint8Array;
  /** 0 to 255, the largest first. */
  importance: Uint8Array;
}

/** The whole graph in typed arrays; nodes are known by their rank, 0 being the most important one. */
export interface GraphData extends Places {
  /** Days from 1970-01-01 to a node's date; 0 where it has none. */
  days: Uint16Array;
  /** The edges that leave a node, and those that arrive. */
  from: EdgeRows;
  to: EdgeRows;
  kind(rank: number): NodeKind;
  /** `article:260695` */
  id(rank: number): string;
  label(rank: number): string;
  /** `YYYY-MM-DD` or null. */
  date(rank: number): string | null;
  /** The rank of a node's id, or null. */
  rankOf(id: string): number | null;
}

/** Loads what the map's first picture needs; throws with a sentence when a section came damaged. */
export async function loadPlaces(manifest: MapManifest, fetchBytes: FetchBytes): Promise<Places> {
  const load = createSectionLoader(manifest, fetchBytes);
  const [positions, packed, importance] = await Promise.all([load('positions'), load('kinds'), load('importance')]);
  const kinds = new Uint8Array(packed);
  const cited = kinds.map((kind) => (kind >= CITED ? 1 : 0));
  return {
    manifest,
    count: manifest.nodes,
    positions: new Float32Array(positions),
    kinds: kinds.map((kind) => kind % CITED),
    cited,
    importance: new Uint8Array(importance),
  };
}

/** Loads names, dates and edges. */
export async function loadGraphData(places: Places, fetchBytes: FetchBytes): Promise<GraphData> {
  const load = createSectionLoader(places.manifest, fetchBytes);
  const [nameStarts, nameBytes, byId, days, starts, ends, kinds] = await Promise.all([
    load('name-starts'),
    load('names'),
    load('by-id'),
    load('days'),
    load('edge-starts'),
    load('edge-targets'),
    load('edge-kinds'),
  ]);
  const from: EdgeRows = {
    starts: new Uint32Array(starts),
    ends: new Uint32Array(ends),
    kinds: new Uint8Array(kinds),
  };
  const names = createNames(new Uint32Array(nameStarts), new Uint8Array(nameBytes));
  const sorted = new Uint32Array(byId);
  const dayOf = new Uint16Array(days);
  const kind = (rank: number): NodeKind => NODE_KINDS[places.kinds[rank] ?? 0] ?? 'article';
  const id = (rank: number): string => `${kind(rank)}:${names.key(rank)}`;
  return {
    ...places,
    days: dayOf,
    from,
    to: reverseRows(from),
    kind,
    id,
    label: names.label,
    date: (rank) => (dayOf[rank] ? new Date(dayOf[rank] * 86_400_000).toISOString().slice(0, 10) : null),
    rankOf(wanted) {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (id(sorted[middle]!) < wanted) low = middle + 1;
        else high = middle;
      }
      const found = sorted[low];
      return found !== undefined && id(found) === wanted ? found : null;
    },
  };
}
