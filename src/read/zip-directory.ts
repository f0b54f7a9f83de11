const END_RECORD = 0x06054b50;
const ENTRY = 0x02014b50;

/** What a zip's directory says: how many members there are, and their packed sizes by name. */
export interface ZipDirectory {
  members: number;
  packedSizes: Map<string, number>;
}

/** Reads the directory at the end of a zip; null when there is none. */
export function readZipDirectory(zip: Buffer): ZipDirectory | null {
  const end = findEndRecord(zip);
  if (end === null) return null;
  const packedSizes = new Map<string, number>();
  let members = 0;
  let at = zip.readUInt32LE(end + 16);
  // 0xffffffff marks a zip64 directory, whose sizes stand elsewhere: such members are judged by the whole archive.
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === ENTRY) {
    const packed = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, Math.min(zip.length, at + 46 + nameLength));
    if (packed !== 0xffffffff) packedSizes.set(name, packed);
    members++;
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return { members, packedSizes };
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEndRecord(zip: Buffer): number | null {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--) {
    if (zip.readUInt32LE(at) === END_RECORD) return at;
  }
  return null;
}
