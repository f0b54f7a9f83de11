/**
 * All keys of a table as one section. A row's checksum shows that what was found is right; that a row which was not
 * found never existed is shown by this list, which has a checksum of its own.
 */
export function encodeKeys(keys: Iterable<string>): Buffer {
  return Buffer.from(`\0${[...keys].join('\0')}\0`);
}

/** Whether the list holds a key. */
export function listsKey(list: Buffer, key: string): boolean {
  return !key.includes('\0') && list.includes(`\0${key}\0`);
}
