import type { Span } from '../../model/article.ts';
import { lineAt } from './lines.ts';

/** Whether a line is dashes and bars only, at least three of them: '-----', '|---|---|', '---- ----'. */
export function isRule(view: string, from: number, to: number): boolean {
  let dashes = 0;
  for (let i = from; i < to; i++) {
    const sign = view[i];
    if (sign === '-' || sign === '=' || sign === '_' || sign === '*') dashes++;
    else if (sign !== ' ' && sign !== '|' && sign !== '+' && sign !== ':' && sign !== '\t') return false;
  }
  return dashes >= 3;
}

/** Cells between bars; outer bars are no cells. */
export function barCells(view: string, from: number, to: number): Span[] {
  const cells: Span[] = [];
  let start = view[from] === '|' ? from + 1 : from;
  const end = view[to - 1] === '|' && to - 1 >= start ? to - 1 : to;
  while (start <= end) {
    let bar = view.indexOf('|', start);
    if (bar < 0 || bar > end) bar = end;
    const cell = lineAt(view, start, bar);
    cells.push(cell.from < cell.to ? { from: cell.from, to: cell.to } : { from: start, to: start });
    start = bar + 1;
    if (bar >= end) break;
  }
  return cells;
}

const BAR = 124;

/** How many bars a line has, of its first 4,000 characters. */
export function barsIn(view: string, piece: Span): number {
  let bars = 0;
  const end = Math.min(piece.to, piece.from + 4000);
  for (let at = piece.from; at < end; at++) if (view.charCodeAt(at) === BAR) bars++;
  return bars;
}

/** Cells parted by two or more blanks, or a tab. */
export function gapCells(view: string, piece: Span): Span[] {
  const cells: Span[] = [];
  let start = piece.from;
  const push = (to: number): void => {
    const cell = lineAt(view, start, to);
    if (cell.from < cell.to) cells.push({ from: cell.from, to: cell.to });
  };
  for (let i = piece.from; i < piece.to; i++) {
    if (view[i] !== '\t' && !(view[i] === ' ' && view[i + 1] === ' ')) continue;
    push(i);
    while (i + 1 < piece.to && (view[i + 1] === ' ' || view[i + 1] === '\t')) i++;
    start = i + 1;
  }
  push(piece.to);
  return cells;
}

/** Cells parted by single tabs, empty ones too; none where the line has no tab. */
export function tabCells(view: string, piece: Span): Span[] {
  const cells: Span[] = [];
  let start = piece.from;
  for (let i = piece.from; i <= piece.to && cells.length < 40; i++) {
    if (i < piece.to && view[i] !== '\t') continue;
    if (i === piece.to && cells.length === 0) break;
    const cell = lineAt(view, start, i);
    cells.push(cell.from < cell.to ? { from: cell.from, to: cell.to } : { from: start, to: start });
    start = i + 1;
  }
  return cells;
}
