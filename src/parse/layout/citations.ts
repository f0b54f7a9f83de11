import { matchesIn, type Piece, partOf } from './pieces.ts';

const NUMBER = /(?:(?:KB|Q|MSKB) {0,3})?\d{5,8}(?![\d-]|\.\d)/y;
const ADDRESS = /\(?\s{0,4}https?:\/\/[^\s()]{1,300}\s{0,4}(?:\)\s{0,3}:?|$)/y;
const TITLE_START = /["'([]{0,2}(?:[A-Z0-9]|\.NET)/;

/** How a line cites: `whole` where number and title stand in it, `open` where the title is still to come. */
export type CitationForm = 'whole' | 'open';

/**
 * Whether a citation starts at `from`: '836993 How to obtain …', '824684 (http://…) Description of …', or a number
 * that fills the line, with address and title on the next ones. `text` is the untouched text, in which a number's
 * U+FFFD or 'Â' still stands.
 */
export function citationAt(text: string, view: string, from: number, to: number): CitationForm | null {
  NUMBER.lastIndex = from;
  const number = NUMBER.exec(view)?.[0];
  if (number === undefined) return null;
  const end = from + number.length;
  if (end > to) return null;
  const marked = /[\ufffd\u00c2\u00a0]|\]\(|ï¿½/.test(text.slice(end, end + 2)) || text[from - 1] === '[';
  let i = skipBlanks(view, end, to);
  if (i >= to) return 'open';
  if (view[i] === '(' && skipBlanks(view, i + 1, to) >= to) return 'open';
  ADDRESS.lastIndex = i;
  const address = ADDRESS.exec(view);
  if (address) {
    i = skipBlanks(view, i + address[0].length, to);
    return i >= to ? 'open' : 'whole';
  }
  const gap = view.slice(end, i);
  if (view[i] === ':' || view[i] === ',') {
    if (view[i] === ',' && !/^(?:KB|Q)/.test(number)) return null;
    i = skipBlanks(view, i + 1, to);
    if (i >= to) return null;
  } else if (view[i] === '-' || view[i] === '–') i = skipBlanks(view, i + 1, to);
  else if (gap === '' && !marked) return null;
  if (marked) return 'whole';
  if (!TITLE_START.test(view.slice(i, i + 4))) return null;
  return i + 8 < to ? 'whole' : null;
}

const skipBlanks = (view: string, from: number, to: number): number => {
  let i = from;
  while (i < to && (view.charCodeAt(i) === 32 || view.charCodeAt(i) === 9 || view.charCodeAt(i) === 10)) i++;
  return i;
};

const AFTER_COLON =
  /(?:Knowledge\s{1,3}Base|articles?|articles? number|bulletin)\s{0,3}:\s{0,40}(?=(?:(?:KB|Q) ?)?\d{5,7}(?:\D|$))/gi;

/**
 * Cuts a piece before a number that follows '…in the Microsoft Knowledge Base:' in the same line, so that the
 * citation stands on its own.
 */
export function splitCitations(text: string, view: string, piece: Piece): Piece[] {
  const pieces: Piece[] = [];
  let at = piece.from;
  for (const { to } of matchesIn(view, piece, AFTER_COLON)) {
    let from = to;
    if (from < at) continue;
    const form = citationAt(text, view, from, piece.to);
    if (form === null) continue;
    const before = partOf(view, piece, at, from, at === piece.from ? {} : { gap: true, kind: 'text' });
    if (before) pieces.push(before);
    at = from;
    // A title that is followed by the next 'For more information' ends there.
    const next = /\s(?=(?:For (?:more|additional) information|To (?:resolve|work around)|Note )[ ,])/.exec(
      view.slice(from, Math.min(piece.to, from + 600)),
    );
    if (next) {
      const title = partOf(view, piece, from, from + next.index, { gap: true, open: false, kind: 'text' });
      if (title) pieces.push(title);
      from += next.index;
      at = from;
    }
  }
  if (at === piece.from) return [piece];
  const rest = partOf(view, piece, at, piece.to, { gap: true, kind: 'text' });
  if (rest) pieces.push(rest);
  return pieces;
}
