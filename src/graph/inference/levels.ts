/** '6' < '6a' < '7'; null where the two are of different kinds ('SR1' and '1') or no levels. */
export function compareLevels(a: string, b: string): number | null {
  const left = readLevel(a);
  const right = readLevel(b);
  if (left === null || right === null || left.prefix !== right.prefix) return null;
  return left.number - right.number || (left.letter < right.letter ? -1 : left.letter > right.letter ? 1 : 0);
}

/** The number of a level: 6 of '6a', 1 of 'SR1'; null where it has none. */
export function levelNumber(level: string): number | null {
  return readLevel(level)?.number ?? null;
}

function readLevel(level: string): { prefix: string; number: number; letter: string } | null {
  const match = /^(SR)?(\d{1,2}(?:\.\d)?)([a-z]?)$/i.exec(level);
  if (match === null) return null;
  return { prefix: match[1] ?? '', number: Number(match[2]), letter: (match[3] ?? '').toLowerCase() };
}
