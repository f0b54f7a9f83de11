import type { KnownWord } from '../model/graph-view.ts';
import { wordDistance } from './word-distance.ts';

/** Words that are a slip or two of the hand away, the nearest first, then the most frequent; without the word itself. */
export function similarWords(words: readonly [string, number][], word: string, limit: number): KnownWord[] {
  const wanted = word.toLowerCase().slice(0, 64);
  const furthest = wanted.length <= 4 ? 1 : 2;
  const near: (KnownWord & { distance: number })[] = [];
  for (const [known, count] of words) {
    if (known === wanted || Math.abs(known.length - wanted.length) > furthest) continue;
    const distance = wordDistance(wanted, known, furthest);
    // Nobody slips on the first letter and elsewhere too.
    if (distance > furthest || (distance > 1 && known[0] !== wanted[0])) continue;
    near.push({ word: known, count, distance });
  }
  near.sort((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1));
  return near.slice(0, limit).map(({ word, count }) => ({ word, count }));
}
