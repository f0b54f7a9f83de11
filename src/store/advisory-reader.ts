import type { Advisories, AffectedProduct, FeedSource, TextColumn } from '../model/advisories.ts';
import { readAdvisories } from './advisory-codec.ts';
import type { RecordReader } from './record-reader.ts';

/** How the parts of a text that stands for a list are joined. */
const JOINED_BY = { supersedes: ';', exploits: ' ' } as const;

/** Opens what feeds say: the list of products at once, texts and rows when they are asked for. */
export function createAdvisoryReader(records: RecordReader): () => Advisories | null {
  let opened: Advisories | null | undefined;
  return () => {
    opened ??= records.summary.advisories === 0 ? null : openAdvisories(records);
    return opened;
  };
}

function openAdvisories(records: RecordReader): Advisories {
  const sources = records.json<FeedSource[]>('advisories.sources');
  const products = records.json<AffectedProduct[]>('advisories.products');
  const rowsOf = records.query('SELECT data, crc FROM advisory WHERE product = ?');
  const texts = new Map<TextColumn, string[]>();
  const lists = { supersedes: new Map<number, readonly string[]>(), exploits: new Map<number, readonly string[]>() };
  const text = (column: TextColumn, number: number): string => {
    let all = texts.get(column);
    if (all === undefined) {
      all = records.json<string[]>(`advisories.${column}`);
      texts.set(column, all);
    }
    const found = all[number];
    if (found === undefined) throw records.damaged(`a row names ${column} ${number}, which is missing`);
    return found;
  };
  const list = (column: keyof typeof JOINED_BY, number: number): readonly string[] => {
    let parts = lists[column].get(number);
    if (parts === undefined) {
      const joined = text(column, number);
      parts = joined === '' ? [] : joined.split(JOINED_BY[column]);
      lists[column].set(number, parts);
    }
    return parts;
  };
  return {
    sources,
    products,
    rows(product) {
      if (products[product] === undefined) {
        throw new RangeError(`There is no product ${product}: there are ${products.length}, counted from 0.`);
      }
      const row = rowsOf.get(product);
      if (row === undefined) throw records.damaged(`the rows of product ${product} are missing`);
      return readAdvisories(records.checked(`advisory/${product}`, row.data, row.crc), product, { text, list });
    },
  };
}
