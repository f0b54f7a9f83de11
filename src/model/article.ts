/** A half-open range of UTF-16 units in an article's text. */
export interface Span {
  from: number;
  to: number;
}

/**
 * A piece of an article's body, in reading order. Spans count in the article's text.
 *
 * - `heading`: a section or sub-heading; `level` 1 is the outermost ('RESOLUTION'), deeper ones count up ('Windows NT 3.51').
 * - `paragraph`: running text; it may stand on several lines.
 * - `item`: one bullet or numbered step, without its marker; `level` counts nesting from 1.
 * - `citation`: a line of its own that names another article ('Q254682 XADM: …', '836993 How to obtain …'),
 *   with its title, also where number, address and title stand on lines of their own.
 * - `table`: rows with cells; in plain text one row a line and one cell, where columns are not told apart.
 */
export type Block =
  | { kind: 'heading'; level: number; from: number; to: number }
  | { kind: 'paragraph'; from: number; to: number }
  | { kind: 'item'; level: number; from: number; to: number }
  | { kind: 'citation'; from: number; to: number }
  | { kind: 'table'; from: number; to: number; rows: TableRow[] };

/** One row of a table: its span, and its cells' spans where the dialect can tell the columns apart. */
export interface TableRow extends Span {
  cells: Span[];
}

/** One Knowledge Base article as a dialect read it: nothing is interpreted yet. */
export interface Article {
  /** Digits only; where the text states none, the file's name without its extension. */
  id: string;
  /** The name of the dialect that read it. */
  dialect: string;
  title: string;
  /** The revision's date as `YYYY-MM-DD`, or null. */
  modified: string | null;
  /** The archive's own classification ('exchange', 'winnt'), in lower case, or null. */
  category: string | null;
  /** The file that it came from. */
  source: string;
  /** The whole decoded text of that file, untouched: evidence is `text.slice(from, to)`. */
  text: string;
  /** The part of `text` that is this article; the whole, unless the file holds several. */
  span: Span;
  /**
   * `text`, made readable and kept at the same length: markup, U+FFFD and box lines are blanked with spaces,
   * 'â€™' becomes one apostrophe and padding. An offset in `view` is an offset in `text`. Line breaks stay.
   */
  view: string;
  /** The bullets of 'The information in this article applies to' or 'APPLIES TO', each whole, without its marker. */
  appliesTo: Span[];
  /** What the header says of the product ('Microsoft Exchange' and 'winnt:5.5 SP3'); used where there is no list. */
  product: Span | null;
  productVersion: Span | null;
  /** Keywords and technologies, as printed, each once. */
  keywords: string[];
  /** The body, without header, applies-to list, keyword footer and legal block. */
  blocks: Block[];
}
