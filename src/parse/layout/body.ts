import type { Block } from '../../model/article.ts';
import { bulletLength, splitBullets } from './bullets.ts';
import { citationAt, splitCitations } from './citations.ts';
import { splitGluedHeadings } from './glued-headings.ts';
import { type RankedBlock, setLevels } from './levels.ts';
import type { Piece } from './pieces.ts';
import { isRule, tableAt } from './tables.ts';
import { type HeadingRank, knownRank, namesProduct } from './vocabulary.ts';

/** A page in one dialect: its untouched text and its view. */
export interface Page {
  text: string;
  view: string;
}

/** A page whose pieces are being read; `marked` says that markup tells its headings, so that no other line is one. */
interface Reading extends Page {
  marked: boolean;
}

/** A bullet whose character no decoder knew. */
const LOST_BULLET = /\ufffd[ \t]{1,2}$/;

/** Cuts pieces where headings, bullets and citations are glued to other text. */
export function refinePieces({ text, view }: Page, pieces: readonly Piece[]): Piece[] {
  const bulleted = pieces.some((piece) => view.startsWith('- ', piece.from));
  return pieces
    .map((piece) =>
      piece.kind === 'text' && LOST_BULLET.test(text.slice(Math.max(0, piece.from - 3), piece.from))
        ? { ...piece, kind: 'item' as const, level: 1 }
        : piece,
    )
    .flatMap((piece) => (piece.kind === 'text' || piece.kind === 'item' ? splitGluedHeadings(view, piece) : [piece]))
    .flatMap((piece) => (bulleted && piece.kind === 'text' ? splitBullets(view, piece) : [piece]))
    .flatMap((piece) => (piece.kind === 'text' || piece.kind === 'item' ? splitCitations(text, view, piece) : [piece]));
}

/** The blocks of refined pieces [from, to): headings with levels, paragraphs, items, citations and tables. */
export function readBlocks({ text, view }: Page, pieces: readonly Piece[]): Block[] {
  const page: Reading = {
    text,
    view,
    marked: pieces.filter((piece) => piece.kind === 'heading' && piece.level > 0).length > 1,
  };
  const blocks: RankedBlock[] = [];
  const add = (block: Block, rank: HeadingRank | null = null, level = 0): void => {
    if (block.from < block.to) blocks.push({ block, rank, level });
  };
  let i = 0;
  while (i < pieces.length) {
    const piece = pieces[i]!;
    const table = tableAt(view, pieces, i);
    if (table) {
      add(table.block);
      i = table.next;
      continue;
    }
    if (isRule(view, piece.from, piece.to) || isPreview(view, piece, pieces[i + 1])) {
      i++;
      continue;
    }
    const rank = headingRank(page, pieces, i, blocks.at(-1));
    if (rank !== null) {
      const level = piece.opens ? 1 : piece.level;
      add({ kind: 'heading', level: 1, from: piece.from, to: trimColon(view, piece) }, rank, level);
      i++;
      continue;
    }
    i = flow(text, view, pieces, i, add);
  }
  return setLevels(view, blocks);
}

/** 'The Transact-SQL KILL command is used to … Eac...': the first words of a section, which a folded page shows before it. */
const isPreview = (view: string, piece: Piece, next: Piece | undefined): boolean =>
  next !== undefined &&
  piece.to - piece.from < 200 &&
  view.startsWith('...', piece.to - 3) &&
  view.startsWith(view.slice(piece.from, piece.to - 3), next.from);

const trimColon = (view: string, piece: Piece): number => (view[piece.to - 1] === ':' ? piece.to - 1 : piece.to);

const CONTENT_PARTS =
  /^(?:prerequisites?|restart (?:requirements?|information)|registry information|.*replacement information)$/i;
const ENDS = /[.!?:;,]["')\]]{0,2}$/;
const NO_HEADING_START =
  /^(?:Note|Important|Warning|Caution|Error|Event|Source|Type|Description|Date|Time|User|Computer|Data|Category|Facility|Log|STOP|HKEY|Copy|Press|Click)\b/;
const DANGLING =
  /\b(?:a|an|the|to|of|in|on|for|with|and|or|by|that|is|are|click|type|named|from|at|as|if|you|your|this)$/i;

/** Whether the piece is a heading, and of which rank. */
function headingRank(
  page: Reading,
  pieces: readonly Piece[],
  i: number,
  last: RankedBlock | undefined,
): HeadingRank | null {
  const { view } = page;
  const piece = pieces[i]!;
  const length = piece.to - piece.from;
  const line = view.slice(piece.from, Math.min(piece.to, piece.from + 200));
  if (piece.kind === 'heading') {
    return knownRank(line) ?? (namesProduct(line) ? 'product' : 'other');
  }
  if (piece.kind !== 'text' || length > 160) return null;
  const known = knownRank(line);
  if (known !== null && (piece.gap || closed(view, last))) {
    // 'Status' may end a wrapped sentence: what follows must not go on in lower case.
    return goesOn(view, piece, pieces[i + 1]) ? null : known;
  }
  if (!piece.gap && !closed(view, last)) return null;
  const next = pieces[i + 1];
  const nextLine = next ? view.slice(next.from, Math.min(next.to, next.from + 200)) : '';
  if (namesProduct(line) && !DANGLING.test(line) && !goesOn(view, piece, next))
    return isContent(view, pieces, i, last) ? null : 'product';
  if (page.marked) return null;
  if (!next || length > 120 || length < 4 || ENDS.test(line) || NO_HEADING_START.test(line) || DANGLING.test(line))
    return null;
  if (!/^[A-Z0-9"][^\\=<>{}|;]*$/.test(line) || !/[a-z]/.test(line) || (!/ /.test(line) && length < 6)) return null;
  if (
    citesAfterColon(view, last) ||
    bulletLength(line) > 0 ||
    /^\d{5,7}\b/.test(line) ||
    /\.\w{3}\b.*\d:\d\d/.test(line)
  )
    return null;
  if (lastEndsWithColon(view, last) || isContent(view, pieces, i, last)) return null;
  if (VERB.test(line) && !/\b(?:that|which|how|what|why|who|when|where|if)\b/i.test(line)) return null;
  if (next.gap || tableAt(view, pieces, i + 1)) {
    return piece.gap && next.kind !== 'item' && bulletLength(nextLine) === 0 ? 'other' : null;
  }
  if (!piece.open || length > 90 || SENTENCE_START.test(line) || !/^[A-Z"]/.test(nextLine)) return null;
  // Where lines are whole paragraphs, a short line above a long one is its heading.
  if (piece.gap) return next.to - next.from > 120 ? 'other' : null;
  // A text without blank lines: a short line after a finished sentence, before one that begins anew.
  const whole = next.to - next.from > 120 || !/\d$/.test(line);
  return whole && !/, /.test(line) && / /.test(line) ? 'other' : null;
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

const lineOf = (view: string, piece: Piece): string => view.slice(piece.from, Math.min(piece.to, piece.from + 200));

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

const citesAfterColon = (view: string, last: RankedBlock | undefined): boolean =>
  lastEndsWithColon(view, last) &&
  /articles?|Knowledge\s+Base/.test(view.slice(Math.max(0, last!.block.to - 60), last!.block.to));

/** Reads a citation, an item or a paragraph from piece `i` on; returns the index after it. */
function flow(text: string, view: string, pieces: readonly Piece[], i: number, add: (block: Block) => void): number {
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
  if (isItem) add({ kind: 'item', level: piece.level || 1, from, to });
  else add({ kind: 'paragraph', from, to });
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
const SENTENCE_START =
  /^(?:For (?:more|additional)|Note|Important|To |You |Your |If |The following|This |These |When |After |Before |Microsoft has|Do not|Follow|Install |In this|Also|However)/;

/** The end of a citation whose number stands on a line of its own: its address, then its title, which may be wrapped. */
function titleEnd(text: string, view: string, pieces: readonly Piece[], i: number): number {
  let next = i + 1;
  const lineOf = (piece: Piece): string => view.slice(piece.from, Math.min(piece.to, piece.from + 300));
  while (next < pieces.length && next < i + 6 && ADDRESS_PART.test(lineOf(pieces[next]!))) {
    const line = lineOf(pieces[next]!);
    next++;
    // ') How to obtain …': the title stands behind the bracket.
    if (/\)\s{0,3}:?\s{0,3}[A-Za-z]/.test(line)) return wrapEnd(view, pieces, next - 1);
  }
  const title = pieces[next];
  if (!title || !joins(text, view, title, lineOf(title))) return next;
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
    const line = view.slice(piece.from, Math.min(piece.to, piece.from + 200));
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

const unfinished = (view: string, piece: Piece): boolean =>
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
  const line = view.slice(piece.from, Math.min(piece.to, piece.from + 200));
  if (bulletLength(line) > 0 || isRule(view, piece.from, piece.to)) return false;
  if (/^(?:Note|Important|Warning|Caution) [A-Z]/.test(line)) return false;
  if (isItem && piece.indent <= pieces[start]!.indent && SENTENCE_START.test(line) && !unfinished(view, before))
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
