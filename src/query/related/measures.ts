import type { Candidates, Votes } from './candidates.ts';
import { CORRECTION_KINDS, FILE_KINDS, PRODUCT_KINDS, type Reading, type Subject } from './subject.ts';

/** What a candidate is measured by, each about 0 to 1. */
export const MEASURES = [
  'text',
  'textShare',
  'textPlace',
  'titleInText',
  'titleWeight',
  'titles',
  'likeCiter',
  'alsoCited',
  'onward',
  'coCited',
  'citesCiter',
  'files',
  'corrected',
  'samePack',
  'products',
  'keywords',
  'category',
  'prefix',
  'citedKeywords',
  'citedCategory',
  'citedPrefix',
  'citedProducts',
  'number',
  'citedNumber',
  'citations',
  'uncited',
  'citing',
  'olderNumber',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What the articles that the subject cites have in common: for each trait, the share of them that have it. */
interface Profile {
  keywords: ReadonlyMap<string, number>;
  categories: ReadonlyMap<string, number>;
  prefixes: ReadonlyMap<string, number>;
  products: ReadonlyMap<number, number>;
  numbers: readonly number[];
}

/** Measures candidates against one subject. */
export type Meter = (index: number, votes: Votes) => number[];

/** Makes the meter of one subject. */
export function meterOf(reading: Reading, subject: Subject, candidates: Candidates): Meter {
  const { catalogue, links } = reading;
  const profile = profileOf(reading, subject);
  const best = [...candidates.values()].reduce((most, { text }) => Math.max(most, text), 0) || 1;
  const ownKeywords = new Set(subject.facts.keywords);
  const ownTitle = new Set(subject.facts.titleWords);
  return (index, votes) => {
    const facts = catalogue.facts(index);
    if (facts === null) return MEASURES.map(() => 0);
    const title = facts.titleWeight;
    let inText = 0;
    let inTitle = 0;
    for (const word of facts.titleWords) {
      const weight = catalogue.weight(word);
      if (subject.words.has(word)) inText += weight;
      if (ownTitle.has(word)) inTitle += weight;
    }
    const products = links.targets(index, PRODUCT_KINDS);
    const packs = links.targets(index, CORRECTION_KINDS);
    const citers = links.citedBy(index).reduce((count, citer) => count + (citer === subject.index ? 0 : 1), 0);
    return [
      Math.log1p(votes.text / 10) / 2,
      votes.text / best,
      3 / (3 + votes.place),
      title === 0 ? 0 : inText / title,
      Math.log1p(inText) / 3,
      inTitle / (title + subject.facts.titleWeight - inTitle + 1e-9),
      Math.sqrt(votes.likeCiter),
      Math.sqrt(votes.alsoCited),
      Math.log1p(votes.onward),
      Math.log1p(votes.coCited),
      Math.log1p(votes.citesCiter),
      Math.log1p(votes.files) / 3,
      Math.min(votes.corrected, 8) / 4,
      packs.some((pack) => subject.servicePacks.has(pack)) ? 1 : 0,
      overlap(products, subject.products),
      overlap(facts.keywords, ownKeywords),
      facts.category !== null && facts.category === subject.facts.category ? 1 : 0,
      facts.prefix !== null && facts.prefix === subject.facts.prefix ? 1 : 0,
      mean(facts.keywords, profile.keywords),
      profile.categories.get(facts.category ?? '') ?? 0,
      profile.prefixes.get(facts.prefix ?? '') ?? 0,
      mean(products, profile.products),
      nearness(Math.abs(facts.number - subject.facts.number)),
      nearness(nearest(profile.numbers, facts.number)),
      Math.log1p(citers) / 3,
      citers === 0 ? 1 : 0,
      Math.log1p(links.cites(index).length) / 4,
      facts.number < subject.facts.number ? 1 : 0,
    ];
  };
}

function profileOf({ catalogue, links }: Reading, { cites }: Subject): Profile {
  const count = <Key>(keysOf: (index: number) => readonly Key[]): Map<Key, number> => {
    const shares = new Map<Key, number>();
    for (const cited of cites) {
      for (const key of new Set(keysOf(cited))) shares.set(key, (shares.get(key) ?? 0) + 1 / cites.length);
    }
    return shares;
  };
  return {
    keywords: count((index) => catalogue.facts(index)?.keywords ?? []),
    categories: count((index) => [catalogue.facts(index)?.category ?? '']),
    prefixes: count((index) => [catalogue.facts(index)?.prefix ?? '']),
    products: count((index) => links.targets(index, PRODUCT_KINDS)),
    numbers: cites.map((index) => catalogue.facts(index)?.number ?? 0).sort((a, b) => a - b),
  };
}

/** The share that two sets have in common of what either has. */
function overlap<Key>(own: readonly Key[], other: ReadonlySet<Key>): number {
  let common = 0;
  for (const key of own) if (other.has(key)) common++;
  const all = own.length + other.size - common;
  return all === 0 ? 0 : common / all;
}

function mean<Key>(keys: readonly Key[], shares: ReadonlyMap<Key, number>): number {
  if (keys.length === 0 || shares.size === 0) return 0;
  let sum = 0;
  for (const key of keys) sum += shares.get(key) ?? 0;
  return sum / Math.sqrt(keys.length);
}

const nearness = (distance: number): number => (Number.isFinite(distance) ? 1 / Math.log(2.72 + distance) : 0);

/** The distance to the nearest of some sorted numbers. */
function nearest(sorted: readonly number[], number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < number) low = middle + 1;
    else high = middle;
  }
  const after = sorted[low];
  const before = sorted[low - 1];
  return Math.min(
    after === undefined ? Number.POSITIVE_INFINITY : after - number,
    before === undefined ? Number.POSITIVE_INFINITY : number - before,
  );
}

/** The files that two articles both ship or name. */
export function sharedFiles({ view, links }: Reading, { files }: Subject, index: number): number[] {
  const others = new Set(links.targets(index, FILE_KINDS));
  return files.filter((file) => others.has(file) && view.node(file).kind === 'file');
}
