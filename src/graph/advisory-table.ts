import {
  ADVISORY_COLUMNS,
  type AdvisoryColumn,
  type AdvisoryRecord,
  type AdvisoryTable,
  type AffectedProduct,
  type FeedRestart,
  type FeedSource,
  type GatheredRestart,
  type GatheredStatement,
  TEXT_COLUMNS,
  type TextColumn,
} from '../model/advisories.ts';
import type { FeedSink, FeedStatement } from '../model/feed.ts';
import { type AffectedIdentity, identifyAffected, unknownAffected } from './identity/identify-platform.ts';
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
  const restarts = createRestarts();
  const said: { source: number; statement: FeedStatement }[] = [];
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
    statement(statement) {
      said.push({ source: sources.length - 1, statement });
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
      columns.build[rows] = texts.build.numberOf(record.build ?? '');
      if (record.restart) restarts.add(record, record.restart, { source, name: columns.spelling[rows]! });
      columns.source[rows] = source;
      columns.record[rows] = record.record;
      rows++;
    },
    finish() {
      if (sources.length === 0) return null;
      const own = { names: columns.spelling.subarray(0, rows), articles: columns.article.subarray(0, rows) };
      const { products, productOf, spellingOf } = foldNames(names.values, own);
      const { first, order } = byProduct(columns.spelling.subarray(0, rows), productOf, products.length);
      for (const product of products) product.rows = first[product.index + 1]! - first[product.index]!;
      for (const column of ADVISORY_COLUMNS) columns[column] = take(columns[column], order);
      columns.spelling = take(spellingOf, columns.spelling);
      const kept = Object.fromEntries(TEXT_COLUMNS.map((column) => [column, texts[column].values]));
      const statements = said.map(({ source, statement: { product, record, ...rest } }): GatheredStatement => {
        const name = names.numberOf(product);
        return { ...rest, evidence: { source, product: productOf[name] ?? 0, record } };
      });
      return {
        sources,
        products,
        texts: kept as AdvisoryTable['texts'],
        columns,
        first,
        statements,
        restarts: restarts.finish(productOf),
      };
    },
  };
}

/** Gathers what records say of restarts, each saying once for an update, a name of a product and a source. */
function createRestarts() {
  const seen = new Set<string>();
  const found: GatheredRestart[] = [];
  return {
    add({ article, record }: AdvisoryRecord, { says, printed }: FeedRestart, from: { source: number; name: number }) {
      if (article === null) return;
      const key = `${article} ${says} ${from.source} ${from.name}`;
      if (seen.has(key)) return;
      seen.add(key);
      // Until all are read, the product is the number of the name.
      found.push({ article, says, evidence: { source: from.source, product: from.name, record, said: printed } });
    },
    finish: (productOf: Uint32Array): GatheredRestart[] =>
      found.map(({ evidence, ...rest }) => ({
        ...rest,
        evidence: { ...evidence, product: productOf[evidence.product]! },
      })),
  };
}

interface TextGathering {
  readonly values: string[];
  numberOf(text: string): number;
}

/**
 * Numbers texts in the order of their first mention, '' first. Rows come in runs, and the runs in the same order again
 * and again: the last text is tried first, then the one that came after it before.
 */
function createTextColumn(): TextGathering {
  const values = [''];
  const numbers = new Map([['', 0]]);
  const next = [0];
  let last = 0;
  /** The last text itself: a reader that remembers gives the very same one again, which takes no comparing. */
  let lastText = '';
  return {
    values,
    numberOf(text) {
      if (text === lastText) return last;
      lastText = text;
      const expected = next[last]!;
      let number: number | undefined = values[expected] === text ? expected : numbers.get(text);
      if (number === undefined) {
        const own = detach(text);
        number = values.push(own) - 1;
        next.push(0);
        numbers.set(own, number);
      }
      next[last] = number;
      last = number;
      return number;
    },
  };
}

/** The order of rows by product and then by reading, and where each product's rows begin in it. */
function byProduct(names: Uint32Array, productOf: Uint32Array, products: number) {
  const first = new Uint32Array(products + 1);
  for (const name of names) first[productOf[name]! + 1]!++;
  for (let product = 0; product < products; product++) first[product + 1]! += first[product]!;
  const next = first.slice();
  const order = new Uint32Array(names.length);
  for (let row = 0; row < names.length; row++) order[next[productOf[names[row]!]!]!++] = row;
  return { first, order };
}

/** The values at some places, in their order. */
function take(values: Uint32Array, places: Uint32Array): Uint32Array {
  const taken = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at++) taken[at] = values[places[at]!]!;
  return taken;
}

/** The products behind the names, ordered by key; for each name its product, and its place among that one's spellings. */
function foldNames(names: readonly string[], rows: { names: Uint32Array; articles: Uint32Array }) {
  const counts = new Uint32Array(names.length);
  const isUpdated = new Uint8Array(names.length);
  for (let row = 0; row < rows.names.length; row++) {
    counts[rows.names[row]!]!++;
    if (rows.articles[row] !== 0) isUpdated[rows.names[row]!] = 1;
  }
  const byKey = new Map<string, { identity: AffectedIdentity; names: number[] }>();
  names.forEach((name, number) => {
    if (counts[number] === 0) return;
    // Thousands of packages of Linux have no update of their own, and run on nothing that is known here.
    const identity = isUpdated[number] === 1 || /windows/i.test(name) ? identifyAffected(name) : unknownAffected(name);
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
