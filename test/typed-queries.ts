import fc from 'fast-check';

/** What the search index, or a shell, reads as syntax, among words that the fixtures hold. */
const PARTS = [
  '"',
  '(',
  ')',
  '*',
  ' AND ',
  ' OR ',
  ' NOT ',
  'NEAR(',
  ':',
  '^',
  '-',
  '{',
  '}',
  '+',
  '\0',
  "'",
  ';',
  '%',
];
const part = fc.constantFrom(...PARTS, '\\', 'queue', 'title', 'é', ' ');

/** Whatever somebody may type into a search. */
export const typedQuery = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(part).map((parts) => parts.join('')),
);
