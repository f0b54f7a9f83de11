import type { Span } from '../../model/article.ts';
import { columnType } from './columns.ts';
import type { Piece } from './pieces.ts';

/** Sorts a page's pieces into its tables, and tells tables of data from tables that only lay a page out. */
export interface TableFrames {
  add(piece: Piece): void;
  open(name: string): void;
  close(name: string): void;
  /** All pieces in reading order; the cells of a table of data are rows. */
  finish(): Piece[];
}

interface Frame {
  rows: Piece[][][];
  /** Whether the table holds another table, a heading or a list, as only layout does. */
  layout: boolean;
}

const DEEPEST = 40;
const MARKER = /^\s{0,400}(?:\d{1,3}\.|[a-z]\.|[•o*·-]|&bull;|&#8226;)\s{0,400}$/;

/** Starts the sorting of the pieces of `text`. */
export function createTableFrames(text: string): TableFrames {
  const done: Piece[] = [];
  const frames: Frame[] = [];
  let ignored = 0;
  const add = (piece: Piece): void => {
    const frame = frames.at(-1);
    if (!frame) {
      done.push(piece);
      return;
    }
    if (piece.kind === 'heading' || piece.kind === 'item') frame.layout = true;
    if (frame.rows.length === 0) frame.rows.push([]);
    const row = frame.rows.at(-1)!;
    if (row.length === 0) row.push([]);
    row.at(-1)!.push(piece);
  };
  const end = (): void => {
    const frame = frames.pop();
    if (frame) for (const piece of piecesOf(text, frame)) add(piece);
  };
  return {
    add,
    open(name) {
      const frame = frames.at(-1);
      if (name === 'table') {
        if (frame) frame.layout = true;
        if (frames.length < DEEPEST) frames.push({ rows: [], layout: false });
        else ignored++;
      } else if (frame && ignored === 0) {
        if (name === 'tr') frame.rows.push([]);
        else if (name === 'td' || name === 'th') {
          if (frame.rows.length === 0) frame.rows.push([]);
          frame.rows.at(-1)!.push([]);
        }
      }
    },
    close(name) {
      if (name !== 'table') return;
      if (ignored > 0) ignored--;
      else end();
    },
    finish() {
      while (frames.length > 0) end();
      return done;
    },
  };
}

function piecesOf(text: string, frame: Frame): Piece[] {
  const rows = frame.rows.filter((row) => row.some((cell) => cell.length > 0));
  const textOf = (cell: readonly Piece[]): string =>
    cell.length === 0 ? '' : text.slice(cell[0]!.from, Math.min(cell.at(-1)!.to, cell[0]!.from + 400));
  if (!frame.layout && isData(rows, textOf)) {
    return rows.map((row, i) => rowPiece(row, i === 0));
  }
  return rows.flatMap((row) => {
    // '<td>1.</td><td>Start …</td>': a numbered list that is laid out as a table.
    const [mark, content] = row;
    if (row.length === 2 && mark!.length === 1 && content!.length > 0 && MARKER.test(textOf(mark!))) {
      return content!.map((piece, k) =>
        k === 0 && piece.kind === 'text' ? { ...piece, kind: 'item' as const, level: 1 } : piece,
      );
    }
    return row.flat();
  });
}

/** Data: several cells a row, each short; or a head of known column names. */
function isData(rows: readonly Piece[][][], textOf: (cell: readonly Piece[]) => string): boolean {
  const filled = rows.filter((row) => row.filter((cell) => cell.length > 0).length >= 2);
  if (filled.length === 0) return false;
  if (rows.every((row) => row.length === 2 && MARKER.test(textOf(row[0]!)))) return false;
  const known = rows[0]!.filter((cell) => columnType(textOf(cell).trim()) !== null).length;
  if (known >= 2) return true;
  return (
    filled.length * 2 >= rows.length &&
    rows.every((row) => row.every((cell) => cell.length <= 2 && textOf(cell).length < 300))
  );
}

function rowPiece(row: readonly Piece[][], first: boolean): Piece {
  const pieces = row.flat();
  const from = pieces[0]!.from;
  const to = pieces.at(-1)!.to;
  let at = from;
  const cells: Span[] = row.map((cell) => {
    const span = cell.length === 0 ? { from: at, to: at } : { from: cell[0]!.from, to: cell.at(-1)!.to };
    at = span.to;
    return span;
  });
  return { kind: 'row', level: 0, from, to, indent: 0, gap: first, open: false, cells };
}
