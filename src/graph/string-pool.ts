/**
 * Keeps one copy of each string, cut loose from the text that it was sliced from: an engine may keep a whole article
 * alive for one title.
 */
export interface StringPool {
  keep(text: string): string;
  /** Forgets what was kept. */
  clear(): void;
}

/** Makes an empty pool. */
export function createStringPool(): StringPool {
  const kept = new Map<string, string>();
  return {
    keep(text) {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const own = detach(text);
      kept.set(own, own);
      return own;
    },
    clear: () => kept.clear(),
  };
}

/** A copy of a string that shares no memory with the text that it may be a slice of. */
export function detach(text: string): string {
  // Engines copy slices shorter than this anyway.
  if (text.length < 13) return text;
  return !/\p{Surrogate}/u.test(text)
    ? Buffer.from(text, 'utf8').toString('utf8')
    : Buffer.from(text, 'utf16le').toString('utf16le');
}
