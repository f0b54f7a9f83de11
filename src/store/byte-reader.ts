/** Reads what a ByteWriter wrote, in the same order. */
export interface ByteReader {
  isAtEnd(): boolean;
  byte(): number;
  number(): number;
  string(): string;
  skip(bytes: number): void;
}

/** A reader at the start of `bytes`; reading past the end throws RangeError. */
export function createByteReader(bytes: Buffer): ByteReader {
  let at = 0;
  const take = (count: number) => {
    const from = at;
    at += count;
    if (at > bytes.length) throw new RangeError('The record ends too early.');
    return from;
  };
  const number = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[take(1)]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  };
  return {
    isAtEnd: () => at >= bytes.length,
    byte: () => bytes[take(1)]!,
    number,
    string() {
      const length = number();
      const from = take(length);
      return bytes.toString('utf8', from, from + length);
    },
    skip: (count) => void take(count),
  };
}
