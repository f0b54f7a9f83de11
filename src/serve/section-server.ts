import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createMapSections } from '../graph/map/map-sections.ts';
import type { MapManifest, SectionName } from '../model/map-manifest.ts';
import { unpack } from '../store/map-record.ts';
import type { Store } from '../store/open-store.ts';

const pack = promisify(gzip);

/** One section as it leaves the server. */
export interface PackedSection {
  body: Uint8Array<ArrayBuffer>;
  encoding: 'gzip' | null;
}

/** The graph in sections, packed as the store keeps them; one that keeps none has them made at the first question. */
export interface SectionServer {
  manifest(): MapManifest;
  /** Null where the graph has no such section, or another version. */
  section(version: string, name: string, acceptsGzip: boolean): Promise<PackedSection | null>;
}

type Source = { manifest: MapManifest; packed(name: string): Promise<Uint8Array<ArrayBuffer> | null> };

export function createSectionServer(store: Pick<Store, 'packedMap' | 'loadGraph'>): SectionServer {
  let source: Source | undefined;
  const sections = (): Source => {
    source ??= kept(store) ?? made(store);
    return source;
  };
  return {
    manifest: () => sections().manifest,
    async section(version, name, acceptsGzip) {
      if (version !== sections().manifest.version) return null;
      const body = await sections().packed(name);
      if (!body) return null;
      return acceptsGzip ? { body, encoding: 'gzip' } : { body: unpack(body), encoding: null };
    },
  };
}

function kept(store: Pick<Store, 'packedMap'>): Source | null {
  const map = store.packedMap();
  return map && { manifest: map.manifest, packed: async (name) => map.packed(name) };
}

/** Slow on a large graph: it loads all of it. */
function made(store: Pick<Store, 'loadGraph'>): Source {
  const { manifest, bytes } = createMapSections(store.loadGraph());
  const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    manifest,
    async packed(name) {
      const section = bytes.get(name as SectionName);
      if (!section) return null;
      let body = packed.get(name);
      if (!body) {
        body = pack(section, { level: 4 }).then((buffer) => new Uint8Array(buffer));
        packed.set(name, body);
      }
      return body;
    },
  };
}
