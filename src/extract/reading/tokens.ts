/** A word or a sign of a sentence; offsets count in the string that was split. */
export interface Token {
  text: string;
  from: number;
  to: number;
}

/** 'SP6a', '4.0', 'Teardrop2-fix', '.NET', 'C++', '95/98'; else one sign. */
const TOKEN = /\.?[A-Za-z0-9][A-Za-z0-9.+#&'’/_*!-]*|[^\sA-Za-z0-9]/g;

/** Splits a sentence into words and signs; a full stop, slash or quote at a word's end is a sign of its own. */
export function tokensOf(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = from;
  for (let m = TOKEN.exec(text); m && m.index < to; m = TOKEN.exec(text)) {
    let word = m[0];
    let end = word.length;
    while (end > 1 && ".'’/-&_*!".includes(word[end - 1]!) && !/^[A-Z](?:\.[A-Z])+\.$/.test(word)) end--;
    const rest = word.length - end;
    word = word.slice(0, end);
    tokens.push({ text: word, from: m.index, to: m.index + end });
    if (rest > 0) tokens.push({ text: m[0].slice(end), from: m.index + end, to: m.index + m[0].length });
  }
  return tokens;
}
