/** A `.cab` of these files, stored, in memory. Layout: [MS-CAB]. */
export function cabOf(files: readonly { name: string; content: Uint8Array }[]): Buffer {
  const data = Buffer.concat(files.map(({ content }) => content));
  const blocks: Buffer[] = [];
  for (let at = 0; at < data.length || blocks.length === 0; at += 0x8000) {
    const piece = data.subarray(at, at + 0x8000);
    const head = Buffer.alloc(8);
    head.writeUInt16LE(piece.length, 4);
    head.writeUInt16LE(piece.length, 6);
    blocks.push(head, piece);
  }
  let offset = 0;
  const entries = files.map(({ name, content }) => {
    const entry = Buffer.alloc(16 + name.length + 1);
    entry.writeUInt32LE(content.length, 0);
    entry.writeUInt32LE(offset, 4);
    entry.writeUInt16LE(0x4f4d, 10);
    entry.write(name, 16, 'latin1');
    offset += content.length;
    return entry;
  });
  const listed = Buffer.concat(entries);
  const folder = Buffer.alloc(8);
  folder.writeUInt32LE(36 + 8 + listed.length, 0);
  folder.writeUInt16LE(blocks.length / 2, 4);
  const head = Buffer.alloc(36);
  head.write('MSCF', 0, 'latin1');
  head.writeUInt32LE(36 + 8 + listed.length + Buffer.concat(blocks).length, 8);
  head.writeUInt32LE(36 + 8, 16);
  head.writeUInt8(3, 24);
  head.writeUInt8(1, 25);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(files.length, 28);
  return Buffer.concat([head, folder, listed, ...blocks]);
}
