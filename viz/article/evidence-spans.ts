/** A half-open range of UTF-16 units. */
export interface TextSpan {
  from: number;
  to: number;
}

/** A piece of a text; `marked` pieces are evidence. */
export interface TextPiece extends TextSpan {
  marked: boolean;
}

/** Cuts a text of `length` units into marked and unmarked pieces; overlapping spans become one, outside ones are cut. */
export function cutBySpans(length: number, spans: readonly TextSpan[]): TextPiece[] {
  const sorted = spans
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(length, to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { from, to } of sorted) {
    const last = pieces.at(-1);
    if (last?.marked && from <= last.to) {
      last.to = Math.max(last.to, to);
      at = last.to;
      continue;
    }
    if (at < from) pieces.push({ from: at, to: from, marked: false });
    pieces.push({ from, to, marked: true });
    at = to;
  }
  if (at < length) pieces.push({ from: at, to: length, marked: false });
  return pieces;
}

/** Characters that would turn the direction of what follows, made visible; the length stays. */
export function showDirectionMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
