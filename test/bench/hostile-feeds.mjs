// node test/bench/hostile-feeds.mjs [SHAPE] [LINKS]: builds a graph of a feed of 100,000 updates in one chain, one loop, loops of
// two and the like, and asks `chain`, `plan` and `assess` about the one in the middle; beside it the same with half as
// many: what is linear takes twice as long. Seconds of the processor and peak memory. Needs `npm run build`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { callProgram } from './measure.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kbgraph-hostile-'));
// The feeds are the tests' own.
const shapes = fileURLToPath(new URL('../feed/feed-shapes.ts', import.meta.url));
const { SHAPES, shapedFeed, hostWith, updateOf } = (await runnerImport(shapes, { logLevel: 'error' })).module;

function run(...words) {
  const { status, stderr, error, processor, memory } = callProgram(words, { timeout: 300_000 });
  if (error || status !== 0) return { seconds: Number.POSITIVE_INFINITY, memory: 0, why: String(error ?? stderr) };
  return { seconds: processor, memory: memory / 1e6 };
}

function measure(shape, links) {
  const feed = join(folder, 'CVEs_20190820.csv');
  const graph = join(folder, 'g.db');
  const host = join(folder, 'host.txt');
  const middle = updateOf(links >> 1);
  writeFileSync(feed, shapedFeed(shape, links));
  writeFileSync(host, hostWith(middle));
  return {
    build: run('build', feed, '--out', graph),
    chain: run('chain', String(middle), '--graph', graph),
    plan: run('plan', String(middle), '--graph', graph),
    assess: run('assess', host, '--graph', graph),
  };
}

const links = Number(process.argv[3] ?? 100_000);
for (const shape of process.argv[2] ? [process.argv[2]] : Object.keys(SHAPES)) {
  const half = measure(shape, links / 2);
  const whole = measure(shape, links);
  console.log(`\n${shape}, ${links} updates (half of them; ratio)`);
  for (const [work, { seconds, memory, why }] of Object.entries(whole)) {
    const before = half[work].seconds;
    console.log(
      `  ${work}: ${seconds.toFixed(1)} s (${before.toFixed(1)} s; ${(seconds / before).toFixed(1)}), ${memory.toFixed(0)} MB${why ? ` ${why.slice(0, 200)}` : ''}`,
    );
  }
}
rmSync(folder, { recursive: true });
