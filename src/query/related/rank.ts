import { type Candidates, gatherCandidates } from './candidates.ts';
import { MEASURES, meterOf } from './measures.ts';
import type { Reading, Subject } from './subject.ts';
import { RELATED_WEIGHTS } from './weights.ts';

/** A candidate with its score; only the order of scores means something. */
export interface Ranked {
  index: number;
  score: number;
}

/** A candidate with what it was measured to be; for learning the weights. */
export interface Measured {
  index: number;
  measures: number[];
}

/**
 * How a subject's case weighs in: always, where it cites nothing, and the more the longer its list of citations.
 * An article with three hundred citations is a list, and its members are found by other means than words.
 */
export function casesOf({ cites }: Subject): readonly number[] {
  return [1, cites.length === 0 ? 1 : 0, Math.min(1, Math.log1p(cites.length) / Math.log(60))];
}

/** Every candidate measured, without those that `skip` names. */
export function measureCandidates(
  reading: Reading,
  subject: Subject,
  skip: (index: number) => boolean,
): { candidates: Candidates; measured: Measured[] } {
  const candidates = gatherCandidates(reading, subject);
  const meter = meterOf(reading, subject, candidates);
  const measured: Measured[] = [];
  for (const [index, votes] of candidates) {
    if (skip(index) || !reading.catalogue.facts(index)?.isPresent) continue;
    measured.push({ index, measures: meter(index, votes) });
  }
  return { candidates, measured };
}

/** The candidates, the likeliest relatives first. */
export function rankCandidates(reading: Reading, subject: Subject, skip: (index: number) => boolean): Ranked[] {
  const { measured } = measureCandidates(reading, subject, skip);
  const cases = casesOf(subject);
  const weights = MEASURES.map((measure) =>
    RELATED_WEIGHTS[measure].reduce((sum, weight, at) => sum + weight * (cases[at] ?? 0), 0),
  );
  return measured
    .map(({ index, measures }) => ({
      index,
      score: measures.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
}
