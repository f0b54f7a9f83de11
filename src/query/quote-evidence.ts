import { detach } from '../graph/string-pool.ts';
import type { Advisory } from '../model/advisories.ts';
import type { EdgeEvidence, FeedRecord } from '../model/graph.ts';
import type { GraphView, StoredArticle } from '../model/graph-view.ts';

/** The sentence that states an edge: `text.slice(from, to)` of that copy of the article, or a feed's record in words. */
export interface QuotedEvidence extends Omit<EdgeEvidence, 'record'> {
  quote: string;
  /** Where the record of a feed stands; absent where an article says it. */
  feed?: { name: string; file: string; date: string | null; record: number };
}

/** A server quotes the same sentences again and again; so many of them stay in memory. */
const MOST_REMEMBERED = 50_000;
const remembered = new WeakMap<GraphView, Map<string, string>>();

/** Reads the sentences that edges rest on; each article once. */
export function createQuoter(view: GraphView): (evidence: readonly EdgeEvidence[]) => QuotedEvidence[] {
  let quotes = remembered.get(view);
  if (quotes === undefined || quotes.size > MOST_REMEMBERED) {
    quotes = new Map();
    remembered.set(view, quotes);
  }
  const known = quotes;
  const read = new Map<string, StoredArticle | null>();
  const articleOf = ({ article, copy }: EdgeEvidence): StoredArticle | null => {
    const key = `${copy}/${article}`;
    let text = read.get(key);
    if (text === undefined) {
      text = view.article(article, copy);
      read.set(key, text);
    }
    return text;
  };
  return (evidence) =>
    evidence.map(({ record, ...piece }) => {
      if (record !== undefined) return { ...piece, ...tellRecord(view, record) };
      const key = `${piece.copy}/${piece.article}/${piece.from}/${piece.to}`;
      let quote = known.get(key);
      if (quote === undefined) {
        const article = articleOf(piece);
        const offset = article?.offset ?? 0;
        quote = detach(article?.text.slice(piece.from - offset, piece.to - offset) ?? '');
        known.set(key, quote);
      }
      return { ...piece, quote };
    });
}

/** A feed's record, as a person reads it. */
function tellRecord(
  view: GraphView,
  { source, product, record, said }: FeedRecord,
): Pick<QuotedEvidence, 'quote' | 'feed'> {
  const advisories = view.advisories();
  const from = advisories?.sources[source];
  if (!advisories || from === undefined) return { quote: '' };
  const feed = { name: from.feed, file: from.file, date: from.date, record };
  const row = rowOf(view, product, { source, record });
  if (row === undefined) return { quote: said ?? `${from.feed}, record ${record}`, feed };
  const name = advisories.products[product]?.names[row.spelling];
  const words = [
    row.article === null ? null : /^\d/.test(row.article) ? `KB${row.article}` : row.article,
    row.cve === null ? null : `for ${row.cve}`,
    name === undefined || name === '' ? null : `on ${name}`,
  ].filter((part) => part !== null);
  const place = `(${[from.date, row.title].filter(Boolean).join(': ')})`;
  if (said !== undefined) return { quote: `${said}, of ${words.join(' ')} ${place}`, feed };
  const replaces = row.supersedes.length === 0 ? '' : `, replaces ${row.supersedes.join(', ')}`;
  return { quote: `${words.join(' ')}${replaces} ${place}`, feed };
}

/** The rows of one product, and how to find one of them. */
interface ProductRows {
  rows: readonly Advisory[];
  asked: number;
  /** Rows by their sources and records, once it is worth it. */
  places: Map<number, Advisory> | null;
}

const rowsByView = new WeakMap<GraphView, Map<number, ProductRows>>();
/** Products whose rows stay in memory: a page quotes a few again and again. */
const MOST_PRODUCTS = 50;
/** A long chain quotes one product's rows thousands of times; a page looks a few up. */
const WORTH_A_MAP = 16;

function rowOf(view: GraphView, product: number, { source, record }: Pick<Advisory, 'source' | 'record'>) {
  const known = rowsByView.get(view) ?? new Map<number, ProductRows>();
  rowsByView.set(view, known);
  let own = known.get(product);
  if (own === undefined) {
    if (known.size >= MOST_PRODUCTS) known.clear();
    own = { rows: view.advisories()?.rows(product) ?? [], asked: 0, places: null };
    known.set(product, own);
  }
  if (++own.asked < WORTH_A_MAP) return own.rows.find((row) => row.source === source && row.record === record);
  // Of several rows of one record the first is told.
  own.places ??= new Map([...own.rows].reverse().map((row) => [placeOf(row), row]));
  return own.places.get(placeOf({ source, record }));
}

const placeOf = ({ source, record }: Pick<Advisory, 'source' | 'record'>): number => source * 2 ** 32 + record;
