/** What a column of a file table holds; `other` is a column that says nothing of the file itself. */
export type Column =
  | 'name'
  | 'version'
  | 'date'
  | 'time'
  | 'size'
  | 'platform'
  | 'language'
  | 'branch'
  | 'baseline'
  | 'other';

/** Words of a head, the longer first, as one lower-case string each. */
const TITLES: readonly (readonly [string, Column])[] = [
  ['file name and path', 'name'],
  ['file identifier', 'name'],
  ['file name', 'name'],
  ['filename', 'name'],
  ['file version', 'version'],
  ['file size', 'size'],
  ['filesize', 'size'],
  ['file date', 'date'],
  ['file time', 'time'],
  ['date/time', 'date'],
  ['date modified', 'date'],
  ['modified date', 'date'],
  ['date created', 'date'],
  ['time created', 'time'],
  ['last modified', 'date'],
  ['modified', 'date'],
  ['current version', 'version'],
  ['version #', 'version'],
  ['version#', 'version'],
  ['version number', 'version'],
  ['product version', 'other'],
  ['version', 'version'],
  ['ver.', 'version'],
  ['ver', 'version'],
  ['size (bytes)', 'size'],
  ['size (in bytes)', 'size'],
  ['size in bytes', 'size'],
  ['approx. file size', 'size'],
  ['disk size', 'size'],
  ['size', 'size'],
  ['bytes', 'size'],
  ['dates', 'date'],
  ['date', 'date'],
  ['time', 'time'],
  ['platform', 'platform'],
  ['processor', 'platform'],
  ['architecture', 'platform'],
  ['cpu', 'platform'],
  ['language version', 'language'],
  ['language', 'language'],
  ['locale', 'language'],
  ['service branch', 'branch'],
  ['branch', 'branch'],
  ['sp requirement', 'baseline'],
  ['service pack', 'baseline'],
  ['item id', 'other'],
  ['folder name', 'other'],
  ['folder', 'other'],
  ['operating system', 'other'],
  ['destination folder', 'other'],
  ['destination', 'other'],
  ['location in win95', 'other'],
  ['location', 'other'],
  ['directory', 'other'],
  ['description', 'other'],
  ['function', 'other'],
  ['attributes', 'other'],
  ['disk number', 'other'],
  ['disk', 'other'],
  ['checksum', 'other'],
  ['language id', 'other'],
  ['build', 'other'],
  ['note', 'other'],
  ['notes', 'other'],
  ['comments', 'other'],
  ['component', 'other'],
  ['product', 'other'],
  ['purpose', 'other'],
  ['path', 'other'],
  ['kind', 'other'],
  ['type', 'other'],
  ['os', 'other'],
  ['client platforms', 'other'],
  ['client platform', 'other'],
  ['updated files', 'name'],
  ['modified files', 'name'],
  ['files', 'name'],
  ['file', 'name'],
  ['table name', 'name'],
  ['module', 'name'],
  ['name', 'name'],
  ['utc', 'other'],
];
const BY_LETTER = new Map<string, (readonly [string, Column])[]>();
for (const entry of [...TITLES].sort((a, b) => b[0].length - a[0].length)) {
  const first = entry[0][0]!;
  BY_LETTER.set(first, [...(BY_LETTER.get(first) ?? []), entry]);
}

/**
 * The columns that a line names as a table's head, in order: 'Date   Time   Version   Size   File name   Platform',
 * '| File name | Version |', also where the words are glued: 'File nameFile versionFile sizeDateTimePlatform'.
 * Null where other words stand in it, or where no column names the file beside another that tells of it.
 */
export function readColumns(printed: string): Column[] | null {
  if (printed.length > MOST_CHARACTERS) return null;
  const { columns, to } = readTitles(printed, 0);
  return to === printed.length && isHead(columns) ? columns : null;
}

/** How far the head of a table goes that begins at `from`; `from` where none begins there. */
export function headEnd(view: string, from: number, to: number): number {
  const found = readTitles(view.slice(from, Math.min(to, from + MOST_CHARACTERS)), 0);
  return isHead(found.columns) ? from + found.end : from;
}

const MOST_CHARACTERS = 200;

/** The titles that follow each other; `end` is where the last of them ends, `to` where reading stopped. */
function readTitles(printed: string, from: number): { columns: Column[]; end: number; to: number } {
  const text = printed.toLowerCase();
  const columns: Column[] = [];
  let at = from;
  let end = from;
  while (at < text.length) {
    const c = text[at]!;
    if (' \t|\n\r,'.includes(c)) {
      at++;
      continue;
    }
    const title = BY_LETTER.get(c)?.find(([words]) => text.startsWith(words, at));
    // A second name begins the first row, or is no head's.
    if (!title || (title[1] === 'name' && columns.includes('name'))) break;
    columns.push(title[1]);
    at += title[0].length;
    end = at;
  }
  return { columns, end, to: at };
}

/** The columns of a head whose cells are told apart; a cell with other words is a column of its own. */
export function columnsOf(cells: readonly string[]): Column[] | null {
  const columns = cells.map((cell): Column => {
    const text = cell.toLowerCase().replace(/\s+/g, ' ').trim();
    return BY_LETTER.get(text[0] ?? '')?.find(([words]) => words === text)?.[1] ?? 'other';
  });
  return isHead(columns) ? columns : null;
}

function isHead(columns: readonly Column[]): boolean {
  return columns.length >= 2 && columns.length <= 12 && columns.filter((c) => c === 'name').length === 1;
}
