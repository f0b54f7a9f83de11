import type { AdvisoryRecord } from '../model/advisories.ts';
import type { FeedSink } from '../model/feed.ts';
import { decodeChunks } from '../read/decode-chunks.ts';
import { readRows } from './csv/read-rows.ts';
import type { Feed } from './feed.ts';
import { readCves, readUpdate, readUpdates } from './values/ids.ts';

const COLUMNS = 10;
const HEADER = /^\s*"?DatePosted"?,"?CVE"?,"?BulletinKB"?,"?Title"?,"?AffectedProduct"?/;
/** The note that comes with them: it says which version of the suggester reads them. */
const VERSION = /^\s*This definition file requires you to at least use wes version/;

/**
 * The definitions of Windows Exploit Suggester - Next Generation: `CVEs_YYYYMMDD.csv` and `Custom_YYYYMMDD.csv`, one row
 * for each CVE, update and product. The day in the file's name is its date.
 * Source: https://github.com/bitsadmin/wesng
 */
export const wesng: Feed = {
  name: 'wesng',
  recognises: ({ text }) => HEADER.test(text) || VERSION.test(text),
  read({ name, chunks }, sink, report) {
    const [, year, month, day] = /_(\d{4})(\d\d)(\d\d)\.csv$/i.exec(name) ?? [];
    sink.source({ feed: 'wesng', file: name, date: year === undefined ? null : `${year}-${month}-${day}` });
    const read = createRowReader(sink);
    readRows(decodeChunks(chunks), COLUMNS, {
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
  const plain = remember((text) => text.trim());
  const product = remember((text) => text.replace(/\s+/g, ' ').trim());
  const wordOf = remember((text) => (text.trim() === 'System.Object[]' ? '' : text.trim()));
  const updatesOf = remember(readUpdates);
  const exploitsOf = remember((text) =>
    text
      .split(/[,\s]+/)
      .filter((part) => /^https?:\/\/\S+$/i.test(part))
      .join(' '),
  );

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
    if (affected !== product(affected)) sink.dirt('product names with stray spaces');
    if (severity === 'System.Object[]') sink.dirt('rows whose severity is a script error');
    const { ids, isMended } = cvesOf(cve);
    if (isMended) sink.dirt('mended CVE numbers');
    for (const id of ids) {
      const record: AdvisoryRecord = {
        article,
        cve: id,
        product: product(affected),
        title: plain(title),
        component: plain(component),
        severity: wordOf(severity),
        impact: wordOf(impact),
        date: dateOf(date),
        supersedes: list,
        exploits: exploitsOf(exploits),
        record: number,
      };
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

/** Works each text out once, and looks at the last one first. */
function remember<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  let last: string | undefined;
  let value: Value;
  return (text) => {
    if (text === last) return value;
    const found = known.get(text);
    if (found === undefined) {
      value = work(text);
      known.set(text, value);
    } else value = found;
    last = text;
    return value;
  };
}
