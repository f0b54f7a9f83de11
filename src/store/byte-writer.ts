/** Bytes that grow as numbers and strings are put to their end. */
export interface ByteWriter {
  readonly length: number;
  /** One byte, 0 to 255. */
  byte(value: number): void;
  /** A whole number from 0 to 2^53, in seven bits a byte. */
  number(value: number): void;
  /** The UTF-8 length, then the bytes. */
  string(value: string): void;
  /** The bytes from `from` to `to` of another buffer; meant for short runs. */
  copy(source: Uint8Array, from: number, to: number): void;
  /** What was put so far; valid until the next byte is. */
  view(): Buffer;
  clear(): void;
}

/** An empty writer. */
export function createByteWriter(): ByteWriter {
  let buffer = Buffer.allocUnsafe(4096);
  let length = 0;
  const reserve = (more: number) => {
    if (length + more <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + more));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  };
  const number = (value: number) => {
    reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      buffer[length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    buffer[length++] = rest;
  };
  return {
    get length() {
      return length;
    },
    byte(value) {
      reserve(1);
      buffer[length++] = value;
    },
    number,
    string(value) {
      const bytes = Buffer.byteLength(value);
      number(bytes);
      reserve(bytes);
      length += buffer.write(value, length, 'utf8');
    },
    copy(source, from, to) {
      reserve(to - from);
      // For the few bytes of an edge, a loop is faster than a view and a call.
      for (let at = from; at < to; at++) buffer[length++] = source[at]!;
    },
    view: () => buffer.subarray(0, length),
    clear() {
      length = 0;
    },
  };
}
