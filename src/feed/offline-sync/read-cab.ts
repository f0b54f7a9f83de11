import type { Report } from '../../model/diagnostic.ts';
import type { ByteSource } from '../../model/source-file.ts';
import { formatBytes } from '../../read/read-limits.ts';
import {
  createUnpacker,
  type OpenArchive,
  type PackedBytes,
  type UnpackedMember,
  type Unpacker,
} from '../../read/unpacker.ts';
import { withFirst } from '../../read/with-first.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { createRevisionReader, MOST_PART_BYTES, type RevisionReader } from './revision-texts.ts';

/** libarchive's memory ends at 2 GB, and holds the cab and one of the cabs in it. */
const MOST_CAB_BYTES = 1600 * 1024 * 1024;
const MOST_INNER_BYTES = 256 * 1024 * 1024;
/** The real `package.xml` has 110 MB. */
const MOST_CATALOGUE_BYTES = 1024 * 1024 * 1024;
/** A cab unpacks to at most so many times its size: the real ones to forty times. */
const MOST_RATIO = 400;
const MOST_INDEX_BYTES = 1024 * 1024;

const CABINET = 'MSCF';
/** Where a cab says how long it is, and how many files it has. */
const SIZE_AT = 8;
const FILES_AT = 28;

/** What a cab of the catalogue held. */
export interface CabContents {
  catalogue: Catalogue | null;
  reader: RevisionReader | null;
}

/**
 * Reads `wsusscn2.cab`, or one of the cabs in it: first the catalogue, then the parts of its revisions, one inner cab
 * after the other. `known` takes the parts of a catalogue that was read before. What cannot be read is reported.
 */
export async function readCab(source: ByteSource, report: Report, known?: RevisionReader): Promise<CabContents> {
  const refuse = (rule: string, message: string) => report({ source: source.name, rule, message });
  const contents: CabContents = { catalogue: null, reader: known ?? null };
  const outer = headed(source.chunks);
  if (outer === null) refuse('read/damaged-archive', 'This is no cab, or its beginning is cut off; it is not read.');
  else if (outer.size > MOST_CAB_BYTES) {
    const limit = formatBytes(MOST_CAB_BYTES);
    const message = `The cab is ${formatBytes(outer.size)} large; at most ${limit} are read. Unpack it and name the folder.`;
    refuse('feed/too-large', message);
  } else {
    try {
      const unpacker = await createUnpacker();
      const archive = unpacker.open(outer);
      readMembers({ name: source.name, archive, unpacker, outer }, contents, report);
      if (archive.length < outer.size) throw new Error('it is shorter than it says');
    } catch (error) {
      const message = `The cab is damaged or cut off (${(error as Error).message}); what stands before was read.`;
      refuse('read/damaged-archive', message);
    }
  }
  return contents;
}

interface Opened {
  name: string;
  archive: OpenArchive;
  unpacker: Unpacker;
  outer: Cabinet;
}

const isCatalogue = (name: string) => /(?:^|\/)package\.xml$/i.test(name);

function readMembers({ name, archive, unpacker, outer }: Opened, contents: CabContents, report: Report): void {
  if (contents.reader === null) {
    for (const member of plausible(archive, outer)) {
      if (isCatalogue(member.name)) contents.catalogue = catalogueOf(member, name, report);
      else if (/(?:^|\/)package\.cab$/i.test(member.name)) {
        within(member, unpacker, (inner, own) => {
          for (const one of plausible(inner, own))
            if (isCatalogue(one.name)) contents.catalogue = catalogueOf(one, `${name}!${member.name}`, report);
        });
      }
      if (contents.catalogue !== null) break;
    }
    if (contents.catalogue === null) return;
    contents.reader = createRevisionReader(contents.catalogue);
  }
  const { reader } = contents;
  let named: string[] = [];
  const seen = new Set<string>();
  for (const member of plausible(archive, outer)) {
    const inside = `${name}!${member.name}`;
    if (reader.wants(member.name)) readPart(member, name, reader);
    else if (/(?:^|\/)index\.xml$/i.test(member.name)) named = cabsNamed(member.bytes(MOST_INDEX_BYTES));
    else if (/(?:^|\/)package\d+\.cab$/i.test(member.name)) {
      seen.add(member.name.toLowerCase());
      try {
        within(member, unpacker, (inner, own) => {
          for (const part of plausible(inner, own)) if (reader.wants(part.name)) readPart(part, inside, reader);
        });
      } catch (error) {
        const message = `This cab is damaged or cut off (${(error as Error).message}); what stands before was read.`;
        report({ source: inside, rule: 'read/damaged-archive', message });
      }
    }
  }
  const missing = named.filter((cab) => !seen.has(cab));
  if (missing.length > 0) {
    const message = `index.xml names ${missing.join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not there: the updates in ${missing.length === 1 ? 'it' : 'them'} are not known by number.`;
    report({ source: name, rule: 'feed/missing-part', message });
  }
}

function catalogueOf(member: UnpackedMember, cab: string, report: Report): Catalogue | null {
  if (member.size > MOST_CATALOGUE_BYTES) throw new Error(`${member.name} has ${formatBytes(member.size)}`);
  return readCatalogue({ name: `${cab}!${member.name}`, chunks: member.chunks() }, report);
}

function readPart(member: UnpackedMember, inside: string, reader: RevisionReader): void {
  const bytes = member.bytes(MOST_PART_BYTES);
  if (bytes !== null) reader.read({ name: `${inside}!${member.name}`, chunks: [bytes] });
}

/** Opens a cab in a cab while it is used. */
function within(member: UnpackedMember, unpacker: Unpacker, use: (inner: OpenArchive, own: Cabinet) => void): void {
  if (member.size > MOST_INNER_BYTES) throw new Error(`it has ${formatBytes(member.size)}`);
  const inner = headed(member.chunks());
  if (inner === null) throw new Error('it is no cab');
  const archive = unpacker.open(inner);
  try {
    use(archive, inner);
    if (archive.length < inner.size) throw new Error('it is shorter than it says');
  } finally {
    archive.close();
  }
}

/** The members of a cab until they are more than a cab of its size can hold, and, at the end, whether they were all. */
function* plausible(archive: OpenArchive, { size, files }: Cabinet): Generator<UnpackedMember> {
  let unpacked = 0;
  let members = 0;
  for (const member of archive.members()) {
    unpacked += member.size;
    members++;
    if (unpacked > size * MOST_RATIO + MOST_INDEX_BYTES)
      throw new Error(`it unpacks to more than ${MOST_RATIO} times its size`);
    yield member;
  }
  // libarchive ends at a damaged header as at the end.
  if (members < files) throw new Error(`it lists ${files} files and gives ${members}`);
}

/** A cab's bytes, and what its header says of them. */
interface Cabinet extends PackedBytes {
  files: number;
}

/** The cab that begins with these bytes; null where it is none. */
function headed(chunks: Iterable<Buffer>): Cabinet | null {
  const pieces = chunks[Symbol.iterator]();
  const first = pieces.next().value as Buffer | undefined;
  if (first === undefined || first.length < FILES_AT + 2 || first.toString('latin1', 0, 4) !== CABINET) return null;
  return {
    size: first.readUInt32LE(SIZE_AT),
    files: first.readUInt16LE(FILES_AT),
    chunks: withFirst(first, { [Symbol.iterator]: () => pieces }),
  };
}

/** 'package2.cab' of `<CAB NAME="package2.cab" RANGESTART="0"/>` */
function cabsNamed(index: Buffer | null): string[] {
  const text = index?.toString('utf8') ?? '';
  return [...text.matchAll(/\bNAME\s{0,9}=\s{0,9}"([^"]{1,100})"/gi)]
    .map(([, name = '']) => name.toLowerCase())
    .filter((name) => /^package\d+\.cab$/.test(name));
}
