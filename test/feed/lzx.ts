const FRAME_BYTES = 0x8000;
/** A block says its size in 24 bits. */
const BLOCK_BYTES = 256 * FRAME_BYTES;
const WINDOW_BITS = 15;
/** Of a window of 32 kB. */
const SLOTS = 30;
const LITERALS = 256;
const MAIN = LITERALS + SLOTS * 8;
const SHORTEST = 2;
const LONGEST = 257;
const PRIMARY_LENGTHS = 7;

/** Where each slot of match offsets begins, and how many bits say the rest. */
const FOOTER_BITS = Array.from({ length: SLOTS }, (_, slot) => (slot < 4 ? 0 : (slot >> 1) - 1));
const BASE = FOOTER_BITS.map((_, slot) => FOOTER_BITS.slice(0, slot).reduce((sum, bits) => sum + 2 ** bits, 0));

/** Lengths of complete codes that are the same for every file: common enough matches, and every literal. */
const MAIN_LENGTHS = Array.from({ length: MAIN }, (_, at) => (at < LITERALS || at >= LITERALS + 16 ? 9 : 8));
const LENGTH_LENGTHS = Array.from({ length: 249 }, (_, at) => (at < 7 ? 7 : 8));

/** LZX in frames of 32 kB and verbatim blocks of 8 MB, with literals and matches. Format: libmspack's lzxd.c. */
export function lzxBlocks(data: Buffer): { piece: Buffer; size: number }[] {
  const bits = createBits();
  const main = codesOf(MAIN_LENGTHS);
  const lengths = codesOf(LENGTH_LENGTHS);
  bits.put(0, 1); // no translation of x86 calls
  const found: { piece: Buffer; size: number }[] = [];
  const last = new Map<number, number>();
  let recent = [1, 1, 1];
  for (let from = 0; from < data.length; from += FRAME_BYTES) {
    const end = Math.min(from + FRAME_BYTES, data.length);
    if (from % BLOCK_BYTES === 0) {
      const size = Math.min(BLOCK_BYTES, data.length - from);
      bits.put(1, 3); // a verbatim block
      bits.put(size >> 8, 16);
      bits.put(size & 0xff, 8);
      for (const part of [MAIN_LENGTHS.slice(0, LITERALS), MAIN_LENGTHS.slice(LITERALS), LENGTH_LENGTHS])
        putLengths(bits, part, from > 0);
    }
    for (let at = from; at < end; ) {
      const key = at + 3 < end ? data.readUInt32LE(at) : -1;
      const start = last.get(key);
      if (key >= 0) last.set(key, at);
      const distance = start === undefined ? 0 : at - start;
      let length = 0;
      if (start !== undefined && distance <= 2 ** WINDOW_BITS - 3)
        while (length < LONGEST && at + length < end && data[start + length] === data[at + length]) length++;
      if (length < 4) {
        bits.code(main[data[at++]!]!);
        continue;
      }
      const again = recent.indexOf(distance);
      const formatted = distance + 2;
      const slot = again >= 0 ? again : BASE.findLastIndex((base) => base <= formatted);
      recent = again < 0 ? [distance, recent[0]!, recent[1]!] : swapped(recent, again);
      const primary = Math.min(length - SHORTEST, PRIMARY_LENGTHS);
      bits.code(main[LITERALS + slot * 8 + primary]!);
      if (primary === PRIMARY_LENGTHS) bits.code(lengths[length - SHORTEST - PRIMARY_LENGTHS]!);
      if (again < 0 && FOOTER_BITS[slot]! > 0) bits.put(formatted - BASE[slot]!, FOOTER_BITS[slot]!);
      at += length;
    }
    found.push({ piece: bits.take(), size: end - from });
  }
  return found;
}

const swapped = (recent: readonly number[], at: number): number[] => {
  const next = [...recent];
  [next[0], next[at]] = [next[at]!, next[0]!];
  return next;
};

interface Code {
  value: number;
  length: number;
}

/** The canonical code of some lengths. */
function codesOf(lengths: readonly number[]): Code[] {
  const codes: Code[] = lengths.map((length) => ({ value: 0, length }));
  let value = 0;
  for (let length = 1; length <= 16; length++) {
    codes.forEach((code) => {
      if (code.length === length) code.value = value++;
    });
    value *= 2;
  }
  return codes;
}

/** Lengths as differences from those of the block before, in a code of 20 symbols that all have 4 or 5 bits. */
function putLengths(bits: ReturnType<typeof createBits>, lengths: readonly number[], isSame: boolean): void {
  const own = Array.from({ length: 20 }, (_, at) => (at < 12 ? 4 : 5));
  for (const length of own) bits.put(length, 4);
  const codes = codesOf(own);
  for (const length of lengths) bits.code(codes[isSame ? 0 : 17 - length]!);
}

/** Bits from the highest on, in little-endian words of 16. */
function createBits() {
  let bytes: number[] = [];
  let word = 0;
  let used = 0;
  const put = (value: number, length: number) => {
    for (let at = length - 1; at >= 0; at--) {
      word = (word << 1) | ((value >> at) & 1);
      if (++used < 16) continue;
      bytes.push(word & 0xff, word >> 8);
      word = 0;
      used = 0;
    }
  };
  return {
    put,
    code: ({ value, length }: Code) => put(value, length),
    /** What was put, filled up to a whole word, as each frame ends. */
    take(): Buffer {
      while (used > 0) put(0, 1);
      const taken = Buffer.from(bytes);
      bytes = [];
      return taken;
    },
  };
}
