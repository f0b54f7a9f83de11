/** A longer name is cut: nothing is called by more than this many characters. */
const LONGEST_NAME = 300;

/** Clauses that say how a product is used, not which it is: 'Visual C++ 6.0, used with:', 'SQL Server 6.5 and later'. */
const TRAILING_CLAUSE =
  /[\s,](?:when used with|used with|included with|on platform\(s\)|on platforms?|(?:(?:and|or) )?later)\s{0,9}:?\s{0,9}$/i;

/** 'Windows NT Server 3.51 (all service packs)' */
const ALL_OF_THEM = /\(all\b[^()]{0,40}\)/gi;

/** An editor's note within a list of products: '*EDITOR Please do not choose this product*Microsoft Visual C++* use 241'. */
const EDITORS_NOTE = /\*EDITOR[^*]{0,80}\*|\*DO_NOT_USE\*|\*\s{0,3}use(?:[\s,]{1,3}\d{2,4}(?![.\d])){1,8}/gi;

/** Words that stand between a name and its version and are no part of either. */
const FILLERS = new Set(['version', 'versions', 'ver', 'ver.', 'microsoft', 'ms', 'the']);

/**
 * The words of a product's name as printed, without what differs between spellings of one name: maker, 'version',
 * punctuation, trade marks, an abbreviation in brackets after what it abbreviates ('Macro Assembler (MASM)').
 */
export function nameWords(name: string): string[] {
  const words = name
    .slice(0, LONGEST_NAME)
    .normalize('NFKC')
    .replace(EDITORS_NOTE, ' ')
    .replace(TRAILING_CLAUSE, '')
    .replace(ALL_OF_THEM, ' ')
    .replace(/[®™©]|\((?:r|tm|c)\)/gi, ' ')
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\u2010-\u2014\u2212]/g, '-')
    .replace(/([A-Za-z+#])(\.NET)\b/g, '$1 $2')
    // 'Visual C++ 6.0sp3'
    .replace(/(\d[a-z]?)(SP\d)/gi, '$1 $2')
    .split(/[\s,;"]+/)
    .map((word) => halfYear(word.replace(/[:.]+$/, '')))
    .filter((word) => /[^*\u2022-]/.test(word));
  return withoutFillers(withoutAbbreviations(words));
}

/** Drops '(MASM)' after the words that it stands for; other brackets only lose their brackets: '(32-bit x86)'. */
function withoutAbbreviations(words: string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    const abbreviates = kept.length > 0 && /^\([A-Z][A-Z0-9]{1,6}\)$/.test(word) && word !== '(GA)';
    const bare = word.replace(/[()[\]]/g, '');
    if (!abbreviates && bare !== '') kept.push(bare);
  }
  return kept;
}

/** Drops the maker's name where the name begins, and 'version' anywhere unless nothing else would be left. */
function withoutFillers(words: string[]): string[] {
  const kept = words.filter((word, index) => {
    const lower = word.toLowerCase();
    if (lower.startsWith('version') || lower === 'ver') return false;
    return !(FILLERS.has(lower) && words.slice(0, index).every((before) => FILLERS.has(before.toLowerCase())));
  });
  return kept.length > 0 ? kept : words;
}

/** '21H2' as everybody writes it; feeds print '21h2' as well. */
export const halfYear = (word: string): string => (/^\d\dh\d$/i.test(word) ? word.toUpperCase() : word);

/** A version in one spelling: 'v5.5' is '5.5', and '4.00' is '4.0'; but '17.10' comes nine after '17.1'. */
export function plainVersion(word: string): string {
  return word
    .toLowerCase()
    .replace(/^v(?=\d)/, '')
    .replace(/^(\d\.\d|\d{2}\.0)0([a-z]?)$/, '$1$2');
}

/** A key made of a name: lower case, hyphens between words, '+' and '#' and dots kept ('visual-c++-6.0'). */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.+#]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
