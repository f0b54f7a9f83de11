import { gunzipSync, gzipSync } from 'node:zlib';
import type { MapSections } from '../graph/map/map-sections.ts';
import type { MapManifest } from '../model/map-manifest.ts';
import type { RecordReader } from './record-reader.ts';

/** The explorer's sections as the store keeps them: packed once when the graph is built, and sent as they are. */
export interface PackedMap {
  manifest: MapManifest;
  /** A section as gzip packed it; null where there is none of that name. */
  packed(name: string): Uint8Array<ArrayBuffer> | null;
}

const MANIFEST = 'map.manifest';

/** What the store keeps of the sections, by the names of its own sections. */
export function* packMap({ manifest, bytes }: MapSections): Generator<[string, Uint8Array]> {
  yield [MANIFEST, Buffer.from(JSON.stringify(manifest))];
  for (const [name, section] of bytes) yield [`map.packed.${name}`, gzipSync(section, { level: 4 })];
}

/** Reads the sections again; null for a store that was built before they were kept. */
export function readMap(records: RecordReader): PackedMap | null {
  if (!records.has(MANIFEST)) return null;
  const manifest = records.json<MapManifest>(MANIFEST);
  const names = new Set<string>(manifest.sections.map(({ name }) => name));
  return {
    manifest,
    packed: (name) => (names.has(name) ? new Uint8Array(records.section(`map.packed.${name}`)) : null),
  };
}

/** What `gzip` packed, for who does not take it packed. */
export function unpack(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gunzipSync(packed));
}
