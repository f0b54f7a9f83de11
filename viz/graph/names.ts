/** Keys and labels of all nodes as one block of UTF-8: a string is made when it is read, and kept by nobody. */
export interface Names {
  /** `article:260695` as '260695'. */
  key(rank: number): string;
  label(rank: number): string;
}

/** `starts` holds where each key and each label begins, and where the last ends. */
export function createNames(starts: Uint32Array, bytes: Uint8Array): Names {
  const decoder = new TextDecoder();
  const at = (place: number): string => decoder.decode(bytes.subarray(starts[place], starts[place + 1]));
  return { key: (rank) => at(rank * 2), label: (rank) => at(rank * 2 + 1) };
}
