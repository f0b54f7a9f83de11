import type { SearchTerm } from '../model/graph-view.ts';

/** As much of what was typed as is read, in UTF-16 units, and as many of its words. */
const MAX_QUERY = 500;
const MAX_WORDS = 16;

/** What was typed, taken apart. */
export interface SearchTerms {
  /** What was typed, shortened where it is too long. */
  query: string;
  /** Words, and phrases that stood in quotes. */
  terms: SearchTerm[];
  /** All words, those of phrases too. */
  words: string[];
}

/** Takes a query apart into words and quoted phrases; no character has any other meaning. */
export function searchTerms(text: string): SearchTerms {
  const query = text.slice(0, MAX_QUERY).trim();
  const terms: SearchTerm[] = [];
  const words: string[] = [];
  query.split('"').forEach((part, place, parts) => {
    const inPart = (part.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}._'+-]*/gu) ?? []).map((word) =>
      word.replace(/[._'+-]+$/, ''),
    );
    const room = inPart.slice(0, MAX_WORDS - words.length);
    if (room.length === 0) return;
    words.push(...room);
    const isQuoted = place % 2 === 1 && place < parts.length - 1;
    if (isQuoted) terms.push({ text: room.join(' ') });
    else terms.push(...room.map((text) => ({ text })));
  });
  return { query, terms, words };
}
