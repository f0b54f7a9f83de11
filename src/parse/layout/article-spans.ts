import type { Span } from '../../model/article.ts';
import { type StatedId, statedIds } from './fields.ts';
import type { Piece } from './pieces.ts';

/** The spans of the articles of a page's text: one for each id that a header states; a page that repeats its id at the foot is one. */
export function articleSpans(view: string, pieces: readonly Piece[]): Span[] {
  const ids = statedIds(view);
  const firsts: StatedId[] = [];
  for (const stated of ids) {
    const last = firsts.at(-1);
    if (last === undefined || (stated.id !== last.id && headsPage(view, stated))) firsts.push(stated);
  }
  if (firsts.length < 2) return [{ from: 0, to: view.length }];
  const starts: number[] = [];
  let at = 0;
  for (const stated of firsts) {
    while (at < pieces.length && pieces[at]!.to <= stated.from) at++;
    starts.push(startOf(view, pieces, at, stated));
  }
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? view.length }));
}

const NEAR_HEADER =
  /Last Review|Revision|previously published|applies to|Last Updated|Last Modified|SYMPTOMS|SUMMARY|INTRODUCTION/i;

/** Whether an id stands in a page's header, and not in a sentence or a list of articles. */
const headsPage = (view: string, stated: StatedId): boolean => NEAR_HEADER.test(view.slice(stated.to, stated.to + 400));

/** The pieces of each span, in order; what lies between spans belongs to none. */
export function piecesIn(pieces: readonly Piece[], spans: readonly Span[]): Piece[][] {
  let at = 0;
  return spans.map((span) => {
    while (at < pieces.length && pieces[at]!.from < span.from) at++;
    const start = at;
    while (at < pieces.length && pieces[at]!.to <= span.to) at++;
    return pieces.slice(start, at).map((piece, i) => (i === 0 ? { ...piece, gap: true } : piece));
  });
}

/** Where the page with this id begins: at its title, if that stands before the id, else at the line of the id. */
function startOf(view: string, pieces: readonly Piece[], at: number, stated: StatedId): number {
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
