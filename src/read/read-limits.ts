/** How much one input may hold. Sizes are in bytes. */
export interface ReadLimits {
  /** The largest file, or member of an archive, that is read. */
  fileBytes: number;
  /** The largest structured feed that is read; it is streamed. */
  feedBytes: number;
  /** The largest `.zip`: it is held in memory. */
  zipBytes: number;
  /** A member that unpacks to more than `bombFloor` may be this many times larger than it was packed. */
  bombRatio: number;
  bombFloor: number;
  /** An archive that unpacks to more than this is given up where it also exceeds `bombRatio` as a whole. */
  archiveFloor: number;
  /** An archive that unpacks to more than this is given up. */
  archiveBytes: number;
}

const MB = 1024 * 1024;

/** The limits that hold unless told otherwise. Real archives of articles unpack to 6 times their size. */
export const READ_LIMITS: ReadLimits = {
  fileBytes: 64 * MB,
  feedBytes: 2048 * MB,
  zipBytes: 256 * MB,
  bombRatio: 200,
  bombFloor: 8 * MB,
  archiveFloor: 1024 * MB,
  archiveBytes: 16 * 1024 * MB,
};

/** A size as a person reads it: '64 MB', '1.5 kB'. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  let value = bytes / 1024;
  let unit = 'kB';
  for (const larger of ['MB', 'GB', 'TB']) {
    if (value < 1000) break;
    value /= 1024;
    unit = larger;
  }
  return `${Number(value.toPrecision(3))} ${unit}`;
}
