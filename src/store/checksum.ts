import { crc32 } from 'node:zlib';

/** A record's checksum; its key goes in as well, so that a record at another's place is noticed. */
export function checksum(key: string, data: Uint8Array): number {
  const ofKey = crc32(key);
  // zlib takes an array without memory for a fresh start.
  return data.length === 0 ? ofKey : crc32(data, ofKey);
}
