import { setParameters, type Transition } from '../state/state.ts';

/** A sentence that is read: an article, which copy of it, and the span in that copy's file. */
export interface Reading {
  article: string;
  copy: number;
  from: number;
  to: number;
}

/** Reads the parameter `read`: '216765.0.1204-1290'; null for anything else. An article without an id goes by its file. */
export function parseReading(text: string | undefined): Reading | null {
  const [, article, copy, from, to] = /^(.{1,300})\.(\d{1,6})\.(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? [];
  if (article === undefined) return null;
  return { article, copy: Number(copy), from: Number(from), to: Number(to) };
}

export function writeReading({ article, copy, from, to }: Reading): string {
  return `${article}.${copy}.${from}-${to}`;
}

/** Opens an article beside the view at the sentence; Back closes it again. */
export function readSentence(reading: Reading | null): Transition {
  return setParameters({ read: reading && writeReading(reading) });
}
