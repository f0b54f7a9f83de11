import type { Piece } from './pieces.ts';

/** What ends a sentence, or part of one, at a line's end. */
export const ENDS = /[.!?:;,]["')\]]{0,2}$/;
/** A word that no heading, title or sentence ends with: the next line goes on. */
export const DANGLING =
  /\b(?:a|an|the|to|of|in|on|for|with|and|or|by|that|is|are|click|type|named|from|at|as|if|you|your|this)$/i;
/** What begins a sentence of its own, and no title. */
export const SENTENCE_START =
  /^(?:For (?:more|additional)|Note|Important|To |You |Your |If |The following|This |These |When |After |Before |Microsoft has|Do not|Follow|Install |In this|Also|However)/;

/** The first 200 characters of a piece: as much of a line as any rule looks at. */
export const lineOf = (view: string, piece: Piece): string =>
  view.slice(piece.from, Math.min(piece.to, piece.from + 200));
