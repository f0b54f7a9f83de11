import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

/** An entry of an archive that a test makes. */
export interface Entry {
  name: string;
  content?: string | Uint8Array;
  kind?: 'file' | 'folder' | 'link' | 'device';
}

/** A `.tar` of these entries, in memory. */
export async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  const parts: Buffer[] = [];
  tar.on('data', (part: unknown) => parts.push(part as Buffer));
  const ended = new Promise((resolve) => tar.on('end', () => resolve(null)));
  for (const { name, content = '', kind = 'file' } of entries) {
    const header = { name, ...TAR_TYPES[kind] } as Header;
    if (kind === 'file') tar.entry(header, Buffer.from(content));
    else tar.entry(header);
  }
  tar.finalize();
  await ended;
  return Buffer.concat(parts);
}

/** The same as `.tar.gz`. */
export async function tarGzOf(entries: readonly Entry[]): Promise<Buffer> {
  return gzipSync(await tarOf(entries));
}

const TAR_TYPES = {
  file: { type: 'file' },
  folder: { type: 'directory' },
  link: { type: 'symlink', linkname: 'elsewhere' },
  device: { type: 'character-device' },
} as const;

/** A `.zip` of these entries, in memory: files deflated, links as Unix tools store them. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', kind = 'file' } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(kind === 'folder' ? `${name}/` : name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // needs version 2.0
    common.writeUInt16LE(0x800, 2); // the name is UTF-8
    common.writeUInt16LE(8, 4); // deflated
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((kind === 'link' ? 0o120777 : kind === 'folder' ? 0o040755 : 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, nameBytes);
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}
