import type { GraphView } from '../../model/graph-view.ts';
import { countWords } from './words.ts';

/** What likeness is measured by, of one article. */
export interface ArticleFacts {
  /** The article's number; 0 where it has none. */
  number: number;
  /** The words of its title, folded. */
  titleWords: readonly string[];
  /** What they tell, together. */
  titleWeight: number;
  /** 'XADM', 'HOWTO'; null where the title has none. */
  prefix: string | null;
  category: string | null;
  keywords: readonly string[];
  /** Whether its text was read. */
  isPresent: boolean;
}

/** The titles of all articles, read in one pass when they are first needed. */
export interface Catalogue {
  /** Null for what is no article. */
  facts(index: number): ArticleFacts | null;
  /** The article with a number, or null. */
  numbered(number: number): number | null;
  /** Articles whose titles hold a word. */
  titled(word: string): readonly number[];
  /** How much a word tells: 0.3 for what any title may hold, upwards with rarity. */
  weight(word: string): number;
}

/** A word in one title of so many says nothing of what the article is about. */
const COMMON_SHARE = 1 / 15;
const COMMON_WEIGHT = 0.3;

const catalogues = new WeakMap<GraphView, Catalogue>();

/** The catalogue of a view, remembered with it. */
export function catalogueOf(view: GraphView): Catalogue {
  let catalogue = catalogues.get(view);
  if (catalogue === undefined) {
    catalogue = readCatalogue(view);
    catalogues.set(view, catalogue);
  }
  return catalogue;
}

const NONE: readonly number[] = [];

function readCatalogue(view: GraphView): Catalogue {
  const facts = new Map<number, ArticleFacts>();
  const byNumber = new Map<number, number>();
  const byWord = new Map<string, number[]>();
  for (const { index, node } of view.nodes('article')) {
    const { id, label, status, attributes } = node;
    const number = Number(/^article:(\d{1,9})$/.exec(id)?.[1] ?? 0);
    const titleWords = [...countWords(label).keys()];
    byNumber.set(number, index);
    for (const word of titleWords) {
      const titled = byWord.get(word);
      if (titled === undefined) byWord.set(word, [index]);
      else titled.push(index);
    }
    facts.set(index, {
      number,
      titleWords,
      titleWeight: 0,
      prefix: /^([A-Z0-9]{2,8}):/.exec(label)?.[1] ?? null,
      category: attributes.category ?? null,
      keywords: attributes.keywords?.map((keyword) => keyword.toLowerCase()) ?? [],
      isPresent: status === 'present',
    });
  }
  const total = facts.size;
  // Small archives have no word that is common by its count alone.
  const common = Math.max(20, total * COMMON_SHARE);
  const weight = (word: string): number => {
    const count = byWord.get(word)?.length ?? 0;
    return count > common ? COMMON_WEIGHT : Math.log((total + 1) / (count + 0.5));
  };
  for (const each of facts.values()) each.titleWeight = each.titleWords.reduce((sum, word) => sum + weight(word), 0);
  return {
    facts: (index) => facts.get(index) ?? null,
    numbered: (number) => byNumber.get(number) ?? null,
    titled: (word) => byWord.get(word) ?? NONE,
    weight,
  };
}
