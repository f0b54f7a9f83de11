import type { Block, Span } from '../../model/article.ts';
import { readBlocks, refinePieces } from './body.ts';
import { bulletLength } from './bullets.ts';
import { endsPage, isChrome } from './navigation.ts';
import { type Page, type Piece, trimSpan } from './pieces.ts';
import { isRule } from './table-cells.ts';
import { knownRank, namesProduct } from './vocabulary.ts';

/** What a support page says besides its header: its products, its keywords, its body. */
export interface PageParts {
  appliesTo: Span[];
  keywords: string[];
  blocks: Block[];
}

/** A line that says something of the article and belongs to no section: its id, its revision, its views. */
const FIELD =
  /^(?:Article ID|Article Info|Last Review(?:ed)?|Last Updated|Last Modified|Article Last Modified|Revision|Created on|Published on|Exists online|Views|Original KB number|Original product version|Bug #|BUG #|KB number|Article number)(?:\s{0,3}[:|]|\s{1,3}on\s|\s{0,3}$)/i;
const QUERY_WORDS = /^Additional (?:query|reference) words\s{0,4}:/i;
const KEYWORDS = /^\|?\s{0,8}(?:Keywords|Properties)\s{0,8}:\s{0,8}\|?/i;
const KEYWORD_LINE = /^\|?\s{0,4}kb[\w.]{2,60}(?:[\s,;|]|$)/i;
const APPLIES = /^APPLIES TO(?:\s{0,3}:)?\s{0,40}(?=$|[-•*A-Z])/i;

/** Reads the pieces of one article after its header: takes out applies-to lists, keywords and page lines, and reads the rest. */
export function readPageParts(page: Page, raw: readonly Piece[]): PageParts {
  const { view } = page;
  const appliesTo: Span[] = [];
  const keywords = new Set<string>();
  const body: Piece[] = [];
  const pieces = refinePieces(page, withoutChrome(view, raw));
  let gap = false;
  let i = 0;
  while (i < pieces.length) {
    const piece = pieces[i]!;
    const line = lineOf(view, piece);
    if (endsPage(line) && body.length > 0) {
      i = afterPageEnd(view, pieces, i + 1);
      continue;
    }
    const applies = APPLIES.exec(line);
    if (applies && (applies[0].length < line.length || i + 1 < pieces.length) && isList(line, applies[0])) {
      i = readAppliesTo(view, pieces, i, applies[0].length, appliesTo);
      gap = true;
      continue;
    }
    if (KEYWORDS.test(line) || (QUERY_WORDS.test(line) && piece.kind !== 'heading')) {
      i = readKeywords(view, pieces, i, keywords);
      gap = true;
      continue;
    }
    if (FIELD.test(line) && line.length < 160 && piece.kind !== 'heading') {
      i++;
      gap = true;
      continue;
    }
    body.push(gap ? { ...piece, gap: true } : piece);
    gap = false;
    i++;
  }
  return { appliesTo: unique(page.view, appliesTo), keywords: [...keywords], blocks: readBlocks(page, body) };
}

/** The pieces without the page's own lines; what stood around such a line stays apart. */
function withoutChrome(view: string, raw: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let gap = false;
  for (const piece of raw) {
    if (isChrome(lineOf(view, piece))) {
      gap = true;
      continue;
    }
    kept.push(gap ? { ...piece, gap: true } : piece);
    gap = false;
  }
  return kept;
}

const lineOf = (view: string, piece: Piece): string => {
  const line = view.slice(piece.from, Math.min(piece.to, piece.from + 500));
  return piece.kind === 'row' ? line.replace(/\s{1,500}/g, ' ') : line;
};

/** 'Applies to' heads a list where nothing but a product follows in its line. */
const isList = (line: string, head: string): boolean =>
  head.length >= line.length - 1 || /:|^APPLIES TO/.test(head) || bulletLength(line.slice(head.length)) > 0;

/** After a page's end only a footer's keywords and products count: they may stand behind a feedback form. */
function afterPageEnd(view: string, pieces: readonly Piece[], i: number): number {
  let next = i;
  while (next < pieces.length) {
    const line = lineOf(view, pieces[next]!);
    if (KEYWORDS.test(line) || /^APPLIES TO$/i.test(line)) return next;
    next++;
  }
  return next;
}

function readAppliesTo(view: string, pieces: readonly Piece[], i: number, length: number, found: Span[]): number {
  const head = pieces[i]!;
  const rest = trimSpan(view, head.from + length, head.to);
  if (rest.from < rest.to) {
    const mark = bulletLength(view.slice(rest.from, rest.from + 12));
    if (mark > 0) found.push(product(view, rest.from + mark, rest.to));
    else for (const span of productList(view, rest.from, rest.to)) found.push(span);
    if (mark === 0) return i + 1;
  }
  let next = i + 1;
  let bulleted: boolean | null = rest.from < rest.to ? true : null;
  while (next < pieces.length) {
    const piece = pieces[next]!;
    const line = lineOf(view, piece);
    const mark = piece.kind === 'item' ? 0 : bulletLength(line);
    const isBullet = piece.kind === 'item' || mark > 0;
    if (piece.kind === 'heading' || piece.opens || knownRank(line) !== null || FIELD.test(line) || KEYWORDS.test(line))
      break;
    if (endsPage(line) || QUERY_WORDS.test(line) || isRule(view, piece.from, piece.to)) break;
    bulleted ??= isBullet;
    if (isBullet) found.push(product(view, piece.from + mark, piece.to));
    else if (bulleted) {
      // A bullet that wraps goes on without a blank line.
      if (piece.gap || found.length === 0 || /[.:]$/.test(line) || line.length > 120) break;
      found[found.length - 1]!.to = product(view, found[found.length - 1]!.from, piece.to).to;
    } else {
      if (line.length > 160 || /[.?!]$/.test(line) || (piece.gap && next > i + 1 && !namesProduct(line))) break;
      for (const span of productList(view, piece.from, piece.to, '')) found.push(span);
    }
    next++;
  }
  return next;
}

const WITH = /,?\s{1,4}when used with:?$/i;

/** A product's span, without the 'when used with' that leads to the bullets below it. */
function product(view: string, from: number, to: number): Span {
  const { from: first, to: last } = trimSpan(view, from, to);
  const tail = WITH.exec(view.slice(Math.max(first, last - 30), last));
  return { from: first, to: tail ? last - tail[0].length : last };
}

const CONTINUES =
  /^(?:and )?(?:Standard|Enterprise|Datacenter|Professional|Developer|Workgroup|Web|Home|Premium|Ultimate|Business|Express|Personal|Evaluation|all|version|versions|x64|x86|\d\d-bit|Service Pack|SP\d|Terminal Server|when|with|for|English|current)\b/i;

/** Whether the next product of a list without commas begins at `i`: '…Enterprise EditionMicrosoft Windows Server 2003…'. */
function startsProduct(view: string, from: number, i: number, to: number): boolean {
  const before = view[i - 1] ?? '';
  if (i === from || !/[A-Z]/.test(view[i]!) || (before !== ' ' && !/[a-z0-9)]/.test(before))) return false;
  const rest = view.slice(i, Math.min(to, i + 30));
  if (before === ' ')
    return (
      /^Microsoft [A-Z]/.test(rest) &&
      !/(?:[,(]|\b(?:for|with|and|on|of|the)) $/.test(view.slice(Math.max(from, i - 6), i))
    );
  return /^(?:Microsoft|Windows|Exchange|SQL Server|Office) [A-Z0-9]/.test(rest);
}

/** The products of a line with commas: 'Windows 7 Service Pack 1, Windows Server 2012 R2'; or glued together, where `separators` is empty. */
export function productList(view: string, from: number, to: number, separators = ',;'): Span[] {
  const products: Span[] = [];
  let depth = 0;
  let start = from;
  const push = (end: number): void => {
    const span = product(view, start, end);
    if (span.from < span.to) products.push(span);
  };
  for (let i = from; i < to; i++) {
    const sign = view[i];
    if (sign === '(') depth++;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && startsProduct(view, from, i, to)) {
      push(i);
      start = i;
    } else if (depth === 0 && separators.includes(sign!)) {
      const rest = view.slice(i + 1, Math.min(to, i + 40)).trimStart();
      if (sign === ',' && CONTINUES.test(rest)) continue;
      push(i);
      start = i + 1;
    }
  }
  push(to);
  return products;
}

function readKeywords(view: string, pieces: readonly Piece[], i: number, keywords: Set<string>): number {
  const piece = pieces[i]!;
  const line = view.slice(piece.from, Math.min(piece.to, piece.from + 20_000));
  const isKeywords = KEYWORDS.exec(line);
  const add = (text: string): void => {
    for (const word of text.split(/[\s,;|]{1,40}/)) if (/^[\w.#+-]{2,80}$/.test(word)) keywords.add(word);
  };
  if (isKeywords) add(line.slice(isKeywords[0].length));
  let next = i + 1;
  while (next < pieces.length && isKeywords) {
    const more = view.slice(pieces[next]!.from, Math.min(pieces[next]!.to, pieces[next]!.from + 20_000));
    if (!KEYWORD_LINE.test(more) && !(next === i + 1 && areKeywords(more))) break;
    if (pieces[next]!.opens) break;
    add(more);
    next++;
  }
  return next;
}

/** Words without a sentence around them, one of which begins as keywords do: 'atdownload kbbug kbfix'. */
function areKeywords(line: string): boolean {
  if (line.length > 2000) return false;
  const words = line.split(/[\s,;]/).filter((word) => word !== '');
  return words.every((word) => /^[\w+#-]{2,60}$/.test(word)) && words.some((word) => /^kb[a-z]/i.test(word));
}

function unique(view: string, spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return spans.filter((span) => {
    const name = view.slice(span.from, span.to);
    if (span.from >= span.to || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
