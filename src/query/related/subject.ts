import type { EdgeKind } from '../../model/graph.ts';
import type { GraphView } from '../../model/graph-view.ts';
import { type ArticleFacts, type Catalogue, catalogueOf } from './catalogue.ts';
import { type Links, linksOf } from './links.ts';
import { countWords } from './words.ts';

/** Edges between articles. */
const LINKS: readonly EdgeKind[] = [
  'references',
  'supersedes',
  'requires',
  'includes',
  'broken-by',
  'contains-newer',
  'same-build',
];

/** Edges to files. */
export const FILE_KINDS: readonly EdgeKind[] = ['ships', 'mentions'];

/** Edges to the products that an article is about, and to the service packs in which it is corrected. */
export const PRODUCT_KINDS: readonly EdgeKind[] = ['applies-to'];
export const CORRECTION_KINDS: readonly EdgeKind[] = ['fixed-in'];

/** The article that relatives are looked for, with everything that they are compared by. */
export interface Subject {
  index: number;
  facts: ArticleFacts;
  /** The words of its title and text, with how often they stand there. */
  words: ReadonlyMap<string, number>;
  cites: readonly number[];
  citedBy: readonly number[];
  /** Articles that any edge joins it with. */
  linked: ReadonlySet<number>;
  files: readonly number[];
  products: ReadonlySet<number>;
  servicePacks: ReadonlySet<number>;
}

/** As if an edge were not there: for measuring whether it would be found. */
export interface Pretence {
  /** The article whose links with the subject are passed over. */
  without: number;
  /** The subject's text without the lines that cite it. */
  text: string;
}

/** What its articles are read with. */
export interface Reading {
  view: GraphView;
  catalogue: Catalogue;
  links: Links;
}

/** The readers of a view, remembered with it. */
export function readingOf(view: GraphView): Reading {
  return { view, catalogue: catalogueOf(view), links: linksOf(view) };
}

/** Where the legal lines of an article begin, and where its header ends. */
const LEGAL = 'THE INFORMATION PROVIDED IN THE MICROSOFT';

/** Reads the article that relatives are looked for; throws RangeError for what is none. */
export function readSubject(
  { view, catalogue, links }: Reading,
  index: number,
  pretence: Pretence | null = null,
): Subject {
  const facts = catalogue.facts(index);
  if (facts === null) throw new RangeError(`Node ${index} is no article.`);
  const isKept = (other: number) => other !== pretence?.without && other !== index;
  const text = pretence?.text ?? view.article(view.node(index).id.slice('article:'.length))?.text ?? '';
  const legal = text.lastIndexOf(LEGAL);
  const words = new Map(facts.titleWords.map((word) => [word, 1]));
  for (const [word, count] of countWords(legal < 0 ? text : text.slice(0, legal))) {
    words.set(word, (words.get(word) ?? 0) + count);
  }
  const isArticle = (other: number) => isKept(other) && catalogue.facts(other) !== null;
  return {
    index,
    facts,
    words,
    cites: links.cites(index).filter(isKept),
    citedBy: links.citedBy(index).filter(isKept),
    linked: new Set([...links.targets(index, LINKS), ...links.sources(index, LINKS)].filter(isArticle)),
    files: links.targets(index, FILE_KINDS),
    products: new Set(links.targets(index, PRODUCT_KINDS)),
    servicePacks: new Set(links.targets(index, CORRECTION_KINDS)),
  };
}
