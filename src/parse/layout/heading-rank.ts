import { bulletLength } from './bullets.ts';
import type { RankedBlock } from './levels.ts';
import type { Page, Piece } from './pieces.ts';
import { DANGLING, ENDS, lineOf, SENTENCE_START } from './sentence-marks.ts';
import { gapCells, isRule } from './table-cells.ts';
import { tableAt } from './tables.ts';
import { type HeadingRank, knownRank, namesProduct } from './vocabulary.ts';

/** A page whose pieces are being read; `marked` says that markup tells its headings, so that no other line is one. */
export interface Reading extends Page {
  marked: boolean;
}

const CONTENT_PARTS =
  /^(?:prerequisites?|restart (?:requirements?|information)|registry information|.*replacement information)$/i;
const NO_HEADING_START =
  /^(?:Note|Important|Warning|Caution|Error|Event|Source|Type|Description|Date|Time|User|Computer|Data|Category|Facility|Log|STOP|HKEY|Copy|Press|Click)\b/;

/** Whether the piece is a heading, and of which rank. */
export function headingRank(
  page: Reading,
  pieces: readonly Piece[],
  i: number,
  last: RankedBlock | undefined,
): HeadingRank | null {
  const { view } = page;
  const piece = pieces[i]!;
  const length = piece.to - piece.from;
  const line = lineOf(view, piece);
  if (piece.kind === 'heading') {
    return knownRank(line) ?? (namesProduct(line) ? 'product' : 'other');
  }
  if (piece.kind !== 'text' || length > 160) return null;
  const known = knownRank(line);
  if (isUnderlined(view, piece, pieces[i + 1])) return known ?? (namesProduct(line) ? 'product' : 'other');
  if (known !== null && (piece.gap || closed(view, last))) {
    // 'Status' may end a wrapped sentence: what follows must not go on in lower case.
    return goesOn(view, piece, pieces[i + 1]) ? null : known;
  }
  if (!piece.gap && !closed(view, last)) return null;
  const next = pieces[i + 1];
  if (namesProduct(line) && !DANGLING.test(line) && !goesOn(view, piece, next))
    return isContent(view, pieces, i, last) ? null : 'product';
  return !page.marked &&
    next &&
    isTitleLike(line, length) &&
    !isAnswer(view, pieces, i, last) &&
    standsAlone(view, pieces, i)
    ? 'other'
    : null;
}

/** 'Windows NT 3.51' over '---------------': the rule is about as long as the words, and the words are no columns. */
const isUnderlined = (view: string, piece: Piece, next: Piece | undefined): boolean =>
  next !== undefined &&
  !next.gap &&
  isRule(view, next.from, next.to) &&
  Math.abs(next.to - next.from - (piece.to - piece.from)) <= 3 &&
  gapCells(view, piece).length === 1;

/** Whether a line reads like a heading that nobody knows: capital first, no sentence, no code, no event's field. */
function isTitleLike(line: string, length: number): boolean {
  if (length > 120 || length < 4 || ENDS.test(line) || NO_HEADING_START.test(line) || DANGLING.test(line)) return false;
  if (!/^[A-Z0-9"][^\\=<>{}|;]*$/.test(line) || !/[a-z]/.test(line) || (!/ /.test(line) && length < 6)) return false;
  if (bulletLength(line) > 0 || /^\d{5,7}\b/.test(line) || /\.\w{3}\b.*\d:\d\d/.test(line)) return false;
  return !VERB.test(line) || /\b(?:that|which|how|what|why|who|when|where|if)\b/i.test(line);
}

/** How many pieces make a heading that is wrapped over two lines between blank lines; 0 where none starts here. */
export function wrappedHeading(
  { view, marked }: Reading,
  pieces: readonly Piece[],
  i: number,
  last: RankedBlock | undefined,
): number {
  const [first, second, third] = [pieces[i]!, pieces[i + 1], pieces[i + 2]];
  if (marked || first.kind !== 'text' || second?.kind !== 'text' || third === undefined) return 0;
  if (!first.gap || second.gap || !third.gap || first.to - first.from < 40 || second.to - first.from > 170) return 0;
  const line = view.slice(first.from, second.to).replace(/\s{1,20}/g, ' ');
  const wrapped =
    first.to - first.from >= 60 || DANGLING.test(lineOf(view, first)) || /^[a-z]/.test(lineOf(view, second));
  return wrapped && isTitleLike(line, 5) && !SENTENCE_START.test(line) && !isAnswer(view, pieces, i, last) ? 2 : 0;
}

/** Whether the text before asks for this line: 'the following:' or a part that it fills. */
const isAnswer = (view: string, pieces: readonly Piece[], i: number, last: RankedBlock | undefined): boolean =>
  lastEndsWithColon(view, last) || isContent(view, pieces, i, last);

/** Whether blank lines, or what follows, set the line apart from the text below it. */
function standsAlone(view: string, pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i]!;
  const next = pieces[i + 1]!;
  const line = lineOf(view, piece);
  const nextLine = lineOf(view, next);
  if (next.gap || tableAt(view, pieces, i + 1))
    return piece.gap && next.kind !== 'item' && bulletLength(nextLine) === 0;
  if (!piece.open || line.length > 90 || SENTENCE_START.test(line) || !/^[A-Z"]/.test(nextLine)) return false;
  // Where lines are whole paragraphs, a short line above a long one is its heading.
  const isParagraph = next.to - next.from > 120;
  if (piece.gap) return isParagraph;
  // A text without blank lines: a short line after a finished sentence, before one that begins anew.
  return (isParagraph || !/\d$/.test(line)) && !/, /.test(line) && / /.test(line);
}

/** Whether the next line goes on with this one's sentence. */
const goesOn = (view: string, piece: Piece, next: Piece | undefined): boolean =>
  next !== undefined && !next.gap && piece.open && /[a-z]/.test(view[next.from] ?? '');

const VERB = /\b(?:is|are|was|were|does|do|can|must|may|will|should|has|have|you|click|use|type|see)\b/;

/** A product named below 'Prerequisites' or after a colon is what the text says, unless text of its own follows. */
function isContent(view: string, pieces: readonly Piece[], i: number, last: RankedBlock | undefined): boolean {
  if (last === undefined) return false;
  if (last.block.kind === 'paragraph')
    return lastEndsWithColon(view, last) && !(pieces[i + 1] && tableAt(view, pieces, i + 1));
  if (last.block.kind !== 'heading' || !CONTENT_PARTS.test(view.slice(last.block.from, last.block.to))) return false;
  let j = i + 1;
  while (j < pieces.length && namesProduct(lineOf(view, pieces[j]!))) j++;
  return j >= pieces.length || knownRank(lineOf(view, pieces[j]!)) !== null;
}

function closed(view: string, last: RankedBlock | undefined): boolean {
  if (last === undefined || last.block.kind === 'heading' || last.block.kind === 'table') return true;
  if (last.block.kind === 'citation') return true;
  return (
    ENDS.test(view.slice(Math.max(last.block.from, last.block.to - 4), last.block.to)) &&
    view[last.block.to - 1] !== ','
  );
}

const lastEndsWithColon = (view: string, last: RankedBlock | undefined): boolean =>
  last !== undefined && last.block.kind !== 'heading' && view[last.block.to - 1] === ':';
