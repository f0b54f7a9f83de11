import { matchesIn, type Piece, partOf } from './pieces.ts';

const BULLET =
  /^(?:[•●▪◦‣·*+–?]|-(?!-)|o(?=\s{1,8}[A-Z])|\d{1,3}[.)](?=\s)|[a-hA-H][.)](?=\s))[ \t]{1,8}(?=\S)|^[•●▪](?=\S)/;

/** The length of a line's bullet or step number with its blanks; 0 where it has none. */
export const bulletLength = (line: string): number => BULLET.exec(line.slice(0, 14))?.[0].length ?? 0;

const INLINE = /[.!?:)"] - (?=[A-Z])|\S {1,4}(?=[•●▪] ?\S)/g;

/** Cuts a piece before bullets that a copy left in the middle of a line: '…steps to work. - Use the Kill.exe utility'. */
export function splitBullets(view: string, piece: Piece): Piece[] {
  const pieces: Piece[] = [];
  let at = piece.from;
  for (const { from, to } of matchesIn(view, piece, INLINE)) {
    const cut = view[to - 2] === '-' ? from + 2 : to;
    if (cut + 2 >= piece.to) break;
    const part = partOf(view, piece, at, cut, at === piece.from ? {} : { gap: false });
    if (part) pieces.push(part);
    at = cut;
  }
  if (at === piece.from) return [piece];
  const rest = partOf(view, piece, at, piece.to, { gap: false });
  if (rest) pieces.push(rest);
  return pieces;
}
