// node test/bench/related.mjs STORE [--edges N] [--learn]: would `related` find a citation that is taken away?
// Drops one edge between two articles whose target is cited at most 20 times and does not cite back, takes the lines of
// the citation out of the text, passes over articles that are linked already, and asks for the dropped one. Prints
// hits among the first 10 and mean reciprocal rank beside the baselines', and how many targets are candidates at all.
// `--learn` fits the weights of src/query/related/weights.ts on other edges and prints them. Needs `npm run build`.
import { existsSync } from 'node:fs';
import { fitWeights } from './related-weights.mjs';

const words = process.argv.slice(2);
const file = words.find((word, at) => !word.startsWith('--') && !/^--(?:edges|learn)$/.test(words[at - 1] ?? ''));
if (file === undefined || !existsSync(file)) {
  console.log('skipped: name a store of the whole corpus, as kbgraph build made it');
  process.exit(0);
}
const EDGES = Number(words[words.indexOf('--edges') + 1]) || 1000;
const SEED = 20;
const BASELINE_WORDS = 20;
const MOST_CITED = 20;

const { openStore } = await import('../../dist/store/open-store.js');
const { readingOf, readSubject } = await import('../../dist/query/related/subject.js');
const { casesOf, measureCandidates, rankCandidates } = await import('../../dist/query/related/rank.js');
const { tellingWords } = await import('../../dist/query/related/candidates.js');
const { MEASURES } = await import('../../dist/query/related/measures.js');
const store = openStore(file);
const reading = readingOf(store);

/** Numbers from 0 to below 1, the same ones each time (mulberry32). */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const sample = (list, count, seed) => {
  const next = random(seed);
  const left = [...list];
  for (let at = 0; at < Math.min(count, left.length); at++) {
    const other = at + Math.floor(next() * (left.length - at));
    [left[at], left[other]] = [left[other], left[at]];
  }
  return left.slice(0, count);
};

const eligible = [];
for (const { index, node } of store.nodes('article')) {
  if (node.status !== 'present') continue;
  for (const target of reading.links.cites(index)) {
    const isText = reading.catalogue.facts(target)?.isPresent;
    if (!isText || reading.links.citedBy(target).length > MOST_CITED) continue;
    if (!reading.links.cites(target).includes(index)) eligible.push([index, target]);
  }
}

/** The text without the lines that name the target: its number's, those on which its title goes on, and its title's. */
function withoutCitation(text, number, title) {
  const lines = text.split('\n');
  const kept = lines.map(() => true);
  const named = new RegExp(`(?<!\\d)0{0,2}${number}(?!\\d)`);
  const titleWords = new Set(title.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const tells = (line) => {
    const found = new Set((line.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => titleWords.has(word)));
    return titleWords.size >= 3 && found.size >= 0.7 * titleWords.size;
  };
  lines.forEach((line, at) => {
    if (named.test(line)) {
      kept[at] = false;
      for (let next = at + 1; next <= at + 3; next++) {
        const going = lines[next];
        if (going === undefined || going.trim() === '' || /\bQ\d{5,6}\b/.test(going)) break;
        kept[next] = false;
      }
    }
    const after = lines[at + 1] ?? '';
    if (tells(line)) kept[at] = false;
    else if (tells(`${line} ${after}`)) kept[at] = kept[at + 1] = false;
  });
  return lines.filter((_, at) => kept[at]).join('\n');
}

const numberOf = (index) => store.node(index).id.slice('article:'.length);
const pretend = ([source, target]) => {
  const text = withoutCitation(store.article(numberOf(source)).text, numberOf(target), store.node(target).label);
  return { without: target, text };
};

/** Articles around one in the graph of citations. */
const around = (index, without) =>
  new Set([...reading.links.cites(index), ...reading.links.citedBy(index)].filter((other) => other !== without));
const overlapOf = (subject, without) => {
  const own = around(subject, without);
  return (index) => {
    const other = around(index, subject === index ? without : subject);
    let common = 0;
    for (const each of other) if (own.has(each)) common++;
    return common / Math.max(1, own.size + other.size - common);
  };
};

const tallies = new Map();
const count = (name, place) => {
  const tally = tallies.get(name) ?? { hits: 0, first: 0, reciprocal: 0 };
  if (place <= 10) tally.hits++;
  if (place === 1) tally.first++;
  tally.reciprocal += 1 / place;
  tallies.set(name, tally);
};
const placeBy = (list, target, scoreOf) => {
  const own = list.find(({ index }) => index === target);
  const score = own === undefined ? 0 : scoreOf(own);
  if (score <= 0) return Number.POSITIVE_INFINITY;
  return 1 + list.filter((one) => one !== own && scoreOf(one) >= score).length;
};

const edges = sample(eligible, EDGES, SEED);
if (words.includes('--learn')) {
  const held = new Set(edges.map((edge) => edge.join(' ')));
  const others = sample(
    eligible.filter((edge) => !held.has(edge.join(' '))),
    Number(words[words.indexOf('--learn') + 1]) || 3000,
    SEED + 1,
  );
  const next = random(SEED + 2);
  const questions = [];
  for (const edge of others) {
    const subject = readSubject(reading, edge[0], pretend(edge));
    const { measured } = measureCandidates(reading, subject, (index) => subject.linked.has(index));
    if (!measured.some(({ index }) => index === edge[1])) continue;
    const kept = measured.filter(({ index }) => index === edge[1] || next() < 200 / measured.length);
    questions.push({
      cases: casesOf(subject),
      rows: kept.map(({ measures }) => measures),
      answer: kept.findIndex(({ index }) => index === edge[1]),
    });
  }
  const weights = fitWeights(questions, MEASURES.length, random(SEED + 3));
  for (const [at, measure] of MEASURES.entries()) {
    console.log(`  ${measure}: [${weights[at].map((weight) => Number(weight.toFixed(2))).join(', ')}],`);
  }
  process.exit(0);
}

const times = [];
let processor = 0;
const segments = new Map();
let recalled = 0;
let candidates = 0;
for (const edge of [...edges.slice(0, 200), null, ...edges]) {
  // The first ones warm the caches.
  if (edge === null) {
    times.length = 0;
    tallies.clear();
    segments.clear();
    recalled = candidates = processor = 0;
    continue;
  }
  const [source, target] = edge;
  const pretence = pretend(edge);
  const used = process.cpuUsage();
  const started = performance.now();
  const subject = readSubject(reading, source, pretence);
  const skip = (index) => subject.linked.has(index);
  const ranked = rankCandidates(reading, subject, skip);
  times.push(performance.now() - started);
  const { user, system } = process.cpuUsage(used);
  processor += (user + system) / 1000;

  const { measured } = measureCandidates(reading, subject, skip);
  // The baseline may look for more words than a query in a hurry.
  const terms = tellingWords(reading, subject, BASELINE_WORDS).map((word) => ({ text: word }));
  const hits = store.searchText(terms, { limit: 200, any: true });
  const likeness = new Map(hits.map(({ article, score }) => [store.indexOf(`article:${article}`), score]));
  for (const index of likeness.keys()) {
    if (index !== source && !skip(index) && !measured.some((one) => one.index === index)) measured.push({ index });
  }
  const place = ranked.findIndex(({ index }) => index === target) + 1 || Number.POSITIVE_INFINITY;
  recalled += place < Number.POSITIVE_INFINITY ? 1 : 0;
  candidates += ranked.length;
  const overlap = overlapOf(source, target);
  const most = { text: 1e-9, overlap: 1e-9 };
  const list = measured.map(({ index }) => {
    const scores = { index, text: likeness.get(index) ?? 0, overlap: overlap(index) };
    most.text = Math.max(most.text, scores.text);
    most.overlap = Math.max(most.overlap, scores.overlap);
    return scores;
  });
  count(
    'text alone (BM25)',
    placeBy(list, target, ({ text }) => text),
  );
  count(
    'overlap of neighbourhoods',
    placeBy(list, target, (one) => one.overlap),
  );
  count(
    'plain sum of both',
    placeBy(list, target, (one) => one.text / most.text + one.overlap / most.overlap),
  );
  count('related', place);
  const cited = subject.cites.length;
  const segment = cited < 3 ? 'cites 0-2 others' : cited < 50 ? 'cites 3-49 others' : 'cites 50 and more';
  const tally = segments.get(segment) ?? { edges: 0, hits: 0 };
  tally.edges++;
  if (place <= 10) tally.hits++;
  segments.set(segment, tally);
}

const share = (part) => (part / edges.length).toFixed(3);
console.log(`${edges.length} of ${eligible.length} edges, seed ${SEED}`);
console.log('ranking'.padEnd(28), 'hit@10', ' hit@1', '   MRR');
for (const [name, { hits, first, reciprocal }] of tallies) {
  console.log(name.padEnd(28), ...[hits, first, reciprocal].map((sum) => share(sum).padStart(6)));
}
console.log(
  `candidates: ${Math.round(candidates / edges.length)} a query, which hold the target in ${share(recalled)}`,
);
for (const [name, { edges: all, hits }] of [...segments].sort())
  console.log(`  ${name}: hit@10 ${(hits / all).toFixed(3)} of ${all}`);
times.sort((a, b) => a - b);
const quantile = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1);
const average = times.reduce((sum, time) => sum + time, 0) / times.length;
console.log(
  `time: mean ${average.toFixed(1)} ms, median ${quantile(0.5)}, 95% ${quantile(0.95)}, 99% ${quantile(0.99)}; of the processor ${(processor / edges.length).toFixed(1)} ms (below 50)`,
);
const { hits } = tallies.get('related');
if (hits / edges.length < 0.28 || processor / edges.length > 50) process.exitCode = 1;
