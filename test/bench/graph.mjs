// The graph stage alone on a made-up archive of about 100,000 nodes and 500,000 edges: node test/bench/graph.mjs [DIST]
// Prints the seconds of this process's own work (of one core) for each step, and the memory that the graph takes.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = pathToFileURL(`${resolve(process.argv[2] ?? new URL('../../dist', import.meta.url).pathname)}/`);
const { createGraphBuilder } = await import(new URL('graph/graph-builder.js', dist).href);
const { layOutMap } = await import(new URL('graph/map/lay-out-map.js', dist).href);
const { assignTerritories } = await import(new URL('graph/map/territories.js', dist).href);
const { edgeColumns } = await import(new URL('graph/map/edge-columns.js', dist).href);
const { measureImportance } = await import(new URL('graph/map/importance.js', dist).href);
const { detectCommunities } = await import(new URL('graph/map/communities.js', dist).href);
const { weightedGraph } = await import(new URL('graph/map/weighted-graph.js', dist).href);

const ARTICLES = 60_000;
const FILES = 38_000;
const PRODUCTS = [
  'Windows NT Server 4.0',
  'Windows NT Workstation 4.0',
  'Windows NT Server 3.51',
  'Windows 95',
  'Windows 3.1',
  'Exchange Server 5.5',
  'Exchange Server 5.0',
  'Word 97',
  'Visual Basic Enterprise Edition for Windows 6.0',
  'Systems Management Server 2.0',
  'SNA Server 4.0',
  'Internet Information Server 4.0',
  ...Array.from({ length: 900 }, (_, n) => `Made-up Tool ${(n % 300) + 1} ${(n % 7) + 1}.${n % 10}`),
];

let seed = 7;
const random = (below) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
/** Small numbers far more often than large ones, as products and files are met. */
const skewed = (below) => Math.floor((random(below) * random(below)) / below);
const evidence = () => {
  const from = random(4000);
  return [{ from, to: from + 40, quote: 'a sentence that states it' }];
};

function* articles() {
  for (let n = 0; n < ARTICLES; n++) {
    const product = skewed(PRODUCTS.length);
    const relations = [];
    for (let i = 0; i < 2; i++) {
      relations.push({
        type: 'appliesTo',
        target: { product: PRODUCTS[(product + i) % PRODUCTS.length] },
        evidence: evidence(),
      });
    }
    for (let i = 0; i < 3; i++) {
      const target = random(4) === 0 ? random(ARTICLES) : Math.abs(n - skewed(400));
      relations.push({ type: 'references', target: { article: `${100_000 + target}` }, evidence: evidence() });
    }
    for (let i = 0; i < 3; i++) {
      const file = `file${skewed(FILES)}.dll`;
      relations.push({
        type: 'ships',
        target: { file },
        version: `5.0.${n}.${i}`,
        platform: 'x86',
        date: null,
        size: n,
        evidence: evidence(),
      });
    }
    if (n % 3 === 0)
      relations.push({
        type: 'requires',
        target: { servicePack: 'Windows NT 4.0 SP3' },
        evidence: evidence(),
        orLater: true,
      });
    yield {
      id: `${100_000 + n}`,
      dialect: 'bench',
      title: `Something stops working after a change, case ${n}`,
      modified: '2000-11-11',
      category: 'bench',
      source: `Q${100_000 + n}.TXT`,
      span: { from: 0, to: 100 },
      text: '',
      keywords: ['kbbug', 'kbfix'],
      relations,
    };
  }
}

const print = (what, value, unit) => console.log(`${what.padEnd(40)} ${value.toFixed(2).padStart(9)} ${unit}`);
/** Runs a step; the time is that of the processor, so that a busy machine changes it little. */
function step(what, work) {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  print(what, (user + system) / 1e6, 's');
  return value;
}

const all = step('making up articles', () => [...articles()]);
globalThis.gc?.();
const base = process.memoryUsage().heapUsed;
const builder = createGraphBuilder();
step('builder.add, every article', () => {
  for (const article of all) builder.add(article);
});
const graph = step('builder.finish, with the map', () =>
  builder.finish({ builtAt: '', paths: [], filesRead: ARTICLES, diagnostics: {} }),
);
globalThis.gc?.();
const heap = process.memoryUsage().heapUsed - base;
const { nodes, edges, map } = graph;
const size = nodes.length;
const columns = step('  columns', () => edgeColumns(edges));
step('  territories', () => assignTerritories(nodes, columns));
step('  importance', () => measureImportance(size, columns));
const ties = step('  ties', () => weightedGraph(size, columns, () => true));
step('  communities (over territories as well)', () => detectCommunities(ties));
step('  the whole map', () => layOutMap(nodes, edges));
print('nodes', size, '');
print('edges', edges.length, '');
print('regions', map.regions.length, '');
if (globalThis.gc) print('the graph and what built it', heap / 1e6, 'MB');
print('peak memory of the process', process.resourceUsage().maxRSS / 1e3, 'MB');
