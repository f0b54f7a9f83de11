import { splitGluedHeadings } from './glued-headings.ts';
import { isChrome } from './navigation.ts';
import { type Piece, partOf } from './pieces.ts';
import { knownRank } from './vocabulary.ts';

/** A page's title, and the pieces that follow its header. */
export interface PageHeader {
  title: string;
  body: Piece[];
}

const ID_LINE = /\bArticle ID\s{0,3}:?\s{0,3}(?:Q|KB)?\d{5,8}/i;
const FIELD =
  /^(?:Article ID|Last Review(?:ed)?|Last Updated|Revision|Applies to|APPLIES TO|Article number|Original KB|Published|Updated)\b.{0,120}$/i;
/** What the id's own line goes on with, before a title in the same line. */
const ID_TAIL =
  /^[\s-]{0,8}(?:Last Review(?:ed)?\s?: ?[A-Za-z]{3,9} \d{1,2}, \d{4}|Last Review(?:ed)?\s?: ?[\d/.-]{6,10})?[\s-]{0,8}(?:Revision\s?: ?\d{1,3}(?:\.\d{1,3})?)?[\s-]{0,8}/;
const SEARCHED = 40;

/** Tells a page's header from its body. A fragment that begins in the middle of a page has neither title nor header. */
export function readPageHeader(view: string, raw: readonly Piece[]): PageHeader {
  const pieces = raw.slice(0, SEARCHED).flatMap((piece) => splitGluedHeadings(view, piece));
  const lineOf = (piece: Piece): string => view.slice(piece.from, Math.min(piece.to, piece.from + 2000));
  const rest = raw.slice(SEARCHED);
  const section = pieces.findIndex((piece, i) => isSection(lineOf(piece), pieces[i + 1], lineOf));
  const before = section < 0 ? pieces : pieces.slice(0, section);
  const at = before.findIndex((piece) => ID_LINE.test(lineOf(piece).slice(0, 400)));
  if (at < 0) return withoutId(view, pieces, section, rest, lineOf);
  const line = pieces[at]!;
  const id = ID_LINE.exec(lineOf(line))!;
  const tail = ID_TAIL.exec(lineOf(line).slice(id.index + id[0].length))?.[0].length ?? 0;
  const inLine = partOf(view, line, line.from + id.index + id[0].length + tail, line.to);
  if (inLine && lineOf(inLine).length > 8 && !isChrome(lineOf(inLine))) {
    return { title: oneLine(lineOf(inLine)), body: [...pieces.slice(at + 1), ...rest] };
  }
  const isTitle = (piece: Piece | undefined): piece is Piece =>
    piece !== undefined &&
    piece.to - piece.from < 300 &&
    piece.to - piece.from > 5 &&
    !isChrome(lineOf(piece)) &&
    !FIELD.test(lineOf(piece)) &&
    !/^[*•-] /.test(lineOf(piece));
  const above = pieces.slice(0, at).reverse().find(isTitle);
  if (above?.kind === 'heading') return { title: lineOf(above), body: [...pieces.slice(at + 1), ...rest] };
  const below = before.slice(at + 1).findIndex(isTitle);
  const candidate = below < 0 ? undefined : before[at + 1 + below];
  if (candidate && !/[.:]$/.test(lineOf(candidate))) {
    return { title: lineOf(candidate), body: [...pieces.slice(at + 2 + below), ...rest] };
  }
  return { title: above ? lineOf(above) : '', body: [...pieces.slice(at + 1), ...rest] };
}

/** A page without an id: what stands before its first section is its title, if it reads like one. */
function withoutId(
  view: string,
  pieces: readonly Piece[],
  section: number,
  rest: readonly Piece[],
  lineOf: (piece: Piece) => string,
): PageHeader {
  const first = pieces.findIndex((piece) => !isChrome(lineOf(piece)));
  const all = [...pieces, ...rest];
  if (first < 0 || (section >= 0 && first >= section)) return { title: '', body: all };
  const piece = pieces[first]!;
  const line = lineOf(piece);
  const next = pieces[first + 1];
  const alone =
    piece.kind === 'heading' || next === undefined || next.gap || first + 1 === section || FIELD.test(lineOf(next));
  const titled =
    alone &&
    line.length < 260 &&
    !/[.:;,]$/.test(line) &&
    !/^[*•-] |^\d{5,7}\b/.test(line) &&
    /^["'[(]?[A-Z0-9]/.test(line);
  void view;
  return titled ? { title: oneLine(line), body: all.slice(first + 1) } : { title: '', body: all };
}

const oneLine = (line: string): string => line.replace(/\s{1,40}/g, ' ').trim();

/** Whether a line is the heading of a page's first section, not its entry in 'On This Page'. */
function isSection(line: string, next: Piece | undefined, lineOf: (piece: Piece) => string): boolean {
  if (knownRank(line) === null) return false;
  return next === undefined || knownRank(lineOf(next)) === null || lineOf(next) === lineOf(next).toUpperCase();
}
