import { isUtf8 } from 'node:buffer';

const END_RECORD = 0x06054b50;
const ENTRY = 0x02014b50;

/** What a zip's directory says of a member. */
export interface ListedMember {
  name: string;
  /** Null where the directory says it elsewhere (zip64). */
  packedBytes: number | null;
}

/** A zip's directory. */
export interface ZipDirectory {
  members: number;
  /** The next member that libarchive calls so; its locale leaves a `*` for each letter beyond ASCII. */
  take(archiveName: string): ListedMember | undefined;
}

/** Reads the directory at the end of a zip; null when there is none. */
export function readZipDirectory(zip: Buffer): ZipDirectory | null {
  const end = findEndRecord(zip);
  if (end === null) return null;
  const byArchiveName = new Map<string, ListedMember[]>();
  let members = 0;
  let at = zip.readUInt32LE(end + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === ENTRY) {
    const packed = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const nameBytes = zip.subarray(at + 46, at + 46 + nameLength);
    const name = nameBytes.toString(isUtf8(nameBytes) ? 'utf8' : 'latin1');
    const archiveName = name.replaceAll(/[^\0-\x7f]/gu, '*');
    const listed: ListedMember = { name, packedBytes: packed === 0xffffffff ? null : packed };
    const alike = byArchiveName.get(archiveName);
    if (alike) alike.push(listed);
    else byArchiveName.set(archiveName, [listed]);
    members++;
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return { members, take: (archiveName) => byArchiveName.get(archiveName)?.shift() };
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEndRecord(zip: Buffer): number | null {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--) {
    if (zip.readUInt32LE(at) === END_RECORD) return at;
  }
  return null;
}
