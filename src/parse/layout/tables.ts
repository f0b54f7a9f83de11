import type { Block, Span, TableRow } from '../../model/article.ts';
import { type Column, type ColumnType, columnsOf, columnType, isFileHead } from './columns.ts';
import type { Piece } from './pieces.ts';
import { type Split, splitsOf } from './split-row.ts';
import { barCells, barsIn, gapCells, isRule, tabCells } from './table-cells.ts';

/** A table that was recognised among pieces, and the index of the piece after it. */
export interface FoundTable {
  block: Extract<Block, { kind: 'table' }>;
  next: number;
}

/** The table that starts at piece `i`, or null: rows of markup, bars, a head of known columns, or rows alone. */
export function tableAt(view: string, pieces: readonly Piece[], i: number): FoundTable | null {
  const piece = pieces[i]!;
  if (piece.kind === 'row') return markedTable(pieces, i);
  if (piece.kind === 'heading' || piece.to - piece.from > 400) return null;
  return (
    barTable(view, pieces, i) ?? headedTable(view, pieces, i) ?? upright(view, pieces, i) ?? bareRows(view, pieces, i)
  );
}

const made = (rows: TableRow[], next: number): FoundTable | null =>
  rows.length === 0
    ? null
    : { block: { kind: 'table', from: rows[0]!.from, to: rows[rows.length - 1]!.to, rows }, next };

function markedTable(pieces: readonly Piece[], i: number): FoundTable | null {
  const rows: TableRow[] = [];
  let next = i;
  for (; next < pieces.length; next++) {
    const piece = pieces[next]!;
    if (piece.kind !== 'row' || (next > i && piece.gap)) break;
    const cells = piece.cells ?? [];
    if (cells.some((cell) => cell.to > cell.from)) rows.push({ from: piece.from, to: piece.to, cells: [...cells] });
  }
  // A table whose one row of columns came as glued or plain text inside a cell is no table of cells.
  return made(
    rows.length === 0 ? [{ from: pieces[i]!.from, to: pieces[i]!.to, cells: [] }] : rows,
    Math.max(next, i + 1),
  );
}

function barTable(view: string, pieces: readonly Piece[], i: number): FoundTable | null {
  const isBarred = (piece: Piece | undefined): boolean =>
    piece !== undefined && piece.kind === 'text' && barsIn(view, piece) > 0 && piece.to - piece.from < 4000;
  const head = pieces[i]!;
  if (!isBarred(head)) return null;
  const cells = barCells(view, head.from, head.to);
  const known = cells.filter((cell) => columnType(view.slice(cell.from, cell.to)) !== null).length;
  const follower = pieces[i + 1];
  const outer = view[head.from] === '|' && view[head.to - 1] === '|' && cells.length >= 2;
  const ruled = follower !== undefined && isRule(view, follower.from, follower.to) && barsIn(view, follower) > 0;
  if (!(known >= 2 || ruled || (outer && isBarred(follower) && !follower!.gap))) return null;
  const rows: TableRow[] = [];
  let next = i;
  for (; next < pieces.length; next++) {
    const piece = pieces[next]!;
    if (!isBarred(piece) || (next > i + 1 && piece.gap && barsIn(view, piece) < 2)) break;
    if (isRule(view, piece.from, piece.to)) continue;
    const found = next === i ? cells : barCells(view, piece.from, piece.to);
    if (found.every((cell) => cell.from === cell.to)) continue;
    rows.push({ from: piece.from, to: piece.to, cells: found });
  }
  return made(rows, next);
}

/** A head of known column names, then rows that fit them; blank lines and rules between are passed over. */
function headedTable(view: string, pieces: readonly Piece[], i: number): FoundTable | null {
  const head = pieces[i]!;
  const columns = columnsOf(view, head.from, head.to) ?? ruledColumns(view, pieces, i);
  if (columns === null) return null;
  const types = columns.map((column) => column.type);
  const rows: TableRow[] = [{ from: head.from, to: head.to, cells: columns.map(({ from, to }) => ({ from, to })) }];
  const next = readRows(view, pieces, i + 1, types, rows, isFileHead(columns));
  return rows.length > 1 ? made(rows, next) : null;
}

/** Unknown columns over a rule, parted by gaps: 'Registry value   Meaning' over '-----'. */
function ruledColumns(view: string, pieces: readonly Piece[], i: number): Column[] | null {
  const rule = pieces[i + 1];
  if (!rule || rule.gap || !isRule(view, rule.from, rule.to)) return null;
  const cells = gapCells(view, pieces[i]!);
  if (cells.length < 2) return null;
  return cells.map((cell) => ({ ...cell, type: columnType(view.slice(cell.from, cell.to)) ?? 'words' }));
}

/** Adds the rows from piece `i` on; returns the index after the last. */
function readRows(
  view: string,
  pieces: readonly Piece[],
  i: number,
  types: readonly ColumnType[],
  rows: TableRow[],
  typed: boolean,
): number {
  const candidates: { row: Span; splits: Split[] }[] = [];
  let next = i;
  for (; next < pieces.length; next++) {
    const piece = pieces[next]!;
    if (piece.kind !== 'text' && piece.kind !== 'code') break;
    if (isRule(view, piece.from, piece.to)) continue;
    if (!typed) {
      if (piece.gap) break;
      candidates.push({ row: piece, splits: [{ cells: gapCells(view, piece), score: 0 }] });
      continue;
    }
    const tabbed = tabCells(view, piece);
    const splits =
      tabbed.length === types.length ? [{ cells: tabbed, score: 0 }] : splitsOf(view, piece.from, piece.to, types);
    if (
      splits.length === 0 &&
      (piece.gap ||
        !/\.[A-Za-z]{2,12}\b/.test(view.slice(piece.from, Math.min(piece.to, piece.from + 300))) ||
        !/\d/.test(view.slice(piece.from, piece.to)) ||
        piece.to - piece.from > 300 ||
        /[.:]$/.test(view.slice(piece.to - 1, piece.to)))
    )
      break;
    candidates.push({ row: piece, splits });
  }
  const version = types.indexOf('version');
  for (const { row, splits } of candidates) {
    const best = version < 0 ? splits[0] : mostAgreed(view, splits, candidates, version);
    rows.push({ from: row.from, to: row.to, cells: best?.cells ?? [{ from: row.from, to: row.to }] });
  }
  return next;
}

/** Of several ways to cut a row, the best whose version other rows can have as well. */
function mostAgreed(
  view: string,
  splits: Split[],
  rows: readonly { splits: Split[] }[],
  column: number,
): Split | undefined {
  if (splits.length < 2 || rows.length > 400) return splits[0];
  const versionOf = (split: Split): string => view.slice(split.cells[column]!.from, split.cells[column]!.to);
  let best = splits[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const split of splits.slice(0, 6)) {
    const version = versionOf(split);
    let votes = 0;
    for (const row of rows.slice(0, 40)) if (row.splits.some((other) => versionOf(other) === version)) votes++;
    const score = split.score + Math.min(votes, 4) * 0.3;
    if (score > most) {
      most = score;
      best = split;
    }
  }
  return best;
}

/** A table whose cells stand on lines of their own: the column names first, then as many lines a row. */
function upright(view: string, pieces: readonly Piece[], i: number): FoundTable | null {
  const types: ColumnType[] = [];
  while (i + types.length < pieces.length && types.length < 12) {
    const piece = pieces[i + types.length]!;
    const type = piece.kind === 'text' ? columnType(view.slice(piece.from, Math.min(piece.to, piece.from + 41))) : null;
    if (type === null) break;
    types.push(type);
  }
  const width = types.length;
  if (width < 3 || !isFileHead(types.map((type) => ({ type })))) return null;
  const row = (start: number): TableRow => {
    const cells = pieces.slice(start, start + width).map(({ from, to }) => ({ from, to }));
    return { from: cells[0]!.from, to: cells[width - 1]!.to, cells };
  };
  const rows = [row(i)];
  let next = i + width;
  while (next + width <= pieces.length) {
    const cells = pieces.slice(next, next + width);
    const fits = cells.every(
      (cell, k) =>
        cell.kind === 'text' && (types[k] === 'words' || splitsOf(view, cell.from, cell.to, [types[k]!]).length > 0),
    );
    if (!fits) break;
    rows.push(row(next));
    next += width;
  }
  return rows.length > 1 ? made(rows, next) : null;
}

const BARE: ColumnType[][] = [
  ['date', 'time', 'version', 'size', 'name', 'platform'],
  ['name', 'version', 'size', 'date', 'time', 'platform'],
];

/** Rows without a head: '05-MAR-2002  22:48  6.0.5770.61  4,628,480  store.exe'. */
function bareRows(view: string, pieces: readonly Piece[], i: number): FoundTable | null {
  const head = view.slice(pieces[i]!.from, pieces[i]!.from + 200);
  if (!/\d{1,2}-[A-Za-z]{3}-\d{4}\s{0,6}\d{1,2}:\d\d/.test(head) || !/\.[A-Za-z]{2}/.test(head)) return null;
  const types = BARE[/^\d{1,2}-/.test(head) ? 0 : 1]!;
  const rows: TableRow[] = [];
  const next = readRows(view, pieces, i, types, rows, true);
  return made(rows, next);
}
