// node test/bench/queries.mjs [STORE] [QUERY...]: asks each query about 1,000 random articles of the whole corpus once the
// graph is loaded, and prints the times at the 50th and 99th percentile; then the process time of a cold call of each.
// Without STORE it builds one. Needs `npm run build` and the corpus.
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpus, program, requireCorpus } from './measure.mjs';

const ARTICLES = 1000;
/** Milliseconds at the 99th percentile, and seconds of process time of a cold call. */
const WARM_LIMIT = 2;
const COLD_LIMIT = 0.5;

const [given, ...wanted] = process.argv.slice(2);
requireCorpus();
const kbgraph = await import('../../dist/index.js');
const file = given ?? join(tmpdir(), `kbgraph-bench-${process.pid}.db`);
if (!given) execFileSync(process.execPath, [program, 'build', corpus, '--out', file], { stdio: 'ignore' });

let seed = 20001111;
const random = (below) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

// Written as the last line of the program's errors when it ends.
const TELL_TIME = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => { const { user, system } = process.cpuUsage(); writeSync(2, "\\n" + (user + system) / 1e6); });',
)}`;

/** One row a query: what is asked about the nth of the random articles, and the words of a cold call. */
const QUERIES = [
  {
    name: 'chain',
    ask: (store, articles, n) => kbgraph.chain(store, articles[n]),
    cold: ['chain', 'Q179129'],
  },
  {
    name: 'path',
    ask: (store, articles, n) => kbgraph.path(store, articles[n], articles[(n + 1) % articles.length]),
    cold: ['path', 'Q260695', 'Q179129'],
  },
];

const store = kbgraph.openStore(file);
const present = [...store.nodes('article')].filter(({ node }) => node.status === 'present').map(({ node }) => node.id);
const articles = Array.from({ length: ARTICLES }, () => present[random(present.length)]);
const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

console.log(
  `${ARTICLES} articles`.padEnd(12),
  ...['first ms', 'p50 ms', 'p99 ms', 'most ms', 'cold s'].map((head) => head.padStart(10)),
);
for (const { name, ask, cold } of QUERIES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const round = () =>
    articles.map((_, n) => {
      const started = performance.now();
      ask(store, articles, n);
      return performance.now() - started;
    });
  // The first round loads what the queries walk. Of three more, each article's best: the machine does other work too.
  const first = round().reduce((sum, ms) => sum + ms, 0) / ARTICLES;
  const rounds = [round(), round(), round()];
  const times = articles.map((_, n) => Math.min(...rounds.map((each) => each[n]))).sort((a, b) => a - b);
  const p99 = percentile(times, 0.99);
  const seconds = processTime([...cold, '--graph', file]);
  const figures = [first, percentile(times, 0.5), p99, times.at(-1), seconds];
  const remark = p99 > WARM_LIMIT || seconds > COLD_LIMIT ? `  over ${WARM_LIMIT} ms or ${COLD_LIMIT} s` : '';
  console.log(name.padEnd(12), ...figures.map((figure) => figure.toFixed(3).padStart(10)), remark);
  if (remark) process.exitCode = 1;
}
store.close();
if (!given) rmSync(file);

/** Seconds of the processor that one call of the program takes, the median of five. */
function processTime(words) {
  const times = Array.from({ length: 5 }, () => {
    const { stderr } = spawnSync(process.execPath, ['--import', TELL_TIME, program, ...words], { encoding: 'utf8' });
    return Number(stderr.trim().split('\n').at(-1));
  });
  return times.sort((a, b) => a - b)[2];
}
