import type { Report } from '../../model/diagnostic.ts';
import { createUnpacker } from '../../read/unpacker.ts';
import { readXml } from '../xml/read-xml.ts';

/** What one part of a workbook may unpack to. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The rows of a workbook's first sheet, each cell as its text; a number is in its stored form. Null where it has none. */
export async function readSheet(name: string, workbook: Buffer, report: Report): Promise<string[][] | null> {
  const parts = new Map<string, Buffer>();
  const archive = (await createUnpacker()).open({ size: workbook.length, chunks: [workbook] });
  for (const member of archive.members()) {
    if (!/^xl\/(?:sharedStrings|worksheets\/sheet1)\.xml$/i.test(member.name)) continue;
    const bytes = member.bytes(MOST_BYTES);
    if (bytes !== null) parts.set(member.name.toLowerCase(), bytes);
  }
  const sheet = parts.get('xl/worksheets/sheet1.xml');
  if (sheet === undefined) return null;
  const shared = readShared(name, parts.get('xl/sharedstrings.xml'), report);
  const rows: string[][] = [];
  let value = '';
  readXml({ name: `${name}!xl/worksheets/sheet1.xml`, chunks: [sheet] }, report, {
    open(element) {
      if (element === 'row') rows.push([]);
      if (element === 'c') value = '';
    },
    close(element, text, _, { r = '', t = '' }) {
      if (element === 'v' || element === 't') value += text;
      const row = rows.at(-1);
      if (element !== 'c' || row === undefined) return;
      const column = columnOf(r) ?? row.length;
      while (row.length < column && row.length < MOST_COLUMNS) row.push('');
      if (row.length < MOST_COLUMNS) row.push(t === 's' ? (shared[Number(value)] ?? '') : value);
    },
  });
  return rows;
}

const MOST_COLUMNS = 1000;

function readShared(name: string, bytes: Buffer | undefined, report: Report): string[] {
  const shared: string[] = [];
  if (bytes === undefined) return shared;
  let text = '';
  readXml({ name: `${name}!xl/sharedStrings.xml`, chunks: [bytes] }, report, {
    open(element) {
      if (element === 'si') text = '';
    },
    close(element, own, path) {
      // A phonetic run repeats what stands beside it.
      if (element === 't' && !path.includes('rPh')) text += own;
      if (element === 'si') shared.push(text);
    },
  });
  return shared;
}

/** The number of a cell's column: 0 for 'A7'. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
