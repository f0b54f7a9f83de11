import type { Block } from '../../model/article.ts';
import { bulletLength } from './bullets.ts';
import { citationAt } from './citations.ts';
import type { ItemLevels } from './levels.ts';
import type { Page, Piece } from './pieces.ts';
import { DANGLING, ENDS, lineOf, SENTENCE_START } from './sentence-marks.ts';
import { isRule } from './table-cells.ts';
import { tableAt } from './tables.ts';
import { knownRank } from './vocabulary.ts';

/** Reads a citation, an item or a paragraph from piece `i` on; returns the index after it. */
export function readFlow(
  { text, view }: Page,
  pieces: readonly Piece[],
  i: number,
  levels: ItemLevels,
  add: (block: Block) => void,
): number {
  const piece = pieces[i]!;
  const mark = piece.kind === 'item' ? 0 : bulletLength(view.slice(piece.from, piece.from + 12));
  const from = piece.from + mark;
  const cites = citationAt(text, view, from, piece.to);
  const believable = cites === 'whole' || (cites === 'open' && opensCitation(view, pieces, i));
  if (believable) {
    const next = cites === 'open' ? titleEnd(text, view, pieces, i) : wrapEnd(view, pieces, i);
    add({ kind: 'citation', from, to: pieces[next - 1]!.to });
    return next;
  }
  const isItem = mark > 0 || piece.kind === 'item';
  let next = i + 1;
  while (next < pieces.length && continues(text, view, pieces, i, next, isItem)) next++;
  const to = pieces[next - 1]!.to;
  if (isItem) add({ kind: 'item', level: piece.level || levels.of(piece.indent), from, to });
  else {
    levels.end(piece.indent);
    add({ kind: 'paragraph', from, to });
  }
  return next;
}

/** A number alone is a citation where its address or a title follows. */
function opensCitation(view: string, pieces: readonly Piece[], i: number): boolean {
  const next = pieces[i + 1];
  if (!next || (next.kind !== 'text' && next.kind !== 'item')) return false;
  const head = view.slice(next.from, next.from + 12);
  return /^\(?\s{0,2}https?:/.test(head) || /^["'(]?[A-Z]/.test(head);
}

const ADDRESS_PART = /^(?:\(?\s{0,2}https?:\/\/|\(?\s{0,2}\/|\)|\($)/;

/** The end of a citation whose number stands on a line of its own: its address, then its title, which may be wrapped. */
function titleEnd(text: string, view: string, pieces: readonly Piece[], i: number): number {
  let next = i + 1;
  while (next < pieces.length && next < i + 6 && ADDRESS_PART.test(lineOf(view, pieces[next]!))) {
    const line = lineOf(view, pieces[next]!);
    next++;
    // ') How to obtain …': the title stands behind the bracket.
    if (/\)\s{0,3}:?\s{0,3}[A-Za-z]/.test(line)) return wrapEnd(view, pieces, next - 1);
  }
  const title = pieces[next];
  if (!title || !joins(text, view, title, lineOf(view, title))) return next;
  return wrapEnd(view, pieces, next);
}

const joins = (text: string, view: string, piece: Piece, line: string): boolean =>
  (piece.kind === 'text' || piece.kind === 'item') &&
  knownRank(line) === null &&
  bulletLength(line) === 0 &&
  citationAt(text, view, piece.from, piece.to) === null;

/** The end of a title that starts at piece `i`: it goes on while its lines are plainly unfinished. */
function wrapEnd(view: string, pieces: readonly Piece[], i: number): number {
  let next = i + 1;
  while (next < pieces.length && next < i + 6) {
    const piece = pieces[next]!;
    const before = pieces[next - 1]!;
    if (piece.gap || !before.open || piece.kind !== 'text') break;
    const line = lineOf(view, piece);
    const last = view.slice(Math.max(before.from, before.to - 40), before.to);
    if (/[.?!]$/.test(last) || knownRank(line) !== null || bulletLength(line) > 0 || /^\d{5,7}\b/.test(line)) break;
    if (SENTENCE_START.test(line)) break;
    const unfinished = /^[a-z(]/.test(line) || DANGLING.test(last) || before.to - before.from < 14;
    // 'How / to install the Windows 2000 / Support Tools to …': a title that was wrapped once is likely to be again.
    const again = next > i + 1 && before.to - before.from < 60 && !/[.:]$/.test(line);
    if (!unfinished && !again) break;
    next++;
  }
  return next;
}

const isUnfinished = (view: string, piece: Piece): boolean =>
  DANGLING.test(view.slice(Math.max(piece.from, piece.to - 40), piece.to)) || view[piece.to - 1] === ',';

/** Whether piece `next` goes on with the paragraph or item that starts at piece `start`. */
function continues(
  text: string,
  view: string,
  pieces: readonly Piece[],
  start: number,
  next: number,
  isItem: boolean,
): boolean {
  const piece = pieces[next]!;
  const before = pieces[next - 1]!;
  if (piece.gap || (piece.kind !== before.kind && !(before.kind === 'item' && piece.kind === 'text')) || !before.open)
    return false;
  if (piece.kind !== 'text' && piece.kind !== 'code') return false;
  const line = lineOf(view, piece);
  if (bulletLength(line) > 0 || isRule(view, piece.from, piece.to)) return false;
  if (/^(?:Note|Important|Warning|Caution) [A-Z]/.test(line)) return false;
  if (isItem && piece.indent <= pieces[start]!.indent && SENTENCE_START.test(line) && !isUnfinished(view, before))
    return false;
  if (ENDS.test(view.slice(Math.max(before.from, before.to - 4), before.to))) {
    const indented = isItem && piece.indent > pieces[start]!.indent;
    return (/^[a-z]/.test(line) || indented) && view[before.to - 1] !== ':';
  }
  const next2 = pieces[next + 1];
  if (knownRank(line) !== null && !(next2 && !next2.gap && /^[a-z]/.test(view.slice(next2.from, next2.from + 1))))
    return false;
  if (
    citationAt(text, view, piece.from, piece.to) === 'whole' &&
    /[\ufffd\u00c2]|\]\(/.test(text.slice(piece.from, piece.from + 14))
  )
    return false;
  return tableAt(view, pieces, next) === null;
}
