import type { Span } from '../../model/article.ts';
import type { Line } from './lines.ts';

/** A page in one dialect: its untouched text and its view. */
export interface Page {
  text: string;
  view: string;
}

/** A stretch of a page's view that one line or element gave, before headings, lists and tables are told apart. */
export interface Piece extends Span {
  /** What markup says that it is; `text` is any line of plain text. */
  kind: 'text' | 'heading' | 'item' | 'row' | 'code';
  /** The level that markup gives a heading or item, else 0. */
  level: number;
  /** Leading blanks of its line. */
  indent: number;
  /** Whether a blank line or an element's edge parts it from the piece before. */
  gap: boolean;
  /** Whether the next piece may go on with its sentence: true for a line that may be wrapped. */
  open: boolean;
  /** A row's cells, where markup tells them apart. */
  cells?: Span[];
  /** Whether a section must begin here, as after '↑ Back to the top'. */
  opens?: boolean;
}

/** One piece for each line that is not blank. */
export function piecesOfLines(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  let gap = true;
  for (const line of lines) {
    if (line.from === line.to) {
      gap = true;
      continue;
    }
    pieces.push({ kind: 'text', level: 0, from: line.from, to: line.to, indent: line.indent, gap, open: true });
    gap = false;
  }
  return pieces;
}

/** The span without blanks and line breaks at its ends; empty where nothing else is in it. */
export function trimSpan(view: string, from: number, to: number): Span {
  let first = from;
  let last = to;
  while (first < last && view.charCodeAt(first) <= SPACE) first++;
  while (last > first && view.charCodeAt(last - 1) <= SPACE) last--;
  return { from: first, to: last };
}

const SPACE = 32;

/** A part of a piece, trimmed; null where nothing is left. */
export function partOf(
  view: string,
  piece: Piece,
  from: number,
  to: number,
  changes: Partial<Piece> = {},
): Piece | null {
  const { from: first, to: last } = trimSpan(view, from, to);
  if (first >= last) return null;
  // Only the first part stands where the piece began.
  const opens = from === piece.from ? {} : { opens: false };
  return { ...piece, ...opens, from: first, to: last, ...changes };
}

/** Where a global pattern matches inside a span; what stands around the span is not looked at. */
export function* matchesIn(view: string, { from, to }: Span, pattern: RegExp): Generator<Span> {
  const line = view.slice(from, to);
  let at = 0;
  while (at <= line.length) {
    // `matchAll` would compile the pattern anew for each line.
    pattern.lastIndex = at;
    const m = pattern.exec(line);
    if (!m) return;
    at = Math.max(pattern.lastIndex, m.index + 1);
    yield { from: from + m.index, to: from + m.index + m[0].length };
  }
}
