import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ByteSource } from '../model/source-file.ts';
import { unpackMembers } from '../read/unpack-members.ts';
import { wholeBytes } from '../read/whole-bytes.ts';
import type { Feed } from './feed.ts';
import { emitUpdates } from './offline-sync/emit-updates.ts';
import { noTexts, type RevisionTexts, readRevisionPart } from './offline-sync/revision-texts.ts';
import { collectUpdates, type OfflineUpdate } from './offline-sync/updates.ts';

const NAMESPACE = 'http://schemas.microsoft.com/msus/2004/02/OfflineSync';
/** The real one has 700 MB; libarchive holds it in the memory of WebAssembly, which ends at 4 GB. */
const MOST_CAB_BYTES = 1024 * 1024 * 1024;
const MOST_PART_BYTES = 512 * 1024 * 1024;

/**
 * Microsoft's offline catalogue of updates: `wsusscn2.cab` itself, or `package.xml` beside its parts `x/<RevisionId>` and
 * `l/en/<RevisionId>`, as the cab's own cabs unpack to.
 */
export const wsusscn2: Feed = {
  name: 'wsusscn2',
  recognises: ({ bytes, text, file }) =>
    text.includes(NAMESPACE) ||
    isPart(file, text) ||
    (bytes.toString('latin1', 0, 4) === 'MSCF' && bytes.includes('package.cab')),
  async read(source, sink, report) {
    const { name } = source;
    const first = { updates: [] as OfflineUpdate[], date: null as string | null };
    if (isPartName(name)) return; // The catalogue reads its parts itself.
    if (!/\.cab$/i.test(name)) {
      const { updates, date } = collectUpdates(source, report);
      sink.source({ feed: 'wsusscn2', file: name, date });
      return emitUpdates(updates, textsBeside(name, updates), sink);
    }
    const cab = wholeBytes(source.chunks, MOST_CAB_BYTES);
    if (cab === null) {
      return report({
        source: name,
        rule: 'feed/too-large',
        message: 'The cab is larger than 1 GB; unpack it and name the folder.',
      });
    }
    const texts = noTexts();
    try {
      for await (const outer of unpackMembers(cab)) {
        if (!/\.cab$/i.test(outer.name)) continue;
        const inner = outer.bytes(MOST_PART_BYTES);
        if (inner === null) continue;
        for await (const part of unpackMembers(inner)) {
          const isCatalogue = /(?:^|\/)package\.xml$/i.test(part.name);
          if (!isCatalogue && !isPartName(part.name)) continue;
          const bytes = part.bytes(MOST_PART_BYTES);
          if (bytes === null) continue;
          const own: ByteSource = { name: `${name}!${outer.name}!${part.name}`, chunks: [bytes] };
          if (isCatalogue) Object.assign(first, collectUpdates(own, report));
          else readRevisionPart(part.name, bytes, texts);
        }
      }
    } catch (error) {
      const message = `The cab is damaged or cut off (${(error as Error).message}); what stands before was read.`;
      report({ source: name, rule: 'read/damaged-archive', message });
    }
    sink.source({ feed: 'wsusscn2', file: name, date: first.date });
    emitUpdates(first.updates, texts, sink);
  },
};

const isPartName = (name: string): boolean => /(?:^|[/\\!])(?:x|l[/\\]en)[/\\]\d+$/i.test(name);
const isPart = (file: string, text: string): boolean =>
  isPartName(file) && /<(?:\w+:)?(?:ExtendedProperties|LocalizedProperties)\b/.test(text);

/** Reads the parts of those updates that are in the catalogue, where it lies unpacked in a folder. */
function textsBeside(catalogue: string, updates: readonly OfflineUpdate[]): RevisionTexts {
  const texts = noTexts();
  const folder = dirname(catalogue);
  if (catalogue.includes('!') || !existsSync(join(folder, 'x'))) return texts;
  for (const { revision } of updates) {
    for (const part of [`x/${revision}`, `l/en/${revision}`]) {
      const path = join(folder, part);
      if (existsSync(path)) readRevisionPart(part, readFileSync(path), texts);
    }
  }
  return texts;
}
