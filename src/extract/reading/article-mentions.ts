/** An article that a stretch of text names by number, with its place in it. */
export interface ArticleMention {
  kind: 'article';
  id: string;
  from: number;
  to: number;
}

// Numbers of five to eight digits are rare in a text: one pass finds them, and what stands before each decides.
const NUMBER = /\d{5,}/g;
/** 'Q254682', 'KB 873337', 'Q 154087'; a number inside a file's or folder's name is none. */
const PREFIXED = /(?<![\w.\\/-])(?:Q|KB) {0,3}$/;
/** 'article 821781', 'hotfix 921181', 'security update 887118', 'update rollup (896358'. */
const LABELLED =
  /\b(?:articles?|hotfix(?:es)?|updates?|fix(?:es)?|rollups?|patch(?:es)?|packages?|bulletins?)(?: \(?(?:number|id|kb|with id))?[\s:(]{1,3}$/i;
/** 'id=kb;en-us;Q123456', 'scid=kb;EN-US;q123456', '/kb/938650/', '/help/119591'. */
const ADDRESS = /(?:kb;[a-z-]{2,7};(?:Q|KB)?|\/kb\/(?:Q|\d{3}\/Q)?|\/(?:[a-z]{2}-[a-z]{2}\/)?help\/)$/i;
/** 'Update Rollup 4 for Exchange Server 2007 (938711)': the number in brackets after a package's name. */
const BRACKETED = /\b(?:update|roll-?up|hotfix|patch|package|MS\d\d-\d{3})\b[^.()]{0,60}\($/i;
/** 'articles 892803 and 894257', 'articles Q130191, Q174308': what stands between one number and the next. */
const LISTED = /^(?:\s?,\s?(?:and |or )?|\s(?:and|or)\s)(?:Q|KB ?)?$/;
/** 'has been replaced by 4578605', 'supersedes 938711': what a link's text leaves in the sentence. */
const REPLACED = /\b(?:(?:replaced|superseded|superceded) (?:by|with)|replaces|supersedes|supercedes) (?:the )?$/i;
/** A line that begins with a number and goes on with a title; only in a citation block. */
const LINE_NUMBER =
  /^\s{0,12}(?:[-*•]\s{0,4})?(?:\d{1,3}[.)]\s{1,4})?(?:ARTICLE-ID ?: ?)?(?:Q|KB ?)?(\d{5,8})(?![\w.]\w)/i;

const plain = (id: string): string => id.replace(/^0+/, '');

/** The articles that a stretch of text names by number, in order; `citation` says that it is a line that cites one. */
export function articleMentions(text: string, citation: boolean): ArticleMention[] {
  const found: ArticleMention[] = [];
  const line = citation ? LINE_NUMBER.exec(text) : null;
  if (line) found.push({ kind: 'article', id: plain(line[1]!), from: 0, to: line[0].length });
  NUMBER.lastIndex = line ? line[0].length : 0;
  for (let m = NUMBER.exec(text); m; m = NUMBER.exec(text)) {
    const to = m.index + m[0].length;
    if (m[0].length > 8 || /^(?:[\w-]|\.\w|\\)/.test(text.slice(to, to + 2))) continue;
    const from = startOf(text, m.index, to, found.at(-1));
    if (from !== null) found.push({ kind: 'article', id: plain(m[0]), from, to });
  }
  return found;
}

/** Where the mention of the number [at, to) begins, or null where the number is no article's. */
function startOf(text: string, at: number, to: number, last: ArticleMention | undefined): number | null {
  const before = text.slice(Math.max(0, at - 90), at);
  const prefix = PREFIXED.exec(before);
  if (prefix) return at - (before.length - prefix.index);
  if (last && to - at >= 6 && at - last.to <= 8 && LISTED.test(text.slice(last.to, at))) return at;
  const label = LABELLED.exec(before) ?? ADDRESS.exec(before);
  if (label) return at - (before.length - label.index);
  if (to - at >= 6 && REPLACED.test(before)) return at;
  return text[at - 1] === '(' && text[to] === ')' && to - at >= 6 && BRACKETED.test(before) ? at - 1 : null;
}
