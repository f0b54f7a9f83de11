import { StringDecoder } from 'node:string_decoder';

/**
 * The text of a stream of bytes in UTF-8 or UTF-16, without its byte order mark, in pieces that end between characters.
 * Structured feeds say what they are in, or are in UTF-8; bytes that are not become U+FFFD.
 */
export function* decodeChunks(chunks: Iterable<Buffer>): Generator<string> {
  let decoder: StringDecoder | undefined;
  let isBigEndian = false;
  let odd: Buffer = Buffer.alloc(0);
  for (const bytes of chunks) {
    let rest = bytes;
    if (decoder === undefined) {
      const [first, second, third] = bytes;
      isBigEndian = first === 0xfe && second === 0xff;
      const isUtf16 = isBigEndian || (first === 0xff && second === 0xfe);
      decoder = new StringDecoder(isUtf16 ? 'utf16le' : 'utf8');
      if (isUtf16) rest = bytes.subarray(2);
      else if (first === 0xef && second === 0xbb && third === 0xbf) rest = bytes.subarray(3);
    }
    if (isBigEndian) {
      const whole = Buffer.concat([odd, rest]);
      const even = whole.length & ~1;
      odd = whole.subarray(even);
      rest = Buffer.from(whole.subarray(0, even)).swap16();
    }
    const text = decoder.write(rest);
    if (text !== '') yield text;
  }
  const end = decoder?.end() ?? '';
  if (end !== '') yield end;
}
