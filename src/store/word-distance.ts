/** The longest word that is compared; longer ones are cut. */
const LONGEST = 64;

// Three rows of the table of distances, used again and again: a query compares tens of thousands of words.
let before = new Uint8Array(LONGEST + 1);
let last = new Uint8Array(LONGEST + 1);
let current = new Uint8Array(LONGEST + 1);

/**
 * How many slips of the hand lie between two words, when it is at most `limit`; `limit + 1` when it is more.
 * A slip is a letter that is missing, too many, another, or two neighbours in the wrong order.
 */
export function wordDistance(one: string, other: string, limit: number): number {
  const a = one.slice(0, LONGEST);
  const b = other.slice(0, LONGEST);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  for (let column = 0; column <= b.length; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1);
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = letter === b.charCodeAt(column - 1);
      let distance = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      const isSwapped =
        row > 1 &&
        column > 1 &&
        letter === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (isSwapped) distance = Math.min(distance, before[column - 2]! + 1);
      current[column] = distance;
      if (distance < least) least = distance;
    }
    if (least > limit) return limit + 1;
    [before, last, current] = [last, current, before];
  }
  return Math.min(last[b.length]!, limit + 1);
}
