import type { Span } from '../../model/article.ts';
import { linesOf } from './lines.ts';
import { createMask, type Mask } from './mask.ts';
import { matchesIn, type Piece } from './pieces.ts';

/** A Markdown text with its markers taken out, and its lines as pieces. */
export interface MarkdownText {
  view: string;
  pieces: Piece[];
}

const ADDRESS = '(?:[^()\\s]|\\([^()\\s]{0,80}\\)){0,800}(?: "[^"\\n]{0,200}")?\\)';
// Images, includes and alerts; a link's end with its address; brackets, emphasis, code, escapes, tags, comments.
const TOKENS = new RegExp(
  [
    '!\\[\\[[^\\[\\]\\n]{0,400}\\]\\]',
    `!\\[[^\\[\\]\\n]{0,300}\\]\\(${ADDRESS}`,
    `\\[!INCLUDE ?\\[[^\\[\\]\\n]{0,200}\\]\\(${ADDRESS}\\]?`,
    '\\[!(?:NOTE|IMPORTANT|TIP|WARNING|CAUTION)\\]',
    ':::image [^\\n]{0,1500}?:::',
    `\\]\\(${ADDRESS}`,
    '[\\[\\]]',
    '\\*{1,3}',
    '_{1,2}',
    '`{1,3}',
    '\\\\[\\\\`*_{}\\[\\]<>()#+.!|~-]',
    '<!--[^\\n]{0,400}?-->',
    '</?(?:br|p|b|i|a|em|strong|sup|sub|u|table|thead|tbody|tr|td|th|ul|ol|li|div|span|img|code|pre|details|summary|hr|font)\\b[^<>\\n]{0,400}>',
  ].join('|'),
  'g',
);
const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
const isBlank = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);

/** The article that an address names ('https://support.microsoft.com/help/4048992', '…scid=kb;en-us;262352'), or null. */
export function addressedArticle(address: string): string | null {
  // '#top' and '#appliesto' lead back into the page itself.
  if (address.includes('#')) return null;
  const m =
    /support\.microsoft\.com\/.{0,200}?(?:kb\/|help\/|kb;[a-z-]{0,12};|articleid=|kbid=)(?:Q|KB)?(\d{5,8})\b/i.exec(
      address.slice(0, 400),
    );
  return m ? m[1]! : null;
}

/** Whether a text is written with Markdown's markers. */
export const usesMarkdown = (text: string): boolean =>
  /\]\(https?:/.test(text) || /(?:^|\n)#{1,6} \S/.test(text) || /\*\*[A-Z]/.test(text);

/** Takes Markdown's markers out of `view` at equal length, and tells headings and code apart; `hidden` spans are passed over. */
export function readMarkdown(view: string, hidden: readonly Span[] = []): MarkdownText {
  const mask = createMask(view);
  const pieces: Piece[] = [];
  let code = false;
  let gap = true;
  let next = 0;
  for (const line of linesOf(view)) {
    while (next < hidden.length && hidden[next]!.to <= line.from) next++;
    if (next < hidden.length && line.from >= hidden[next]!.from) {
      code = false;
      gap = true;
      continue;
    }
    let start = line.from;
    if (view.startsWith('```', start) || view.startsWith('~~~', start)) {
      // A fence that opens and closes in one line is inline code.
      if (view.indexOf('```', start + 3) < 0 || view.indexOf('```', start + 3) >= line.to) code = !code;
      mask.blank(start, line.to);
      gap = true;
      continue;
    }
    if (code) {
      if (start < line.to)
        pieces.push({ kind: 'text', level: 0, from: start, to: line.to, indent: line.indent, gap, open: false });
      gap = start >= line.to;
      continue;
    }
    while (view[start] === '>' && start < line.to) {
      mask.blank(start, start + 1);
      start++;
      while (view[start] === ' ' && start < line.to) start++;
    }
    const hashes = /^(?:\| ?)?(#{1,6})(?:\s{1,4}|$)/.exec(view.slice(start, Math.min(line.to, start + 14)));
    let level = 0;
    if (hashes) {
      level = view[start] === '|' ? 0 : hashes[1]!.length;
      const at = view.indexOf('#', start);
      mask.blank(at, at + hashes[1]!.length);
      if (level > 0) start = at + hashes[1]!.length;
    }
    const rest = { from: start, to: line.to };
    const hides = maskLine(view, rest.from, rest.to, mask);
    while (rest.from < rest.to && isBlank(view[rest.from])) rest.from++;
    if (rest.from >= rest.to || hides) {
      gap = true;
      continue;
    }
    const shared = { from: rest.from, to: rest.to, indent: line.indent };
    if (level > 0) pieces.push({ ...shared, kind: 'heading', level: Math.max(1, level - 1), gap: true, open: false });
    else pieces.push({ ...shared, kind: 'text', level: 0, gap, open: !view.startsWith('  ', line.to) });
    gap = level > 0;
  }
  const masked = mask.view();
  return { view: masked, pieces: pieces.flatMap((piece) => trimmed(masked, piece)) };
}

/** Masks the markers of one line; true where nothing readable is left. */
function maskLine(view: string, from: number, to: number, mask: Mask): boolean {
  const line = view.slice(from, to);
  let bracket = -1;
  let removed = 0;
  for (const { from: start, to: stop } of matchesIn(line, { from: 0, to: line.length }, TOKENS)) {
    const token = line.slice(start, stop);
    const at = from + start;
    const end = from + stop;
    const before = line[start - 1];
    const after = line[stop];
    if (token.startsWith('](')) {
      keepAddress(view, bracket < 0 ? at : bracket, at, end, mask);
      removed += token.length;
      continue;
    }
    if (token === '[') bracket = at;
    if (token[0] === '*') {
      if (isBlank(before) && (isBlank(after) || (after === '.' && token === '*'))) continue;
    } else if (token[0] === '_') {
      if (isWord(before) && isWord(after)) continue;
    } else if (token[0] === '\\') {
      mask.put(at, end, token[1]!);
      continue;
    } else if (token.startsWith('<br')) {
      mask.put(at, at + 1, '\n');
      mask.blank(at + 1, end);
      continue;
    }
    if (token.length > 3) mask.blank(at, end);
    else mask.remove(at, end);
    removed += token.length;
  }
  return removed > 0 && removed >= line.trim().length;
}

/** Takes out a link's address, unless it alone says which article is meant. */
function keepAddress(view: string, textFrom: number, from: number, to: number, mask: Mask): void {
  const address = view.slice(from + 2, to - 1);
  const article = addressedArticle(address);
  if (article === null || view.slice(textFrom, from).includes(article)) {
    mask.remove(from, to);
    return;
  }
  mask.put(from, from + 2, ' (');
}

/** A piece as it stands in the finished view: without blanks at its ends, in two where a '<br>' parts it, gone where nothing is left. */
function trimmed(view: string, piece: Piece): Piece[] {
  const parts = linesOf(view, piece.from, piece.to).filter((line) => line.from < line.to);
  return parts.map(({ from, to }, i) => ({
    ...piece,
    from,
    to,
    gap: piece.gap && i === 0,
    open: piece.open && i === parts.length - 1,
  }));
}
