/** As much of a text as is read, in UTF-16 units, and as many of its different words. */
const MAX_TEXT = 400_000;
const MAX_WORDS = 600;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}_+#]*(?:[.'-][\p{L}\p{N}_+#]+)*/gu;

/** The words of a text, folded: lower case, without the plainest endings, each with how often it stands there. */
export function countWords(text: string, most = MAX_WORDS): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.slice(0, MAX_TEXT).toLowerCase().matchAll(WORD)) {
    if (word.length < 2 || word.length > 40) continue;
    const folded = fold(word);
    const count = counts.get(folded);
    if (count !== undefined) counts.set(folded, count + 1);
    else if (counts.size < most) counts.set(folded, 1);
  }
  return counts;
}

/** How a text spells the words that it folds to, each by its first spelling. */
export function spellings(text: string): Map<string, string> {
  const spelt = new Map<string, string>();
  for (const [word] of text.slice(0, MAX_TEXT).matchAll(WORD)) {
    const folded = fold(word.toLowerCase());
    if (!spelt.has(folded)) spelt.set(folded, word);
  }
  return spelt;
}

/** 'mailboxes' and 'mailbox' are one, 'indexing' and 'indexed' too; what holds a digit or a dot stays. */
function fold(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word;
  let stem = word;
  if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:s|x|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  const bare = stem.length > 6 && stem.endsWith('ing') ? 3 : stem.length > 5 && stem.endsWith('ed') ? 2 : 0;
  if (bare > 0) stem = stem.slice(0, -bare).replace(/([bdgmnprt])\1$/, '$1');
  return stem.length > 5 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
