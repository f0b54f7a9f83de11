import { isAscii, isUtf8 } from 'node:buffer';
import { createSinglebyteDecoder } from '@exodus/bytes/single-byte.js';

// Node's own TextDecoder leaves 0x80-0x9F of windows-1252 as control characters from 20.18.3 on (nodejs/node #56542).
const decodeWindows1252 = createSinglebyteDecoder('windows-1252');

/** How much of a file is looked at to tell text from other things. */
const SAMPLE_BYTES = 1024;

/**
 * The text of a file in UTF-8, UTF-16 or windows-1252, without its byte order mark; null when it is no text.
 * Line ends stay as they are, and nothing is repaired.
 */
export function decodeText(bytes: Buffer): string | null {
  const first = bytes[0];
  if (first === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), false);
  if (first === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), true);
  const marked = first === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;

  if (body.includes(0)) {
    const order = utf16Order(body);
    if (order !== null) return decodeUtf16(body, order === 'big');
    return null;
  }
  if (!looksLikeText(body)) return null;
  if (isAscii(body)) return body.toString('latin1');
  if (marked || isUtf8(body) || isDamagedUtf8(body)) return body.toString('utf8');
  return decodeWindows1252(body);
}

function decodeUtf16(bytes: Buffer, bigEndian: boolean): string {
  const even = bytes.subarray(0, bytes.length & ~1);
  const text = (bigEndian ? Buffer.from(even).swap16() : even).toString('utf16le');
  // Half a surrogate pair would not survive being stored; on its way through UTF-8 it becomes U+FFFD, at the same length.
  return Buffer.from(text).toString();
}

/** In UTF-16 without a mark, Western text has its NULs nearly all at odd places (little end first) or even ones. */
function utf16Order(bytes: Buffer): 'little' | 'big' | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 2 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.02) return 'little';
  if (even > pairs * 0.6 && odd < pairs * 0.02) return 'big';
  return null;
}

/** Text has next to no control characters but tabs, line ends and the end-of-file mark of DOS. */
function looksLikeText(bytes: Buffer): boolean {
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1a && byte !== 0x1b) controls++;
  }
  return controls <= length * 0.02;
}

/** UTF-8 with a few broken bytes (a cut file, a stray byte) is still UTF-8; nearly all of its longer forms are whole. */
function isDamagedUtf8(bytes: Buffer): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length =
      byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
    let next = at + 1;
    while (next < at + length && (bytes[next] ?? 0) >> 6 === 2) next++;
    if (length > 0 && next === at + length) whole++;
    else broken++;
    at = next;
  }
  return whole >= 9 * broken;
}
