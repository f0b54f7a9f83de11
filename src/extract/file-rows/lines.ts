import type { Article, Span } from '../../model/article.ts';
import { cutRows, flatLines } from './flat-lines.ts';

/** A line of an article's body as the file tables are read: a heading, a table's row, or a line of running text. */
export interface BodyLine extends Span {
  /** A heading's level, else 0. */
  heading: number;
  /** A row's cells, where its table has any; empty for other lines. */
  cells: readonly Span[];
  /** The count of blanks before it. */
  indent: number;
  /** Whether a new block begins with it, which in plain text means a blank line before it. */
  first: boolean;
  /** Whether it is a row of a table, or an item of a list. */
  row: boolean;
  item: boolean;
  /** The index of its block. */
  block: number;
  /** Whether it cites an article. */
  citation: boolean;
}

/** The lines of an article's body in order, without rules and boxes; a text without line breaks is parted by its rows. */
export function bodyLines(article: Article): BodyLine[] {
  const { view, blocks } = article;
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return [];
  const flat = view.indexOf('\n', first.from);
  if (flat < 0 || flat > Math.min(last.to, first.from + 4000)) return flatLines(article);
  const lines: BodyLine[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      for (const [i, row] of block.rows.entries()) {
        lines.push({
          from: row.from,
          to: row.to,
          heading: 0,
          cells: row.cells,
          indent: indentOf(view, row.from),
          first: i === 0,
          row: true,
          item: false,
          block: index,
          citation: false,
        });
      }
      continue;
    }
    let from = block.from;
    while (from < block.to) {
      const feed = view.indexOf('\n', from);
      const end = feed < 0 || feed > block.to ? block.to : feed;
      const span = trimmed(view, from, end);
      if (span.to - span.from > LONG && TABULAR.test(view.slice(span.from, span.to))) {
        cutRows(view, span.from, span.to, index, lines);
      } else if (span.from < span.to) {
        lines.push({
          from: span.from,
          to: span.to,
          heading: block.kind === 'heading' ? block.level : 0,
          cells: [],
          indent: indentOf(view, span.from),
          first: from === block.from,
          row: false,
          item: block.kind === 'item' && from === block.from,
          block: index,
          citation: block.kind === 'citation',
        });
      }
      from = end + 1;
    }
  }
  return lines;
}

/** A line that long may hold a whole table, if a date or a table's head stands in it. */
const LONG = 300;
const TABULAR = /file ?name|\d[-/](?:[A-Za-z]{3}|\d{1,2})[-/]\d\d/i;

function indentOf(view: string, at: number): number {
  let i = at;
  while (i > 0 && (view.charCodeAt(i - 1) === 32 || view.charCodeAt(i - 1) === 9)) i--;
  return at - i;
}

/** Without the blanks around it. */
export function trimmed(view: string, from: number, to: number): Span {
  let [a, b] = [from, to];
  while (a < b && view.charCodeAt(a) <= 32) a++;
  while (b > a && view.charCodeAt(b - 1) <= 32) b--;
  return { from: a, to: b };
}
