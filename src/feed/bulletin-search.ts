import { wholeBytes } from '../read/whole-bytes.ts';
import type { Feed } from './feed.ts';
import { emitBulletins } from './sheet/emit-bulletins.ts';
import { readSheet } from './sheet/read-sheet.ts';

/** The spreadsheet has 2 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Microsoft's BulletinSearch.xlsx: the packages of each bulletin from 1998 to 2017, with what they replace. */
export const bulletinSearch: Feed = {
  name: 'bulletin-search',
  // A workbook is a zip whose first members say so; which workbook it is, its header tells.
  recognises: ({ bytes, file }) =>
    bytes.toString('latin1', 0, 2) === 'PK' &&
    (/\.xlsx$/i.test(file) || /\[Content_Types\]\.xml|xl\/workbook\.xml/.test(bytes.toString('latin1', 0, 400))),
  async read({ name, chunks }, sink, report) {
    const workbook = wholeBytes(chunks, MOST_BYTES);
    if (workbook === null) {
      return report({
        source: name,
        rule: 'feed/too-large',
        message: 'The workbook is larger than 64 MB; it is not read.',
      });
    }
    let rows: string[][] | null = null;
    try {
      rows = await readSheet(name, workbook, report);
    } catch (error) {
      const message = `The workbook cannot be read whole (${(error as Error).message}); it is not read.`;
      return report({ source: name, rule: 'feed/broken-workbook', message });
    }
    if (rows === null || !emitBulletins(rows, name, sink)) {
      const message =
        'This workbook is not Microsoft\'s bulletin search: its first sheet should have the columns "Bulletin Id" and "Affected Product".';
      report({ source: name, rule: 'feed/unknown-workbook', message });
    }
  },
};
