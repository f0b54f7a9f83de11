import { CORRECTION_KINDS, FILE_KINDS, type Reading, type Subject } from './subject.ts';

/** What speaks for one article, as it is gathered. */
export interface Votes {
  /** Full-text likeness, and its place among the hits. */
  text: number;
  place: number;
  /** By lists: articles that cite what the subject cites, and what those cite. */
  likeCiter: number;
  alsoCited: number;
  /** Cited by what the subject cites. */
  onward: number;
  /** Cited together with the subject. */
  coCited: number;
  /** Cites what cites the subject. */
  citesCiter: number;
  /** Ships or names the same files. */
  files: number;
  /** Corrected in the service packs in which most of what the subject cites is corrected. */
  corrected: number;
}

export type Candidates = ReadonlyMap<number, Votes>;

/** How many words are looked for in texts, how many hits are taken, and how far a hub is followed. */
const TEXT_WORDS = 5;
const TEXT_HITS = 60;
const TITLE_HITS = 150;
const HUB = 400;
const MOST_TITLED = 1000;
const LEAST_SHARE = 3;
/** What a word must tell at least to be looked for. */
const LEAST_WEIGHT = 3.5;
const RARE_WEIGHT = 5;
/** At most so many of the subject's citations are followed, and so many numbers beside them. */
const FOLLOWED = 400;

/** Gathers articles that may be related, with what speaks for each; not the subject itself. */
export function gatherCandidates(reading: Reading, subject: Subject): Candidates {
  const candidates = new Map<number, Votes>();
  const votes = (index: number): Votes => {
    let own = candidates.get(index);
    if (own === undefined) {
      own = { ...NO_VOTES };
      candidates.set(index, own);
    }
    return own;
  };
  gatherText(reading, subject, votes);
  gatherCitations(reading, subject, votes);
  gatherFiles(reading, subject, votes);
  gatherCorrected(reading, subject, votes);
  gatherNumbers(reading, subject, votes);
  candidates.delete(subject.index);
  return candidates;
}

const NO_VOTES: Votes = {
  text: 0,
  place: 1000,
  likeCiter: 0,
  alsoCited: 0,
  onward: 0,
  coCited: 0,
  citesCiter: 0,
  files: 0,
  corrected: 0,
};

type Vote = (index: number) => Votes;
const damped = (degree: number): number => 1 / Math.log(2 + degree);

/** The words that tell most of a text: rare ones that it repeats, those of its title first. */
export function tellingWords({ catalogue }: Reading, { words, facts }: Subject, most: number): string[] {
  const title = new Set(facts.titleWords);
  const scored: [string, number][] = [];
  for (const [word, count] of words) {
    const weight = catalogue.weight(word);
    // What no title holds is a name or a number, or nothing that anyone would write again.
    if (weight < LEAST_WEIGHT || (catalogue.titled(word).length === 0 && !/[\d._]/.test(word))) continue;
    const isRare = catalogue.titled(word).length === 0;
    scored.push([word, (isRare ? LEAST_WEIGHT : weight) * (count / (count + 1.2)) * (title.has(word) ? 1.8 : 1)]);
  }
  return scored
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([word]) => word);
}

function gatherText(reading: Reading, subject: Subject, votes: Vote): void {
  const { view, catalogue } = reading;
  const telling = tellingWords(reading, subject, 4 * TEXT_WORDS);
  // A common word costs much and finds little; it is looked for where there is no better one.
  const rare = telling.filter((word) => catalogue.weight(word) >= RARE_WEIGHT);
  const words = (rare.length >= 3 ? rare : telling).slice(0, TEXT_WORDS).map((text) => ({ text }));
  view.searchText(words, { limit: TEXT_HITS, any: true }).forEach(({ article, score }, place) => {
    const index = /^\d{1,9}$/.test(article) ? catalogue.numbered(Number(article)) : view.indexOf(`article:${article}`);
    if (index !== null) Object.assign(votes(index), { text: score, place });
  });
  for (const index of toldTitles(reading, subject)) votes(index);
}

/** Articles whose titles' words stand in the text, the fullest first: an article speaks of what it should cite. */
function toldTitles({ view, catalogue }: Reading, { words }: Subject): number[] {
  const told = new Float32Array(view.nodeCount);
  const touched: number[] = [];
  for (const word of words.keys()) {
    const titled = catalogue.titled(word);
    if (titled.length > MOST_TITLED) continue;
    const weight = catalogue.weight(word);
    for (const index of titled) {
      if (told[index] === 0) touched.push(index);
      told[index]! += weight;
    }
  }
  const shares: { index: number; share: number }[] = [];
  for (const index of touched) {
    const weight = told[index]!;
    const share = (weight * weight) / ((catalogue.facts(index)?.titleWeight ?? 0) + 4);
    if (share >= LEAST_SHARE) shares.push({ index, share });
  }
  return shares
    .sort((a, b) => b.share - a.share)
    .slice(0, TITLE_HITS)
    .map(({ index }) => index);
}

function gatherCitations({ links }: Reading, { index, cites, citedBy }: Subject, votes: Vote): void {
  const likeness = new Map<number, number>();
  for (const cited of cites.slice(0, FOLLOWED)) {
    const citers = links.citedBy(cited);
    const weight = damped(citers.length);
    for (const citer of citers.slice(0, HUB)) {
      if (citer !== index) likeness.set(citer, (likeness.get(citer) ?? 0) + weight);
    }
    const onward = links.cites(cited);
    const passed = damped(onward.length + citers.length);
    for (const next of onward.slice(0, HUB)) votes(next).onward += passed;
  }
  const likest = [...likeness].sort(([, a], [, b]) => b - a).slice(0, 60);
  for (const [citer, weight] of likest) {
    const others = links.cites(citer);
    const share = weight / Math.sqrt(cites.length * others.length);
    votes(citer).likeCiter += share;
    for (const other of others) votes(other).alsoCited += share;
  }
  for (const citer of citedBy.slice(0, HUB)) {
    const others = links.cites(citer);
    const weight = damped(others.length);
    for (const other of others.slice(0, HUB)) votes(other).coCited += weight;
    const citers = links.citedBy(citer);
    const passed = damped(citers.length + others.length);
    for (const other of citers.slice(0, HUB)) votes(other).citesCiter += passed;
  }
}

function gatherFiles({ view, links }: Reading, { files }: Subject, votes: Vote): void {
  for (const file of files.slice(0, 100)) {
    if (view.node(file).kind !== 'file') continue;
    const others = links.sources(file, FILE_KINDS);
    if (others.length > HUB) continue;
    const weight = Math.log((view.articleCount + 1) / (others.length + 0.5));
    for (const other of others) votes(other).files += weight;
  }
}

/** A list of what a service pack corrects cites articles that are first corrected in it. */
function gatherCorrected({ links }: Reading, { cites }: Subject, votes: Vote): void {
  const shares = new Map<number, number>();
  for (const cited of cites.slice(0, FOLLOWED)) {
    for (const pack of links.targets(cited, CORRECTION_KINDS)) shares.set(pack, (shares.get(pack) ?? 0) + 1);
  }
  const packs = [...shares].sort(([, a], [, b]) => b - a).slice(0, 4);
  for (const [pack, count] of packs) {
    const all = links.sources(pack, CORRECTION_KINDS);
    const weight = (count / cites.length) * Math.min(1, (count + 1) / all.length) * 8;
    for (const article of all) votes(article).corrected += weight;
  }
}

/** Articles of one series have numbers side by side. */
function gatherNumbers({ catalogue }: Reading, { facts, cites }: Subject, votes: Vote): void {
  const near = (number: number, reach: number) => {
    for (let step = -reach; number > 0 && step <= reach; step++) {
      const index = step === 0 ? null : catalogue.numbered(number + step);
      if (index !== null) votes(index);
    }
  };
  near(facts.number, 8);
  for (const cited of cites.slice(0, 60)) near(catalogue.facts(cited)?.number ?? 0, 2);
}
