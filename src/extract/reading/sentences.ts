import type { Span } from '../../model/article.ts';

/** A full stop, question or exclamation mark, perhaps in a quote or bracket, before blanks. */
const END = /[.?!]["')\]]{0,3}(?=\s)/g;
/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION = /(?:^|[\s("])(?:U\.S|e\.g|i\.e|vs|Inc|Corp|Ltd|Co|No|Nos|approx|Mr|Mrs|Dr|St|Dept|[A-Z])$/;

/** The sentences of `text` between two offsets, in order, without the blanks around them. Line breaks are blanks. */
export function sentencesOf(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  END.lastIndex = from;
  for (let m = END.exec(text); m && m.index < to; m = END.exec(text)) {
    const end = m.index + m[0].length;
    if (end > to) break;
    if (m[0][0] === '.') {
      if (ABBREVIATION.test(text.slice(Math.max(start, m.index - 10), m.index))) continue;
      const next = text.slice(end, end + 60).trimStart()[0];
      if (next !== undefined && end < to && /[a-z,;]/.test(next)) continue;
    }
    push(spans, text, start, end);
    start = end;
  }
  push(spans, text, start, to);
  return spans;
}

function push(spans: Span[], text: string, from: number, to: number): void {
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  if (from < to) spans.push({ from, to });
}
