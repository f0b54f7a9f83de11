// node test/bench/store.mjs [STORE]: writes a store of a whole corpus with a graph of made-up edges
// (100,000 nodes, 500,000 edges), reads it, and prints times as ratios to `gzip -dc CORPUS | wc -c` in the same run.
// Needs `npm run build` and the corpus.
import { execSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpus, requireCorpus } from './measure.mjs';

const [kept] = process.argv.slice(2);
requireCorpus();
const { readSources } = await import('../../dist/read/read-sources.js');
const { openStore } = await import('../../dist/store/open-store.js');
const { createStoreWriter } = await import('../../dist/store/store-writer.js');
const NODES = 100_000;
const EDGES = 500_000;
const file = kept ?? join(tmpdir(), `kbgraph-bench-${process.pid}.db`);

let gunzip = 0;
/** Prints how long some work takes, by the clock and of the processor, and its ratio to unpacking the corpus. */
const time = (what, work) => {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  gunzip ||= ms;
  const figures = [ms.toFixed(1), ((user + system) / 1000).toFixed(1), (ms / gunzip).toFixed(3)];
  console.log(what.padEnd(44), ...figures.map((figure) => figure.padStart(10)));
  return value;
};
console.log('what'.padEnd(44), ...['ms', 'cpu ms', 'ratio'].map((head) => head.padStart(10)));
time('gzip -dc | wc -c', () => execSync(`gzip -dc '${corpus}' | wc -c`));

const articles = [];
for await (const { name, text } of readSources([corpus], () => undefined)) {
  const id = /Q(\d+)/.exec(name)?.[1] ?? name;
  const at = text.indexOf('TITLE');
  const title = at < 0 ? name : text.slice(at + 9, text.indexOf('\n', at)).trim();
  const span = { from: 0, to: text.length };
  articles.push({
    id,
    dialect: 'bench',
    title,
    modified: '2000-11-11',
    category: null,
    source: name,
    span,
    text,
    keywords: [],
    relations: [],
  });
}

let seed = 1;
const random = (below) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const nodes = [];
const ids = new Set();
for (const { id, title, modified } of articles) {
  if (ids.has(id)) continue;
  ids.add(id);
  nodes.push({
    id: `article:${id}`,
    kind: 'article',
    label: title,
    status: 'present',
    date: modified,
    attributes: { dialect: 'bench', source: id },
  });
}
for (let n = 0; nodes.length < NODES; n++) {
  nodes.push({ id: `file:f${n}.dll`, kind: 'file', label: `f${n}.dll`, status: null, date: null, attributes: {} });
}
const edges = [];
for (let n = 0; n < EDGES; n++) {
  const source = random(articles.length);
  const isFile = n % 3 === 0;
  edges.push({
    kind: isFile ? 'ships' : n % 3 === 1 ? 'references' : 'applies-to',
    source,
    // One node has very many edges, as a product does.
    target: n % 10 === 0 ? 0 : random(NODES),
    basis: 'stated',
    rule: isFile ? 'extract/ships' : 'extract/references',
    scope: isFile ? { product: 'Windows NT 4.0', platform: 'Intel' } : null,
    evidence: [{ article: nodes[source].id.slice(8), copy: 0, from: random(3000), to: 3000 + random(200) }],
    group: null,
    orLater: false,
    file: isFile
      ? { version: `5.5.${random(3000)}.${random(99)}`, platform: 'x86', date: '2000-05-01', size: random(1e6) }
      : null,
  });
}
const map = {
  x: new Float32Array(NODES),
  y: new Float32Array(NODES),
  community: new Uint32Array(NODES),
  importance: new Float32Array(NODES),
  regions: [],
};
const report = {
  builtAt: '2026-01-01T00:00:00Z',
  dataDate: '2000-11-11',
  paths: [corpus],
  filesRead: articles.length,
  articles: articles.length,
  lacking: { id: 0, title: 0, date: 0, category: 0, product: 0 },
  byDialect: {},
  diagnostics: {},
  danglingIds: 0,
  nodesByKind: {},
  edgesByKind: {},
  edgesByBasis: {},
  inferredByRule: {},
};

const writer = time('write: articles and search index', () => {
  const writer = createStoreWriter(file);
  for (const article of articles) writer.addArticle(article, 0);
  return writer;
});
time('write: graph, seal and rename', () => writer.finish({ nodes, edges, map, report }));
console.log(
  `size ${(statSync(file).size / 1e6).toFixed(1)} MB, peak memory ${process.resourceUsage().maxRSS >> 10} MB (with all articles held)`,
);

const store = time('open', () => openStore(file));
time('one node with its edges and its text', () => {
  const index = store.indexOf(`article:${articles[30_000].id}`);
  return [store.node(index), store.edgesFrom(index), store.edgesTo(index), store.article(articles[30_000].id)];
});
time('10,000 nodes with their edges', () => {
  for (let n = 0; n < 10_000; n++) {
    store.edgesFrom(n * 5);
    store.edgesTo(n * 5);
  }
});
time('the node with most edges', () => store.edgesTo(0).length);
time('first search (verifies the file)', () => store.searchText([{ text: 'eseutil' }], { limit: 20 }));
time('search: information store service', () =>
  store.searchText([{ text: 'information' }, { text: 'store' }, { text: 'service' }], { limit: 20 }),
);
time('search: the', () => store.searchText([{ text: 'the' }], { limit: 20 }));
time('names: exch*', () => store.searchNames([{ text: 'exch', prefix: true }], { limit: 20 }));
time('similar words: exchagne', () => store.similarWords('exchagne', 3));
time('load the whole graph', () => store.loadGraph());
time('verify', () => store.verify());
store.close();
if (!kept) rmSync(file);
