/** Edits of a text that keep its length: what is taken out leaves blanks, so that every offset stays true. */
export interface Mask {
  /** Blanks [from, to); line breaks stay. */
  blank(from: number, to: number): void;
  /** Puts `sign`, at most as long as the range, for [from, to); inside a word the padding moves to the word's end. */
  put(from: number, to: number, sign: string): void;
  /** Takes out markup that may stand inside a word ('Usb<b>stor</b>.sys'), so that the word stays whole. */
  remove(from: number, to: number): void;
  /** The text with all edits. */
  view(): string;
}

interface Edit {
  from: number;
  to: number;
  /** Null blanks without joining what stands around. */
  sign: string | null;
}

const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 95 ||
  code === 39 ||
  (code >= 0xc0 && code < 0x2000);
/** '-', '.', '/' and '\' hold a word together where a letter or digit follows. */
const isJoint = (code: number): boolean => code === 45 || code === 46 || code === 47 || code === 92;

/** Starts the edits of `text`; they must be given in order, and what overlaps an earlier one is cut off. */
export function createMask(text: string): Mask {
  const edits: Edit[] = [];
  let last = 0;
  const add = (from: number, to: number, sign: string | null): void => {
    const start = Math.max(from, last);
    if (start >= to) return;
    edits.push({ from: start, to, sign });
    last = to;
  };
  return {
    blank: (from, to) => add(from, to, null),
    put: add,
    remove: (from, to) => add(from, to, ''),
    view: () => (edits.length === 0 ? text : applied(text, edits)),
  };
}

function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  /** Blanks that are owed once the word ends. */
  let owed = 0;
  let insideWord = false;
  const flush = (): void => {
    if (owed > 0) parts.push(' '.repeat(owed));
    owed = 0;
  };
  const copy = (to: number): void => {
    if (at >= to) return;
    let end = at;
    if (owed > 0) {
      while (end < to && continuesWord(text, end)) end++;
      parts.push(text.slice(at, end));
      if (end < to) flush();
    }
    parts.push(text.slice(end, to));
    insideWord = isWord(text.charCodeAt(to - 1)) || isJoint(text.charCodeAt(to - 1));
  };
  for (const edit of edits) {
    copy(edit.from);
    at = edit.to;
    const { sign } = edit;
    const run = text.slice(edit.from, edit.to);
    if (sign === null || run.includes('\n')) {
      flush();
      parts.push(sign ? sign + blanks(run.slice(sign.length)) : blanks(run));
      insideWord = false;
      continue;
    }
    if (sign !== '') {
      // A visible sign belongs to the word around it: '"é"' stays together.
      insideWord = sign.charCodeAt(0) > 32;
      if (!insideWord) flush();
      parts.push(sign);
    }
    if (insideWord) owed += run.length - sign.length;
    else parts.push(' '.repeat(run.length - sign.length));
  }
  copy(text.length);
  flush();
  return parts.join('');
}

const continuesWord = (text: string, i: number): boolean => {
  const code = text.charCodeAt(i);
  return isWord(code) || isStop(code) || (isJoint(code) && isWord(text.charCodeAt(i + 1)));
};
/** Sentence marks stay at their word: 'click **OK**.' reads 'click OK.'. */
const isStop = (code: number): boolean =>
  code === 46 || code === 44 || code === 59 || code === 58 || code === 33 || code === 63 || code === 41;

/** As many blanks as `run` has characters, with its line breaks. */
export const blanks = (run: string): string =>
  run.includes('\n') || run.includes('\r') ? run.replace(/[^\r\n]/g, ' ') : ' '.repeat(run.length);
