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
const SEARCHED = 60;

/** Tells a page's header from its body. A fragment that begins in the middle of a page has neither title nor header. */
export function readPageHeader(view: string, raw: readonly Piece[]): PageHeader {
  const pieces = raw.slice(0, SEARCHED).flatMap((piece) => splitGluedHeadings(view, piece));
  const lines = pieces.map((piece) => lineOf(view, piece));
  const all = [...pieces, ...raw.slice(SEARCHED)];
  const section = pieces.findIndex((_, i) => isSection(lines, i));
  const end = section < 0 ? pieces.length : section;
  const at = lines.findIndex((line, i) => i < end && ID_LINE.test(line.slice(0, 400)));
  const isTitle = (i: number): boolean =>
    lines[i]!.length < 300 &&
    lines[i]!.length > 5 &&
    pieces[i]!.kind !== 'row' &&
    !isChrome(lines[i]!) &&
    !FIELD.test(lines[i]!) &&
    !/^[*•-] /.test(lines[i]!);
  const indexes = pieces.map((_, i) => i).slice(0, end);
  const marked = indexes.filter((i) => pieces[i]!.kind === 'heading' && isTitle(i) && knownRank(lines[i]!) === null);
  if (at < 0) return withoutId(pieces, lines, section, marked[0], all);

  const inLine = titleInLine(view, pieces[at]!, lines[at]!);
  if (inLine !== null) return { title: inLine, body: all.slice(at + 1) };
  const above = indexes.slice(0, at).reverse();
  const heading = above.find((i) => marked.includes(i));
  if (heading !== undefined) return { title: lines[heading]!, body: all.slice(at + 1) };
  const below = indexes.slice(at + 1).find(isTitle);
  if (below !== undefined && !/[.:]$/.test(lines[below]!)) return { title: lines[below]!, body: all.slice(below + 1) };
  const before = above.find(isTitle);
  return { title: before === undefined ? '' : lines[before]!, body: all.slice(at + 1) };
}

/** The title behind 'Article ID: 943371 - Last Review: … - Revision: 2.2', or null. */
function titleInLine(view: string, piece: Piece, line: string): string | null {
  if (piece.kind === 'row') return null;
  const id = ID_LINE.exec(line)!;
  const start = id.index + id[0].length;
  const tail = ID_TAIL.exec(line.slice(start))?.[0].length ?? 0;
  const rest = partOf(view, piece, piece.from + start + tail, piece.to);
  const title = rest ? oneLine(lineOf(view, rest)) : '';
  return title.length > 8 && !isChrome(title) ? title : null;
}

/** A page without an id: a heading of markup, or what stands before the first section, if it reads like a title. */
function withoutId(
  pieces: readonly Piece[],
  lines: readonly string[],
  section: number,
  marked: number | undefined,
  all: Piece[],
): PageHeader {
  if (marked !== undefined) return { title: oneLine(lines[marked]!), body: all.slice(marked + 1) };
  const published = lines.findIndex((line) => /^This article was previously published under/.test(line));
  const above = lines.slice(0, Math.max(0, published)).findLastIndex((line) => !isChrome(line) && line.length > 5);
  if (above >= 0 && !/^[*•-] /.test(lines[above]!))
    return { title: oneLine(lines[above]!), body: all.slice(published) };
  const first = lines.findIndex((line) => !isChrome(line));
  if (first < 0 || (section >= 0 && first >= section)) return { title: '', body: all };
  const line = lines[first]!;
  const next = pieces[first + 1];
  const alone = next === undefined || next.gap || first + 1 === section || FIELD.test(lines[first + 1]!);
  const reads = !/[.:;,]$/.test(line) && !/^[*•-] |^\d{5,7}\b/.test(line) && /^["'[(]?[A-Z0-9]/.test(line);
  return alone && reads && line.length < 260
    ? { title: oneLine(line), body: all.slice(first + 1) }
    : { title: '', body: all };
}

const lineOf = (view: string, piece: Piece): string => {
  const line = view.slice(piece.from, Math.min(piece.to, piece.from + 2000));
  return piece.kind === 'row' || piece.kind === 'heading' ? oneLine(line) : line;
};

const oneLine = (line: string): string => line.replace(/\s{1,400}/g, ' ').trim();

/** Whether a line is the heading of a page's first section, not its entry in 'On This Page'. */
function isSection(lines: readonly string[], i: number): boolean {
  if (knownRank(lines[i]!) === null) return false;
  const next = lines[i + 1];
  return next === undefined || knownRank(next) === null || next === next.toUpperCase();
}
