import type { Span } from '../../model/article.ts';
import { type StatedId, statedIds } from './fields.ts';
import type { Piece } from './pieces.ts';

/** The spans of the articles of a page's text: one for each id that a header states; a page that repeats its id at the foot is one. */
export function articleSpans(view: string, pieces: readonly Piece[]): Span[] {
  const ids = statedIds(view);
  const firsts = ids.filter((stated, i) => i === 0 || stated.id !== ids[i - 1]!.id);
  if (firsts.length < 2) return [{ from: 0, to: view.length }];
  const starts = firsts.map((stated) => startOf(view, pieces, stated));
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? view.length }));
}

/** Where the page with this id begins: at its title, if that stands before the id, else at the line of the id. */
function startOf(view: string, pieces: readonly Piece[], stated: StatedId): number {
  const at = pieces.findIndex((piece) => piece.to > stated.from);
  const line = pieces[at];
  if (!line) return stated.from;
  for (let i = at - 1; i >= 0 && i >= at - 3; i--)
    if (pieces[i]!.kind === 'heading') return lineStart(view, pieces[i]!.from);
  const rest = view.slice(stated.to, line.to);
  const before = pieces[at - 1];
  const titleFollows = /Revision\s?: ?[\d.]{1,8}\s{1,4}\S/.test(rest) || /Revision\s?: ?[\d.]{1,8}$/.test(rest);
  if (before && !titleFollows && line.gap && before.gap && before.to - before.from < 260) {
    const title = view.slice(before.from, before.to);
    if (!/[.:]$|^\|?\s?Keywords|^kb/i.test(title)) return before.from;
  }
  return line.from;
}

const lineStart = (view: string, at: number): number => view.lastIndexOf('\n', at - 1) + 1;
