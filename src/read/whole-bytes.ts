/** All chunks of a source as one; null where they are more than `most` bytes. */
export function wholeBytes(chunks: Iterable<Buffer>, most: number): Buffer | null {
  const parts: Buffer[] = [];
  let length = 0;
  for (const chunk of chunks) {
    length += chunk.length;
    if (length > most) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
