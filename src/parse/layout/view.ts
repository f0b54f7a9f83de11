// 'â€™' and its kin: UTF-8 that was read as windows-1252, and what it stood for.
const MOJIBAKE: Record<string, string> = {
  'â€™': "'",
  'â€˜': "'",
  'â€œ': '"',
  'â€\u009d': '"',
  'â€“': '-',
  'â€”': '-',
  'â€¢': '•',
  'â€¦': '…',
  'â„¢': '™',
  'Â®': '®',
  'Â©': '©',
  'Â\u00a0': '\u00a0',
};
const BROKEN = /â€[™˜œ\u009d“”¢¦]|â„¢|Â[®©\u00a0]|Â(?=\s)|[\ufffd\u200b\u200e\u200f\ufeff\0]/g;

/**
 * `text` with damaged characters repaired at equal length: U+FFFD, zero-width marks and a stray 'Â' become blanks,
 * 'â€™' becomes an apostrophe. Inside a word the padding moves to the word's end, so that the word stays whole.
 */
export function repairView(text: string): string {
  BROKEN.lastIndex = 0;
  if (!BROKEN.test(text)) return text;
  BROKEN.lastIndex = 0;
  let out = '';
  let at = 0;
  for (let m = BROKEN.exec(text); m; m = BROKEN.exec(text)) {
    if (m.index < at) continue;
    const sign = MOJIBAKE[m[0]] ?? ' ';
    let end = m.index + m[0].length;
    out += text.slice(at, m.index) + sign;
    const padding = m[0].length - sign.length;
    if (padding > 0 && sign.trim() !== '') {
      const wordEnd = endOfWord(text, end);
      out += text.slice(end, wordEnd);
      end = wordEnd;
    }
    out += ' '.repeat(padding);
    at = end;
  }
  return out + text.slice(at);
}

/** Letters that follow directly, at most 40: the rest of a word. */
function endOfWord(text: string, from: number): number {
  let i = from;
  while (i < text.length && i < from + 40 && /[A-Za-z]/.test(text[i]!)) i++;
  return i;
}
