import type { Report } from '../../model/diagnostic.ts';
import type { ByteSource } from '../../model/source-file.ts';
import { createUnpacker } from '../../read/unpacker.ts';
import { readXml } from '../xml/read-xml.ts';

/** What one part of a workbook may unpack to; the real one has 20 MB. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_COLUMNS = 1000;
/** Cells and shared texts, which a few bytes of a packed sheet may make any number of; the real one has 400,000. */
const MOST_CELLS = 8_000_000;

const SHARED = /^xl\/sharedStrings\.xml$/i;
const SHEET = /^xl\/worksheets\/sheet1\.xml$/i;

/** The rows of a workbook's first sheet, each cell as its text; a number is in its stored form. Null where it has none. */
export async function readSheet(name: string, workbook: Buffer, report: Report): Promise<string[][] | null> {
  const archive = (await createUnpacker()).open({ size: workbook.length, chunks: [workbook] });
  const part = <Read>(wanted: RegExp, read: (source: ByteSource) => Read): Read | null => {
    for (const member of archive.members()) {
      if (!wanted.test(member.name)) continue;
      if (member.size > MOST_BYTES) throw new Error(`${member.name} unpacks to more than 256 MB`);
      return read({ name: `${name}!${member.name}`, chunks: member.chunks() });
    }
    return null;
  };
  try {
    // The texts mostly stand behind the sheet that points into them.
    const shared = part(SHARED, (source) => readShared(source, report)) ?? [];
    return part(SHEET, (source) => readRows(source, shared, report));
  } finally {
    archive.close();
  }
}

function readRows(source: ByteSource, shared: readonly string[], report: Report): string[][] {
  const rows: string[][] = [];
  let value = '';
  let cells = 0;
  const count = (more: number) => {
    cells += more;
    if (cells > MOST_CELLS) throw new Error('it has more than 8 million rows and cells');
  };
  readXml(source, report, {
    open(element) {
      if (element === 'row') {
        count(1);
        rows.push([]);
      }
      if (element === 'c') value = '';
    },
    close(element, text, _, { r = '', t = '' }) {
      if (element === 'v' || element === 't') value += text;
      const row = rows.at(-1);
      if (element !== 'c' || row === undefined) return;
      const column = Math.min(columnOf(r) ?? row.length, MOST_COLUMNS);
      count(Math.max(1, column - row.length));
      while (row.length < column) row.push('');
      if (row.length < MOST_COLUMNS) row.push(t === 's' ? (shared[Number(value)] ?? '') : value);
    },
  });
  return rows;
}

function readShared(source: ByteSource, report: Report): string[] {
  const shared: string[] = [];
  let text = '';
  readXml(source, report, {
    open(element) {
      if (element === 'si') text = '';
    },
    close(element, own, path) {
      // A phonetic run repeats what stands beside it.
      if (element === 't' && !path.includes('rPh')) text += own;
      if (element !== 'si') return;
      if (shared.push(text) > MOST_CELLS) throw new Error('it has more than 8 million texts');
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
