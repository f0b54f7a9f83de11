import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MapManifest } from '../model/map-manifest.ts';
import type { MapSections } from './map-sections.ts';

const pack = promisify(gzip);

/** One section as it leaves the server. */
export interface PackedSection {
  body: Uint8Array<ArrayBuffer>;
  encoding: 'gzip' | null;
}

/** Makes the map's sections once, at the first question or when told to, and packs each once. */
export interface SectionServer {
  manifest(): MapManifest;
  /** Null where the graph has no such section, or another version. */
  section(version: string, name: string, acceptsGzip: boolean): Promise<PackedSection | null>;
}

/** `make` is slow on a large graph; it runs once. */
export function createSectionServer(make: () => MapSections): SectionServer {
  let made: MapSections | undefined;
  const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const sections = (): MapSections => {
    made ??= make();
    return made;
  };
  return {
    manifest: () => sections().manifest,
    async section(version, name, acceptsGzip) {
      const bytes = sections().bytes.get(name);
      if (!bytes || version !== sections().manifest.version) return null;
      if (!acceptsGzip) return { body: new Uint8Array(bytes), encoding: null };
      let body = packed.get(name);
      if (!body) {
        body = pack(bytes).then((buffer) => new Uint8Array(buffer));
        packed.set(name, body);
      }
      return { body: await body, encoding: 'gzip' };
    },
  };
}
