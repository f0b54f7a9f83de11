import type { FeedSink } from '../model/feed.ts';
import { withFirst } from '../read/with-first.ts';
import type { Feed } from './feed.ts';
import { type Catalogue, readCatalogue } from './offline-sync/catalogue.ts';
import { emitUpdates } from './offline-sync/emit-updates.ts';
import { readCab } from './offline-sync/read-cab.ts';
import { isBesideCatalogue, readPartsBeside } from './offline-sync/read-folder.ts';
import { createRevisionReader, isRevisionPart, type RevisionReader } from './offline-sync/revision-texts.ts';

const NAMESPACE = 'http://schemas.microsoft.com/msus/2004/02/OfflineSync';
/** Names of a cab's members: 'package.cab' and 'package.xml', or the parts that 'package2.cab' holds. */
const HOLDS_CATALOGUE = /package\.(?:cab|xml)\0/i;
const HOLDS_PARTS = /\0(?:[cexs]|l[\\/][\w-]{2,12})[\\/](?:[\w-]{2,12}[\\/])?\d{1,12}\0/i;
const INDEX = /<CABLIST[\s>]/;

/**
 * Microsoft's offline catalogue of updates: `wsusscn2.cab` itself; the cabs that it unpacks to, `package.cab` with
 * `package2.cab` and the others beside it; or `package.xml` beside its parts `x/<RevisionId>` and `l/en/<RevisionId>`.
 */
export const wsusscn2: Feed = {
  name: 'wsusscn2',
  recognises: ({ bytes, text, file }) =>
    text.includes(NAMESPACE) ||
    INDEX.test(text) ||
    isRevisionPart(file, text) ||
    (isCab(bytes) && (HOLDS_CATALOGUE.test(latin(bytes)) || HOLDS_PARTS.test(latin(bytes)))),
  async read({ name, chunks }, sink, report) {
    const pieces = chunks[Symbol.iterator]();
    const first: Buffer = pieces.next().value ?? Buffer.alloc(0);
    const source = { name, chunks: withFirst(first, { [Symbol.iterator]: () => pieces }) };
    const begin = latin(first.subarray(0, 4096));
    if (!isCab(first) ? !begin.includes(NAMESPACE) : !HOLDS_CATALOGUE.test(begin)) {
      if (INDEX.test(begin) || isBesideCatalogue(name)) return; // It is read with the catalogue.
      const message =
        "This is a part of Windows Update's offline catalogue, and says nothing without package.xml or package.cab beside it.";
      return report({ source: name, rule: 'feed/part-alone', message });
    }
    let catalogue: Catalogue | null;
    let reader: RevisionReader | null = null;
    if (isCab(first)) ({ catalogue, reader } = await readCab(source, report));
    else catalogue = readCatalogue(source, report);
    sink.source({ feed: 'wsusscn2', file: name, date: catalogue?.date ?? null });
    if (catalogue === null) return;
    reader ??= createRevisionReader(catalogue);
    await readPartsBeside(name, reader, report);
    countUnnamed(catalogue, reader, sink);
    emitUpdates(catalogue, reader.texts, sink);
  },
};

const latin = (bytes: Buffer): string => bytes.toString('latin1');
const isCab = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 4) === 'MSCF';

/** Without their parts updates have neither number nor name. */
function countUnnamed({ updates }: Catalogue, { texts }: RevisionReader, sink: FeedSink): void {
  const unnamed = updates.filter(({ revision }) => !texts.titles.has(revision) && !texts.articles.has(revision)).length;
  if (unnamed > 0) sink.dirt('entries without their texts', unnamed);
}
