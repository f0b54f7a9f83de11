import type { AdvisoryRecord } from '../model/advisories.ts';
import type { FeedSink } from '../model/feed.ts';
import { decodeChunks } from '../read/decode-chunks.ts';
import { withFirst } from '../read/with-first.ts';
import { readRows } from './csv/read-rows.ts';
import { remember } from './csv/remember.ts';
import type { Feed } from './feed.ts';
import { readCves, readUpdate, readUpdates } from './values/ids.ts';

const COLUMNS = 10;
const HEADER = /^\s*"?DatePosted"?,"?CVE"?,"?BulletinKB"?,"?Title"?,"?AffectedProduct"?/;
/** The note that comes with them: it says which version of the suggester reads them, and nothing of updates. */
const VERSION_NOTE = /^\s*This definition file requires you to at least use wes version/;
const VERSION_FILE = /(?:^|[!/\\])Version_\d+(?:\.\d+)*\.txt$/i;
const isVersionNote = (file: string, text: string): boolean => VERSION_NOTE.test(text) || VERSION_FILE.test(file);

/**
 * The definitions of Windows Exploit Suggester - Next Generation: `CVEs_YYYYMMDD.csv` and `Custom_YYYYMMDD.csv`, one row
 * for each CVE, update and product. The day in the file's name is its date.
 * Source: https://github.com/bitsadmin/wesng
 */
export const wesng: Feed = {
  name: 'wesng',
  recognises: ({ text, file }) => HEADER.test(text) || isVersionNote(file, text),
  read({ name, chunks }, sink, report) {
    const texts = decodeChunks(chunks);
    const { value: begin = '' } = texts.next();
    if (isVersionNote(name, begin)) return;
    const [, year, month, day] = /_(\d{4})(\d\d)(\d\d)\.csv$/i.exec(name) ?? [];
    sink.source({ feed: 'wesng', file: name, date: year === undefined ? null : `${year}-${month}-${day}` });
    const read = createRowReader(sink);
    readRows(withFirst(begin, texts), COLUMNS, {
      row: read,
      broken(number, begins) {
        sink.dirt('broken rows');
        const message = `Row ${number} is broken and was skipped: ${COLUMNS} quoted columns are expected (${begins}).`;
        report({ source: name, rule: 'feed/broken-row', message });
      },
    });
  },
};

/** Cleans rows. Neighbours mostly repeat each other, and a few thousand texts stand for all: each is cleaned once. */
function createRowReader(sink: FeedSink): (cells: readonly string[], number: number) => void {
  const dateOf = remember((text) =>
    /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null,
  );
  const updateOf = remember(readUpdate);
  const cvesOf = remember(readCves);
  const productOf = remember((text) => text.replace(/\s+/g, ' ').trim());
  const wordOf = remember((text) => (text.trim() === 'System.Object[]' ? '' : text.trim()));
  const updatesOf = remember(readUpdates);
  const exploitsOf = remember((text) =>
    text
      .split(/[,\s]+/)
      .filter((part) => /^https?:\/\/\S+$/i.test(part))
      .join(' '),
  );

  // One record for all rows: a sink keeps none.
  const record: AdvisoryRecord = {
    article: null,
    cve: null,
    product: '',
    title: '',
    component: '',
    severity: '',
    impact: '',
    date: null,
    supersedes: '',
    exploits: '',
    build: '',
    record: 0,
  };
  return (cells, number) => {
    const [date = '', cve = '', update = '', title = '', affected = '', component = ''] = cells;
    const [, , , , , , severity = '', impact = '', supersedes = '', exploits = ''] = cells;
    const article = updateOf(update);
    if (article === null)
      sink.dirt(update.trim() === '' ? 'rows without an update' : 'rows whose update is no KB number');
    const replaced = updatesOf(supersedes);
    for (const kind of replaced.dirt) sink.dirt(kind);
    const list = article === null ? replaced.list : without(replaced.list, article);
    if (list !== replaced.list) sink.dirt('rows whose update replaces itself');
    const name = productOf(affected);
    if (affected !== name) sink.dirt('product names with stray spaces');
    if (severity === 'System.Object[]') sink.dirt('rows whose severity is a script error');
    const { ids, isMended } = cvesOf(cve);
    if (isMended) sink.dirt('mended CVE numbers');
    for (const id of ids) {
      record.article = article;
      record.cve = id;
      record.product = name;
      record.title = title.trim();
      record.component = component.trim();
      record.severity = wordOf(severity);
      record.impact = wordOf(impact);
      record.date = dateOf(date);
      record.supersedes = list;
      record.exploits = exploitsOf(exploits);
      record.record = number;
      sink.advisory(record);
    }
  };
}

/** A list joined by ';' without one of its members. */
function without(list: string, member: string): string {
  if (!list.includes(member)) return list;
  const kept = list.split(';').filter((id) => id !== member);
  return kept.length === list.split(';').length ? list : kept.join(';');
}
