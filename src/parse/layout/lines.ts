import type { Span } from '../../model/article.ts';

/** A line without its break and trailing blanks; `indent` counts leading blanks (a tab counts as one). Empty lines have from === to. */
export interface Line extends Span {
  indent: number;
}

const NEWLINE = 10;
const RETURN = 13;
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13 || code === 0xa0;

/** The lines of `text` between `from` and `to`; any of LF, CRLF and CR ends a line. */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  const loneReturns = text.indexOf('\r', from) >= 0 && text.indexOf('\n', from) < 0;
  let start = from;
  while (start < to) {
    let end = loneReturns ? text.indexOf('\r', start) : text.indexOf('\n', start);
    if (end < 0 || end > to) end = to;
    lines.push(lineAt(text, start, end));
    start = end + 1;
  }
  return lines;
}

/** The line between two offsets, trimmed. */
export function lineAt(text: string, from: number, to: number): Line {
  let first = from;
  while (first < to && isBlank(text.charCodeAt(first))) first++;
  let last = to;
  while (last > first && (isBlank(text.charCodeAt(last - 1)) || text.charCodeAt(last - 1) === NEWLINE)) last--;
  return { from: first, to: last, indent: first - from };
}

/** Whether a line holds one character only, at least `least` times ('======='); gives that character, else ''. */
export function ruleOf(text: string, line: Line, least = 3): string {
  if (line.to - line.from < least) return '';
  const code = text.charCodeAt(line.from);
  for (let i = line.from + 1; i < line.to; i++) if (text.charCodeAt(i) !== code) return '';
  return String.fromCharCode(code);
}

/** Whether offsets `a` and `b` of a text are parted by nothing but one line break and blanks. */
export const isReturn = (code: number): boolean => code === NEWLINE || code === RETURN;
