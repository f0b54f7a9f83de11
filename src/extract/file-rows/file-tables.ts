import type { Article, Span } from '../../model/article.ts';
import { type Column, columnsOf, readColumns } from './columns.ts';
import { type Context, createContextReader, isSubhead } from './context.ts';
import { spacedName } from './file-name.ts';
import type { FileRow } from './file-row.ts';
import { createGluedRows, type GluedRows } from './glued-row.ts';
import { isScanNotice } from './intro.ts';
import { type BodyLine, bodyLines } from './lines.ts';
import { platformOf, statedPlatform } from './platform-of.ts';
import { readCells } from './read-cells.ts';
import { readWords } from './read-words.ts';
import { readVertical } from './vertical-row.ts';
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
  /** The heading that it stands under, empty where that is one of the first level. */
  heading: string;
  /** The index of its block. */
  block: number;
}

/** The rows of all tables and lists that hold the files of the article's fix, in order. */
export function shippedRows(article: Article): ShippedRow[] {
  const { view } = article;
  const lines = bodyLines(article);
  const context = createContextReader();
  const found: ShippedRow[] = [];
  /** The heads of accepted tables: another table with the same head is one more of its kind. */
  const known = new Set<string>();
  let columns: Column[] | null = null;
  let accepted = false;
  let glued: GluedRows | null = null;
  /** The paragraph that is being read, and whether rows may stand in it. */
  let paragraph = '';
  let rowsInBlock = 0;
  let last: BodyLine | null = null;

  const closeParagraph = (): void => {
    if (paragraph === '') return;
    context.paragraph(paragraph);
    if (!isSubhead(paragraph)) columns = null;
    paragraph = '';
    last = null;
  };
  const settle = (): Context => {
    const now = context.read();
    if (now.ended) columns = null;
    return now;
  };

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (isRule(view, line.from, line.to)) continue;
    const text = view.slice(line.from, line.to);
    if (line.first || line.row) closeParagraph();
    if (line.first) rowsInBlock = 0;
    const vertical = /^\W{0,3}file ?name/i.test(text) ? readVertical(view, lines, i) : null;
    if (vertical) {
      closeParagraph();
      const now = settle();
      const end = lines[i + vertical.length - 1]!;
      i += vertical.length - 1;
      if (!known.has('vertical') && !isAnnounced(now)) continue;
      known.add('vertical');
      found.push(shippedRow({ ...line, to: end.to }, vertical.row, now, true));
      context.rowsFound(1);
      continue;
    }
    const head = readHead(view, line, text);
    if (head) {
      closeParagraph();
      const now = settle();
      accepted = isAccepted(head, line, text, now, known);
      columns = accepted || head.length > 1 ? head : null;
      last = null;
      if (accepted) known.add(head.join());
      if (!glued && !/\s[A-Z]/.test(text)) glued = noteGlued(view, lines);
      continue;
    }
    const rows: FileRow[] = [];
    if (columns && accepted) {
      const row = readTableRow(view, line, text, columns, glued);
      if (row && (paragraph === '' || row.values > 1)) {
        settle();
        // 'Windows 95 clients   Pier.dll, Dock.dll'; a description behind a name may hold another.
        const names = columns?.[0] === 'name' ? [row.name!] : row.names;
        if (columns) rows.push(...names.map((name) => ({ ...row, name })));
      }
    }
    // A table's last row, over the rule that ends it, looks like a heading.
    if (line.heading > 0 && !rows.some((row) => row.values > 0)) {
      closeParagraph();
      context.heading(text, line.heading);
      columns = null;
      last = null;
      continue;
    }
    if (!columns && rows.length === 0 && mayList(text)) {
      const listed = readListed(view, line, text);
      if (listed.length > 0) {
        // A list may follow its sentence without a blank line, or hold a line that names no file.
        if (rowsInBlock > 0) paragraph = '';
        else if (/(?::|\bfiles?|\blater)$/.test(paragraph) || isSubhead(paragraph)) closeParagraph();
        if (paragraph === '') rows.push(...listed.filter((row) => isDelivered(row, settle())));
      }
    }
    if (rows.length > 0) {
      closeParagraph();
      const now = settle();
      const named = columns?.includes('platform') ?? false;
      for (const row of rows) found.push(shippedRow(line, row, now, named));
      context.rowsFound(rows.length);
      rowsInBlock += rows.length;
      last = line;
      continue;
    }
    if (line.citation || (last && goesOn(line, text, last))) continue;
    paragraph = paragraph === '' ? text : `${paragraph} ${text}`.slice(-900);
  }
  return found;
}

/** `named` says that a column or value tells the platform, also where it is blank. */
function shippedRow(line: BodyLine, row: FileRow, context: Context, named: boolean): ShippedRow {
  return {
    from: line.from,
    to: line.to,
    row,
    name: row.name!,
    platform: row.platform ?? (named ? null : platformAbove(context)),
    intro: context.intro ? context.introText : '',
    above: [...context.above],
    heading: context.heading,
    block: line.block,
  };
}

/** Whether a file whose values stand below each other is one of the fix. */
function isAnnounced({ intro, introText, heading, above }: Context): boolean {
  if (intro === 'attributes' || intro === 'list') return true;
  return [introText, heading, ...above].some((text) => /\bfile (?:information|details|property)/i.test(text));
}

/** The columns that a line names, if it is a table's head. */
function readHead(view: string, line: BodyLine, text: string): Column[] | null {
  // Lists of hashes name packages, not what is in them.
  if (text.length > 200 || !/file|name/i.test(text) || /\b(?:hash|sha-?\d|md5)/i.test(text)) return null;
  if (/^file ?names?:?$/i.test(text)) return ['name'];
  const cells = line.cells.map((cell) => view.slice(cell.from, cell.to));
  return (cells.length >= 2 ? columnsOf(cells) : null) ?? readColumns(text);
}

function isAccepted(
  columns: readonly Column[],
  line: BodyLine,
  text: string,
  context: Context,
  known: ReadonlySet<string>,
): boolean {
  const has = (column: Column): boolean => columns.includes(column);
  // 'Date  Time  Version  Size  File name  Platform' is the head of Microsoft's tables of fixes, and of nothing else.
  const dated = !/file date/i.test(text) && has('date');
  if (dated && columns[0] === 'date' && (has('version') || has('platform'))) return true;
  // So is 'File name  File version  File size  Date  Time  Platform' of the later ones.
  if (dated && has('time') && /file (?:name|identifier)\W{0,9}file version\W{0,9}file size/i.test(text)) return true;
  // '| File name | Version | Platform |' and nothing else, in a box.
  if (
    line.row &&
    !(context.intro === 'refused' && /\bfiles\b|following file/i.test(context.introText)) &&
    has('version') &&
    columns[0] === 'name' &&
    columns.every((c) => BUILD.has(c))
  )
    return true;
  if (context.intro === 'refused') return false;
  if (context.intro === 'attributes' || context.intro === 'list') return true;
  if (dated && columns[0] === 'date' && has('time') && has('size')) return true;
  const full = dated && has('size') && !has('other');
  if (full && (has('platform') || (has('version') && (has('time') || columns[0] !== 'name')))) return true;
  if (context.above.some((above) => /^component\b/i.test(above)) || known.has(columns.join())) return true;
  // What a sample holds, below what Microsoft says of its download.
  return has('size') && columns.length === 2 && isScanNotice(context.introText);
}

const BUILD: ReadonlySet<Column> = new Set(['name', 'version', 'platform']);

/** Glued rows are read together: the builds that most of them share tell where a version ends. */
function noteGlued(view: string, lines: readonly BodyLine[]): GluedRows {
  const glued = createGluedRows();
  for (const line of lines) glued.note(view.slice(line.from, Math.min(line.to, line.from + 401)));
  return glued;
}

function readTableRow(
  view: string,
  line: BodyLine,
  text: string,
  columns: readonly Column[],
  glued: GluedRows | null,
): FileRow | null {
  const row =
    (line.cells.length >= 2 ? readCells(view, line.cells, columns) : null) ??
    glued?.read(text, columns) ??
    readWords(view, line.from, line.to, columns);
  return row?.name && fitsHead(row, columns) ? row : null;
}

function fitsHead(row: FileRow, columns: readonly Column[]): boolean {
  const several = row.names.length > 1;
  if (columns.includes('other')) return columns[0] === 'name' ? row.before === 0 : !several || row.values === 0;
  if (several) return false;
  return row.before <= (row.values > 1 ? 2 : 0) && row.after <= 4;
}

/** Whether a line may be one of a list: it begins with a date, a name or a folder, or after a label. */
function mayList(text: string): boolean {
  if (text.length > 300 || !/[\w~$)@]\.[A-Za-z_$\d]| \(|\d-\d/.test(text)) return false;
  return /^(?:[-*o•|"]\s{0,4})?(?:\S*[\d.\\]|(?!NOTE|Note|IMPORTANT)[A-Z][\w .]{1,48}: |\S{1,20} \(|[\w~-]{1,8} |[\w~ -]{1,40}\.\w{1,4}$)/.test(
    text,
  );
}

/** The files that a line of a list names, and what it says of them. */
function readListed(view: string, line: BodyLine, text: string): FileRow[] {
  let row = readWords(view, line.from, line.to, null);
  // 'Windows NT:  <snaroot>\SYSTEM\WIN5250.EXE'
  const label = row?.before ? /^[A-Z][\w .]{1,48}:\s{1,40}(?=\S)/.exec(text) : null;
  if (label) row = readWords(view, line.from + label[0].length, line.to, null);
  if (!row?.name) return [];
  if (row.before > 0) {
    // 'Pleading Wizard.wiz'
    const name = /^(?!Download )(?:[A-Z][\w~-]{0,20} ){1,3}[\w~-]{1,20}\.\w{1,4}$/.test(text) ? spacedName(text) : null;
    return name ? [{ ...row, name, names: [name], before: 0 }] : [];
  }
  // 'Readme.txt   Notes on Setup.exe', 'Form1.frm (7Kb) - the main form': what follows describes the first name.
  if (row.after > 0 && isDescribed(text, row.name)) return [{ ...row, names: [row.name], after: 0 }];
  if (row.names.length === 1) return row.values > 0 || row.after === 0 ? [row] : [];
  // 'Admin.exe, Mailumx.dll, and Movesrvr.dll added and incremented to version 5.5.2653.22'
  const shared = row.version !== null && /\bincremented to version\b/.test(text);
  return row.after === 0 || shared ? row.names.map((name) => ({ ...row, name, names: [name], after: 0 })) : [];
}

function isDescribed(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name);
  return at >= 0 && /^["')]?(?:\s{2}|\t|\s?[-–:(=|])/.test(text.slice(at + name.length));
}

/** Whether what stands above says that a fix delivers the row. */
function isDelivered(row: FileRow, context: Context): boolean {
  if (context.intro === null || context.intro === 'refused') return false;
  if (context.intro === 'fix') return row.names.length === 1 && row.values > 2 && row.date !== null && row.after <= 4;
  if (row.values > 0) return row.after <= (row.values > 1 ? 9 : 4);
  return context.intro === 'list';
}

/** The nearest line above that names platforms decides: one is the row's, several are nobody's. */
function platformAbove(context: Context): string | null {
  for (const text of [...context.above].reverse()) if (NAMES_PLATFORM.test(text)) return platformOf(text);
  const stated = context.intro === null ? null : statedPlatform(context.introText);
  return stated ?? platformOf(context.heading);
}

const NAMES_PLATFORM = /x86|x64|intel|alpha|i386|ia-?64|itanium|mips|ppc|powerpc|amd64|arm64/i;

/** A line that goes on with the row above: a description that wraps, a sum, a second line of a cell. */
function goesOn(line: BodyLine, text: string, last: BodyLine): boolean {
  if (line.row || (!line.first && line.indent > last.indent)) return true;
  return /^\d{1,4} file\(s\)|^total\b/i.test(text);
}
