import type { Article, Span } from '../../model/article.ts';
import { type Column, columnsOf, readColumns } from './columns.ts';
import { createGluedRows, type GluedRows } from './glued-row.ts';
import { type Intro, readIntro } from './intro.ts';
import { type BodyLine, bodyLines } from './lines.ts';
import { platformOf } from './platform-of.ts';
import { type FileRow, readCells, readWords } from './read-row.ts';
import { isRule } from './words.ts';

/** A row that a fix delivers, with its span and what stands above its table. */
export interface ShippedRow extends Span {
  row: FileRow;
  name: string;
  /** Of its column, else of the line, heading or sentence above its table. */
  platform: string | null;
  /** The sentence that introduces the table, empty where none does. */
  intro: string;
  /** Lines such as 'Component: MTA' or 'Windows XP' between the sentence and the row. */
  above: readonly string[];
}

/** What is known while the lines are read. */
interface State {
  intro: Intro | null;
  introText: string;
  /** Paragraphs since the introduction. */
  age: number;
  /** Rows since the introduction. */
  rows: number;
  /** The head that holds, and whether its rows are delivered. */
  columns: Column[] | null;
  accepted: boolean;
  above: string[];
  /** The last heading below the first level. */
  heading: string;
  paragraph: string;
  /** The head of an accepted table: another table with the same head is one more of its kind. */
  known: Set<string>;
  /** Where the last row stood, for lines that go on with it. */
  last: BodyLine | null;
}

/** The rows of all tables and lists that hold the files of the article's fix, in order. */
export function shippedRows(article: Article): ShippedRow[] {
  const lines = bodyLines(article);
  const { view } = article;
  const glued = createGluedRows();
  for (const line of lines) if (line.to - line.from < 400) glued.note(view.slice(line.from, line.to));
  const state: State = {
    intro: null,
    introText: '',
    age: 0,
    rows: 0,
    columns: null,
    accepted: false,
    above: [],
    heading: '',
    paragraph: '',
    known: new Set(),
    last: null,
  };
  const found: ShippedRow[] = [];
  for (const line of lines) {
    if (isRule(view, line.from, line.to)) continue;
    const text = view.slice(line.from, line.to);
    if (line.first || line.row) closeParagraph(state);
    if (startTable(view, line, text, state)) continue;
    const rows = readLine(view, line, text, state, glued);
    // A table's last row, over the rule that ends it, looks like a heading.
    if (line.heading > 0 && !(state.accepted && rows[0] && rows[0].values > 0)) {
      enterHeading(line, text, state);
      continue;
    }
    if (rows.length > 0) {
      closeParagraph(state);
      for (const row of rows) found.push(place(row, line, state));
      state.rows += rows.length;
      state.last = line;
      continue;
    }
    readProse(line, text, state);
  }
  return found;
}

function closeParagraph(state: State): void {
  const paragraph = state.paragraph;
  if (paragraph === '') return;
  state.paragraph = '';
  const intro = readIntro(paragraph);
  if (intro) {
    state.intro = intro;
    state.introText = paragraph;
    state.age = 0;
    state.rows = 0;
    state.columns = null;
    state.above = [];
    return;
  }
  if (isSubhead(paragraph)) {
    if (state.rows > 0 && state.last) state.above = [];
    state.above.push(paragraph);
    state.last = null;
    return;
  }
  state.age++;
  state.columns = null;
  if (state.rows > 0 || state.age > 3) state.intro = null;
  if (state.rows > 0) state.above = [];
}

/** 'Component: Directory', 'Windows Server 2003, x86-based versions', 'MDAC 2.6:'; not a sentence. */
function isSubhead(paragraph: string): boolean {
  if (/^component\b/i.test(paragraph)) return true;
  return paragraph.length <= 100 && !/[.?!]$|^(?:note|important|warning)\b/i.test(paragraph);
}

function enterHeading(line: BodyLine, text: string, state: State): void {
  const intro = readIntro(text);
  if (line.heading === 1) {
    state.intro = intro;
    state.introText = intro ? text : '';
    state.heading = '';
    state.rows = 0;
    state.age = 0;
    state.known.clear();
  } else {
    state.heading = text;
    if (state.rows > 0) state.intro = intro;
    state.rows = 0;
  }
  state.columns = null;
  state.above = [];
  state.last = null;
}

/** Whether the line is a table's head; notes its columns, and whether its rows are delivered. */
function startTable(view: string, line: BodyLine, text: string, state: State): boolean {
  if (text.length > 200 || !/file|name/i.test(text)) return false;
  const cells = line.cells.map((cell) => view.slice(cell.from, cell.to));
  const columns = (cells.length >= 2 ? columnsOf(cells) : null) ?? readColumns(text);
  if (!columns) return false;
  closeParagraph(state);
  const key = columns.join();
  state.columns = columns;
  state.last = null;
  state.accepted =
    state.intro === 'refused'
      ? false
      : state.intro !== null ||
        isFixHead(columns, text) ||
        state.above.some((above) => /^component\b/i.test(above)) ||
        state.known.has(key);
  if (state.accepted) state.known.add(key);
  return true;
}

/** 'Date  Time  Version  Size  File name  Platform': the head of Microsoft's tables of fixes. */
function isFixHead(columns: readonly Column[], text: string): boolean {
  if (/file date/i.test(text)) return false;
  const has = (column: Column): boolean => columns.includes(column);
  return has('date') && (has('version') || has('platform') || (columns[0] === 'date' && has('time') && has('size')));
}

/** The files that a line states, as far as its table or list is one of the fix. */
function readLine(view: string, line: BodyLine, text: string, state: State, glued: GluedRows): FileRow[] {
  const { columns } = state;
  const inProse = state.paragraph !== '';
  if (columns) {
    if (!state.accepted) return [];
    const row =
      (line.cells.length >= 2 ? readCells(view, line.cells, columns) : null) ??
      (/\s/.test(text) ? null : glued.read(text, columns)) ??
      readWords(view, line.from, line.to, columns);
    return row?.name && fitsHead(row, columns) && !(inProse && row.values === 0) ? [row] : [];
  }
  if (state.intro === null || state.intro === 'refused' || text.length > 300) return [];
  const row = readWords(view, line.from, line.to, null);
  if (!row?.name || row.before > 0) return [];
  if (row.values > 0 && row.after <= 4 && row.names.length === 1) return [row];
  if (state.intro !== 'list') return [];
  return isListed(text, row) ? row.names.map((name) => ({ ...row, name, names: [name] })) : [];
}

function fitsHead(row: FileRow, columns: readonly Column[]): boolean {
  if (columns.includes('other')) return columns[0] !== 'name' || row.before === 0;
  if (row.names.length > 1 && row.values === 0) return false;
  return row.before <= 2 && row.after <= (columns.includes('platform') || columns.includes('language') ? 4 : 2);
}

/** 'Netlogon.dll', 'Readme.txt   Notes on …', 'Setup.exe - the …', 'Gw (137,097 bytes)'; not 'Setup.exe starts when'. */
function isListed(text: string, row: FileRow): boolean {
  if (row.after === 0) return true;
  if (row.names.length > 1) return false;
  return /^[-*o•]?\s{0,4}\S{1,120}?(?:\s{2,20}|\t|\s{0,4}[-:(=]\s{0,4}|\s{1,4}[-–]\s)/.test(text);
}

function place(row: FileRow, line: BodyLine, state: State): ShippedRow {
  const named = state.columns?.includes('platform') ?? false;
  return {
    from: line.from,
    to: line.to,
    row,
    name: row.name!,
    platform: row.platform ?? (named ? null : platformAbove(state)),
    intro: state.intro ? state.introText : '',
    above: [...state.above],
  };
}

/** The nearest line above that names platforms decides: one is the row's, several are nobody's. */
function platformAbove(state: State): string | null {
  for (const text of [...state.above].reverse().concat(state.intro ? [state.introText] : [], [state.heading])) {
    if (/x86|x64|intel|alpha|i386|ia-?64|itanium|mips|ppc|powerpc|arm64/i.test(text)) return platformOf(text);
  }
  return null;
}

function readProse(line: BodyLine, text: string, state: State): void {
  // A line that goes on with the row above: a description that wraps, a sum, a second line of a cell.
  if (state.last && (line.row || (!line.first && line.indent > state.last.indent))) return;
  if (state.last && /^\d{1,4} file\(s\)|^total\b/i.test(text)) return;
  state.paragraph = state.paragraph === '' ? text : `${state.paragraph} ${text}`.slice(-900);
}
