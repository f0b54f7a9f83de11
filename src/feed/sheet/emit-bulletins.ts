import type { FeedSink } from '../../model/feed.ts';
import { readDay } from '../values/days.ts';
import { readCves, readUpdate } from '../values/ids.ts';
import { readRestart } from '../values/restarts.ts';

/** The columns by their names in letters alone: 'Date Posted' and 'DatePosted' are one. */
const COLUMNS = {
  date: ['dateposted'],
  bulletin: ['bulletinid'],
  bulletinKb: ['bulletinkb'],
  severity: ['severity', 'bulletinseverity'],
  impact: ['impact', 'bulletinimpact'],
  title: ['title', 'bulletintitle'],
  product: ['affectedproduct'],
  componentKb: ['componentkb'],
  component: ['affectedcomponent'],
  supersedes: ['supersedes'],
  reboot: ['reboot', 'restart', 'rebootrequired'],
  cves: ['cves', 'cve'],
} as const;
type Column = keyof typeof COLUMNS;

/** 'MS03-026[823980]', 'MS03-013[881493;811493]', 'MS00-006' */
const REPLACED = /\b(MS\d\d-\d{3})(?:\s?\[([\d;,\s]{1,200})\])?/gi;

interface Row {
  number: number;
  article: string | null;
  of(column: Column): string;
}

/** Makes a row of each package, product and vulnerability; false where the sheet has other columns. */
export function emitBulletins(sheet: readonly (readonly string[])[], file: string, sink: FeedSink): boolean {
  const places = columnsOf(sheet[0] ?? []);
  if (places.bulletin === undefined || places.product === undefined) return false;
  const rows = sheet.slice(1).map((cells, at): Row => {
    const of = (column: Column) => cells[places[column] ?? -1]?.trim() ?? '';
    return { number: at + 1, article: readUpdate(of('componentKb')) ?? readUpdate(of('bulletinKb')), of };
  });
  const days = rows.map(({ of }) => readDay(of('date'))).filter((day) => day !== null);
  sink.source({ feed: 'bulletin-search', file, date: days.sort().at(-1) ?? null });
  const packages = packagesOf(rows);
  for (const { number, article, of } of rows) {
    if (of('product') === '') {
      sink.dirt('rows without a product');
      continue;
    }
    if (article === null) sink.dirt('rows without an update');
    const product = productOf(of('product'), of('component'));
    const older = replacedBy(of('supersedes'), of('product'), packages, sink).filter((id) => id !== article);
    const { ids } = readCves(of('cves'));
    for (const cve of ids) {
      sink.advisory({
        article,
        cve,
        product,
        title: `${of('bulletin')}: ${of('title')}`,
        component: of('component'),
        severity: of('severity'),
        impact: of('impact'),
        date: readDay(of('date')),
        supersedes: [...new Set(older)].join(';'),
        exploits: '',
        build: '',
        restart: readRestart('Reboot', of('reboot')),
        record: number,
      });
    }
    if (article !== null)
      sink.statement({ kind: 'publishes', article, target: { fix: of('bulletin') }, product, record: number });
  }
  return true;
}

function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const places: Partial<Record<Column, number>> = {};
  for (const [column, spellings] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const place = names.findIndex((name) => spellings.includes(name));
    if (place >= 0) places[column] = place;
  }
  return places;
}

/** 'Internet Explorer 6' on 'Windows XP Service Pack 3'; a component that names no program is left to its own column. */
function productOf(product: string, component: string): string {
  const isProgram =
    /\b(?:Internet Explorer|\.NET Framework|XML Core Services|Outlook Express|DirectX|Media Player)\b/.test(component);
  return isProgram && /\bWindows\b/.test(product) ? `${component} on ${product}` : product;
}

/** The packages of each bulletin by product, for bulletins that are named without a package. */
function packagesOf(rows: readonly Row[]): Map<string, Set<string>> {
  const packages = new Map<string, Set<string>>();
  for (const { article, of } of rows) {
    if (article === null) continue;
    const key = `${of('bulletin').toUpperCase()} ${of('product')}`;
    packages.set(key, (packages.get(key) ?? new Set()).add(article));
  }
  return packages;
}

function replacedBy(
  text: string,
  product: string,
  packages: ReadonlyMap<string, Set<string>>,
  sink: FeedSink,
): string[] {
  return [...text.matchAll(REPLACED)].flatMap(([, bulletin = '', listed]) => {
    if (listed !== undefined) return listed.split(/[;,\s]+/).flatMap((id) => readUpdate(id) ?? []);
    const known = packages.get(`${bulletin.toUpperCase()} ${product}`);
    if (known === undefined) sink.dirt('replaced bulletins without an update');
    return [...(known ?? [])];
  });
}
