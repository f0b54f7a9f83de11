/** A word of a line; `gap` says that a bar, a tab or more than one blank stands before it, or that it is the first. */
export interface Word {
  text: string;
  from: number;
  to: number;
  gap: boolean;
}

/** The words between two offsets; bars part words and are none, nor are rules such as '-----' and '+---+'. */
export function wordsOf(view: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  let gap = true;
  let i = from;
  while (i < to) {
    const c = view.charCodeAt(i);
    if (c <= 32 || c === 0xa0 || c === 0x7c) {
      if (c === 0x7c || c === 9 || c === 10 || (i > from && view.charCodeAt(i - 1) <= 32)) gap = true;
      i++;
      continue;
    }
    let end = i + 1;
    while (end < to) {
      const d = view.charCodeAt(end);
      if (d <= 32 || d === 0xa0 || d === 0x7c) break;
      end++;
    }
    if (isRule(view, i, end)) gap = true;
    else {
      words.push({ text: view.slice(i, end), from: i, to: end, gap });
      gap = false;
    }
    i = end;
  }
  return words;
}

/** '-----', '======', '+---+', '----   ----'; a single hyphen is a bullet or a dash, and no rule. */
export function isRule(view: string, from: number, to: number): boolean {
  if (to - from < 3) return to - from === 1 && view[from] === '+';
  for (let i = from; i < to; i++) {
    const c = view[i];
    if (c !== '-' && c !== '=' && c !== '+' && c !== '_' && c !== '*' && c !== ' ') return false;
  }
  return true;
}
