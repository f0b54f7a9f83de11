// node test/bench/assess.mjs [STORE]: assesses every capture in ../shared/feeds/hosts over the whole of WES-NG, each as one
// call of the program, and prints what it recognises, how much is open, the seconds of process time (the median of three)
// and the peak memory. Without STORE it builds one. Needs `npm run build`, and the feeds and hosts beside the project.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callProgram, program } from './measure.mjs';

const shared = fileURLToPath(new URL('../../../shared/feeds/', import.meta.url));
const feed = join(shared, 'wesng-definitions.zip');
/** Seconds of process time and bytes of memory that one call may take. */
const LIMIT = { seconds: 1, memory: 300e6 };

for (const [file, hint] of [
  [feed, 'the feeds and hosts lie beside the project, and are no part of it'],
  [program, 'run npm run build first'],
]) {
  if (existsSync(file)) continue;
  console.log(`skipped: there is no ${file} (${hint})`);
  process.exit(0);
}

const [given] = process.argv.slice(2);
const store = given ?? join(tmpdir(), `kbgraph-bench-${process.pid}.db`);
if (!given) callProgram(['build', feed, '--out', store]);

const call = (words) => callProgram([...words, '--graph', store]);

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

console.log(
  'recognised'.padEnd(28),
  ...['rows', 'exposed', 'in part', 'covered', 'next', 'CPU s', 'MB'].map((head) => head.padStart(8)),
);
for (const name of readdirSync(join(shared, 'hosts')).sort()) {
  const host = join(shared, 'hosts', name);
  const answer = JSON.parse(call(['assess', host, '--json']).stdout);
  const calls = [1, 2, 3].map(() => call(['assess', host]));
  const seconds = median(calls.map((one) => one.processor));
  const memory = Math.max(...calls.map((one) => one.memory));
  const { counts } = answer;
  const figures = [
    counts.rows,
    counts.exposed,
    counts['partly-covered'],
    counts.covered,
    answer.installNext.steps.length,
  ];
  const isOver = seconds > LIMIT.seconds || memory > LIMIT.memory;
  const all = [...figures, seconds.toFixed(2), Math.round(memory / 1e6)].map((figure) => String(figure).padStart(8));
  console.log(answer.recognised.label.padEnd(28), ...all, ` ${name}${isOver ? '  over 1 s or 300 MB' : ''}`);
  if (isOver) process.exitCode = 1;
}
if (!given) rmSync(store);
