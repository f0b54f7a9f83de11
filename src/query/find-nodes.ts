import type { NodeKind } from '../model/graph.ts';
import type { GraphView, SearchTerm } from '../model/graph-view.ts';
import { articleNumber, resolveNodes } from './resolve-node.ts';
import { searchTerms } from './search-terms.ts';

/** What matched of a node: its id or whole name, words of its name, or words of its text. */
export type FoundBy = 'id' | 'name' | 'text';

/** What was found for what was typed. */
export interface Found {
  /** What was typed, shortened where it is too long. */
  query: string;
  /** The words that were looked for in the end. */
  words: string[];
  /** The same as one line where it differs from what was typed; else null. */
  corrected: string | null;
  /** Nodes by index, the best first; often more than were asked for. */
  found: Map<number, FoundBy>;
}

/** Kinds that are few and stand for much: they come before articles. */
const THINGS: readonly NodeKind[] = ['family', 'product', 'service-pack', 'fix', 'cve'];
const MOST_THINGS = 6;
/** Fewer hits than this, and other spellings are tried. */
const FEW = 10;
/** A word so many times rarer than one that is a slip away is likely a slip. */
const MUCH_RARER = 20;

/** Finds nodes by what a person types: ids and names first, then things by their names, articles, and files. */
export function findNodes(view: GraphView, text: string, limit: number): Found {
  const { query, terms, words } = searchTerms(text);
  const found = new Map<number, FoundBy>();
  const add = (index: number, reason: FoundBy) => {
    if (!found.has(index)) found.set(index, reason);
  };
  for (const index of resolveNodes(view, query)) add(index, 'id');
  addNamedWords(view, words, add);

  let corrected: string | null = null;
  const number = articleNumber(query);
  if (number !== null) findByWords(view, [{ text: `Q${number}` }, { text: number }], limit, true, add);
  else findByWords(view, terms, limit, false, add);
  if (found.size < FEW && terms.length > 0 && number === null) {
    const better = correctTerms(view, terms);
    if (better) {
      const before = found.size;
      addNamedWords(
        view,
        better.map((term) => term.text),
        add,
      );
      findByWords(view, better, limit, false, add);
      if (found.size > before) corrected = better.map((term) => term.text).join(' ');
    }
    if (found.size < FEW) findByWords(view, better ?? terms, limit, true, add);
  }

  return { query, words: corrected === null ? words : corrected.split(' '), corrected, found };
}

/** What single words name by themselves: 'Q260695', 'MS02-017', 'ese.dll'. */
function addNamedWords(view: GraphView, words: readonly string[], add: (index: number, by: FoundBy) => void): void {
  for (const word of words) {
    if (!/^(?:q|kb)?\d{5,7}$|^ms\d\d-\d{3}$|^cve-|\.[a-z]{2,3}$/i.test(word)) continue;
    for (const index of resolveNodes(view, word)) add(index, 'id');
  }
}

function findByWords(
  view: GraphView,
  terms: readonly SearchTerm[],
  limit: number,
  any: boolean,
  add: (index: number, reason: FoundBy) => void,
): void {
  if (terms.length === 0) return;
  // The last word may still be being typed.
  const open = terms.map((term, place) =>
    place === terms.length - 1 && term.text.length >= 2 ? { ...term, prefix: true } : term,
  );
  for (const { index } of view.searchNames(open, { limit: MOST_THINGS, any, kinds: THINGS })) add(index, 'name');

  // Titles and texts are two rankings; a place in either counts, the more the higher.
  const scores = new Map<number, { score: number; reason: 'name' | 'text' }>();
  const vote = (index: number, place: number, weight: number, reason: 'name' | 'text') => {
    const before = scores.get(index);
    scores.set(index, { score: (before?.score ?? 0) + weight / (place + 20), reason: before?.reason ?? reason });
  };
  const depth = Math.max(limit, 50);
  const titles = view.searchNames(open, { limit: depth, any, kinds: ['article'] });
  for (const [place, { index }] of titles.entries()) vote(index, place, 1, 'name');
  view.searchText(terms, { limit: depth, any }).forEach(({ article }, place) => {
    const index = view.indexOf(`article:${article}`);
    if (index !== null) vote(index, place, 1.2, 'text');
  });
  const articles = [...scores].sort(
    ([a, { score: one }], [b, { score: other }]) => other - one || view.importance(b) - view.importance(a) || a - b,
  );
  for (const [index, { reason }] of articles) add(index, reason);
  for (const { index } of view.searchNames(open, { limit: depth, any, kinds: ['file'] })) add(index, 'name');
}

/** The terms with each word that is likely a slip replaced by what was likely meant; null when there is none. */
function correctTerms(view: GraphView, terms: readonly SearchTerm[]): SearchTerm[] | null {
  let isCorrected = false;
  const better = terms.map((term, place) => {
    const file = correctFileName(view, term.text);
    if (file !== null) {
      isCorrected = true;
      return { text: file };
    }
    if (!/^\p{L}{3,}$/u.test(term.text)) return term;
    const [first, second] = view.similarWords(term.text, 2);
    const isKnown = first?.word === term.text.toLowerCase();
    const likeliest = isKnown ? second : first;
    if (!likeliest || (isKnown && likeliest.count < first.count * MUCH_RARER)) return term;
    if (place === terms.length - 1 && isBeginning(view, term)) return term;
    isCorrected = true;
    return { text: likeliest.word };
  });
  return isCorrected ? better : null;
}

/** Whether many names hold a word that begins so: then it is being typed, and no slip. */
function isBeginning(view: GraphView, term: SearchTerm): boolean {
  return view.searchNames([{ ...term, prefix: true }], { limit: MUCH_RARER }).length === MUCH_RARER;
}

/** The file whose name is a slip away from this one, or null. */
function correctFileName(view: GraphView, name: string): string | null {
  const [, stem, extension] = /^([\w-]{3,30})(\.\w{2,4})$/.exec(name.toLowerCase()) ?? [];
  if (stem === undefined || view.indexOf(`file:${stem}${extension}`) !== null) return null;
  const likeliest = view.similarWords(stem, 20).find(({ word }) => view.indexOf(`file:${word}${extension}`) !== null);
  return likeliest ? likeliest.word + extension : null;
}
