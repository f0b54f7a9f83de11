import type { KnownWord } from '../model/graph-view.ts';
import { wordDistance } from './word-distance.ts';

/** The word itself, if it is known, then those a slip or two of the hand away: the nearest, then the most frequent. */
export function similarWords(words: readonly (readonly [string, number])[], word: string, limit: number): KnownWord[] {
  const wanted = word.toLowerCase().slice(0, 64);
  const furthest = wanted.length <= 4 ? 1 : 2;
  const letters = letterSet(wanted);
  const near: (KnownWord & { distance: number })[] = [];
  for (const [known, count] of words) {
    if (Math.abs(known.length - wanted.length) > furthest) continue;
    // One slip changes at most two letters of the set.
    if (countBits(letters ^ letterSet(known)) > 2 * furthest) continue;
    const distance = wordDistance(wanted, known, furthest);
    // Nobody slips on the first letter and elsewhere too.
    if (distance > furthest || (distance > 1 && known[0] !== wanted[0])) continue;
    near.push({ word: known, count, distance });
  }
  near.sort((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1));
  return near.slice(0, limit).map(({ word, count }) => ({ word, count }));
}

/** Which of 32 letters occur, one bit each. */
function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
