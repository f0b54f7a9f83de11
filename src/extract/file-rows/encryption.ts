import type { ShippedRow } from './file-tables.ts';

/** 'Lsasrv.dll (56-bit)', 'I386 - 128-bit', '128-bit:', 'North American version', 'Export Version', 'US only'. */
const STRENGTHS: readonly [RegExp, (match: RegExpMatchArray) => string][] = [
  [/(?<![\w.-])(40|56|128)-?bit\b/gi, ([, bits]) => `${bits}-bit`],
  [
    /\bNorth America(?:n)?\b|\bU\.?S\.?A?(?:\/Canada| and Canada)?[ -]only\b|\bdomestic (?:use|versions?|editions?)\b/gi,
    () => 'North American',
  ],
  [/\bexport(?:able)? (?:versions?|editions?)\b/gi, () => 'export'],
];
/** A sentence that says so of its files: 'The English 128-bit version of this fix should have …'. */
const OF_FILES =
  /(?:(?:40|56|128)-?bit|North American?|export|domestic|only)\W{1,3}(?:[A-Z][a-z]+(?:-language)? )?(?:versions?|editions?|encryption versions?|files|fix|hotfix)\b/i;
/** A line longer than that is no heading of a table. */
const LONGEST_HEADING = 80;

/** The encryption strength that a row's files are made for, by the row, the lines and the sentence above it; or null. */
export function encryptionOf({ row, intro, above, heading }: ShippedRow, printed: string): string | null {
  // What the row itself says of it stands beside its file's name or in a column.
  const own = strengthIn(`${printed} ${row.platform ?? ''}`);
  if (own !== null) return own;
  for (const line of [...above].reverse()) {
    const strength = line.length <= LONGEST_HEADING ? strengthIn(line) : null;
    if (strength !== null) return strength;
  }
  if (heading.length <= LONGEST_HEADING && strengthIn(heading) !== null) return strengthIn(heading);
  const start = intro.lastIndexOf('. ', intro.length - 3);
  const said = intro.slice(start < 0 ? 0 : start + 2).slice(-400);
  return OF_FILES.test(said) ? strengthIn(said) : null;
}

/** The one strength that some words name; null where they name none or several. */
function strengthIn(words: string): string | null {
  const found = new Set(STRENGTHS.flatMap(([pattern, name]) => [...words.matchAll(pattern)].map(name)));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}
