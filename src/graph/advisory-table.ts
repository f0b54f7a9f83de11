import {
  ADVISORY_COLUMNS,
  type AdvisoryColumn,
  type AdvisoryRecord,
  type AdvisoryTable,
  type AffectedProduct,
  type FeedSource,
  TEXT_COLUMNS,
  type TextColumn,
} from '../model/advisories.ts';
import type { FeedSink } from '../model/feed.ts';
import { type AffectedIdentity, identifyAffected } from './identity/identify-platform.ts';
import { compare } from './node-table.ts';
import { detach } from './string-pool.ts';

/** Gathers the rows of all feeds: each text is kept once, and each row is a handful of numbers. */
export interface AdvisoryGathering extends FeedSink {
  readonly rows: number;
  /** The rows ordered by product; the gathering is spent afterwards. Null where no feed was read. */
  finish(): AdvisoryTable | null;
}

/** Starts without rows. */
export function createAdvisoryTable(): AdvisoryGathering {
  const sources: FeedSource[] = [];
  const names = createTextColumn();
  const texts = Object.fromEntries(TEXT_COLUMNS.map((column) => [column, createTextColumn()])) as Record<
    TextColumn,
    TextGathering
  >;
  let capacity = 1 << 12;
  let rows = 0;
  const columns = {} as Record<AdvisoryColumn, Uint32Array>;
  for (const column of ADVISORY_COLUMNS) columns[column] = new Uint32Array(capacity);

  function grow(): void {
    capacity *= 2;
    for (const column of ADVISORY_COLUMNS) {
      const larger = new Uint32Array(capacity);
      larger.set(columns[column]);
      columns[column] = larger;
    }
  }

  return {
    get rows() {
      return rows;
    },
    source(source) {
      sources.push({ ...source, records: 0, dirt: {} });
    },
    dirt(kind, count = 1) {
      const dirt = sources.at(-1)?.dirt;
      if (dirt !== undefined) dirt[kind] = (dirt[kind] ?? 0) + count;
    },
    advisory(record: AdvisoryRecord) {
      if (rows === capacity) grow();
      const source = sources.length - 1;
      sources[source]!.records++;
      // Until all are read, a row's spelling is the number of the name among all names.
      columns.spelling[rows] = names.numberOf(record.product);
      columns.article[rows] = texts.article.numberOf(record.article ?? '');
      columns.cve[rows] = texts.cve.numberOf(record.cve ?? '');
      columns.title[rows] = texts.title.numberOf(record.title);
      columns.component[rows] = texts.component.numberOf(record.component);
      columns.severity[rows] = texts.severity.numberOf(record.severity);
      columns.impact[rows] = texts.impact.numberOf(record.impact);
      columns.date[rows] = texts.date.numberOf(record.date ?? '');
      columns.supersedes[rows] = texts.supersedes.numberOf(record.supersedes);
      columns.exploits[rows] = texts.exploits.numberOf(record.exploits);
      columns.source[rows] = source;
      columns.record[rows] = record.record;
      rows++;
    },
    finish() {
      if (sources.length === 0) return null;
      const { products, productOf, spellingOf } = foldNames(names.values, columns.spelling.subarray(0, rows));
      const first = new Uint32Array(products.length + 1);
      for (let row = 0; row < rows; row++) first[productOf[columns.spelling[row]!]! + 1]!++;
      for (let product = 0; product < products.length; product++) {
        products[product]!.rows = first[product + 1]!;
        first[product + 1]! += first[product]!;
      }
      const place = new Uint32Array(rows);
      const next = first.slice();
      for (let row = 0; row < rows; row++) place[row] = next[productOf[columns.spelling[row]!]!]!++;
      for (const column of ADVISORY_COLUMNS) {
        const ordered = new Uint32Array(rows);
        const from = columns[column];
        if (column === 'spelling') for (let row = 0; row < rows; row++) ordered[place[row]!] = spellingOf[from[row]!]!;
        else for (let row = 0; row < rows; row++) ordered[place[row]!] = from[row]!;
        columns[column] = ordered;
      }
      const kept = Object.fromEntries(TEXT_COLUMNS.map((column) => [column, texts[column].values]));
      return { sources, products, texts: kept as AdvisoryTable['texts'], columns, first };
    },
  };
}

interface TextGathering {
  readonly values: string[];
  numberOf(text: string): number;
}

/** Numbers texts in the order of their first mention, '' first. Rows come in runs, so the last text is tried first. */
function createTextColumn(): TextGathering {
  const values = [''];
  const numbers = new Map([['', 0]]);
  let last = '';
  let lastNumber = 0;
  return {
    values,
    numberOf(text) {
      if (text === last) return lastNumber;
      let number = numbers.get(text);
      if (number === undefined) {
        const own = detach(text);
        number = values.push(own) - 1;
        numbers.set(own, number);
      }
      last = text;
      lastNumber = number;
      return number;
    },
  };
}

/** The products behind the names, ordered by key; for each name its product, and its place among that one's spellings. */
function foldNames(names: readonly string[], rowNames: Uint32Array) {
  const counts = new Uint32Array(names.length);
  for (const name of rowNames) counts[name]!++;
  const byKey = new Map<string, { identity: AffectedIdentity; names: number[] }>();
  names.forEach((name, number) => {
    if (counts[number] === 0) return;
    const identity = identifyAffected(name);
    const known = byKey.get(identity.key);
    if (known === undefined) byKey.set(identity.key, { identity, names: [number] });
    else known.names.push(number);
  });
  const productOf = new Uint32Array(names.length);
  const spellingOf = new Uint32Array(names.length);
  const products = [...byKey]
    .sort(([a], [b]) => compare(a, b))
    .map(([key, { identity, names: own }], index): AffectedProduct => {
      own.sort((a, b) => counts[b]! - counts[a]! || compare(names[a]!, names[b]!));
      own.forEach((name, place) => {
        productOf[name] = index;
        spellingOf[name] = place;
      });
      const { product, ...rest } = identity;
      return { ...rest, index, key, names: own.map((name) => names[name]!), product: product.key, rows: 0 };
    });
  return { products, productOf, spellingOf };
}
