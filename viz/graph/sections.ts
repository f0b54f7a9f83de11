import type { MapManifest, SectionName } from '../../src/model/map-manifest.ts';
import { crc32 } from './crc32.ts';

/** Fetches the unpacked bytes of a path. */
export type FetchBytes = (path: string) => Promise<ArrayBuffer>;

/** Fetches sections of the graph; throws with a sentence when one came damaged. */
export function createSectionLoader(
  manifest: MapManifest,
  fetchBytes: FetchBytes,
): (name: SectionName) => Promise<ArrayBuffer> {
  return async (name) => {
    const section = manifest.sections.find((candidate) => candidate.name === name);
    if (!section) throw new Error(`The server announces no section '${name}' of the graph.`);
    const bytes = await fetchBytes(section.path);
    if (bytes.byteLength !== section.bytes || crc32(new Uint8Array(bytes)) !== section.checksum) {
      throw new Error(
        `The section '${name}' of the graph came damaged. Reload the page; if it stays so, build the graph again.`,
      );
    }
    return bytes;
  };
}
