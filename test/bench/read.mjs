// node test/bench/read.mjs: reads and decodes the corpus, and prints its time as a ratio to `gzip -dc CORPUS | wc -c`,
// by turns in the same run. Needs `npm run build` and the corpus.
import { execSync } from 'node:child_process';
import { corpus, requireCorpus } from './measure.mjs';

const ROUNDS = 5;
requireCorpus();
const { readSources } = await import('../../dist/read/read-sources.js');

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const unpacking = [];
const reading = [];
let files = 0;
let units = 0;
for (let round = 0; round < ROUNDS; round++) {
  unpacking.push(await timed(() => execSync(`gzip -dc "${corpus}" | wc -c`)));
  files = 0;
  units = 0;
  reading.push(
    await timed(async () => {
      for await (const { text } of readSources([corpus], ({ message }) => console.log(message))) {
        files++;
        units += text.length;
      }
    }),
  );
}
const best = { unpack: Math.min(...unpacking), read: Math.min(...reading) };
console.log(`${files} files, ${(units / 1e6).toFixed(1)} million UTF-16 units, best of ${ROUNDS}`);
console.log(`read: ${best.read.toFixed(0)} ms, gzip -dc ${best.unpack.toFixed(0)} ms`);
console.log(`  ratio ${(best.read / best.unpack).toFixed(2)} (aim 1.5)`);
console.log(`  peak memory ${process.resourceUsage().maxRSS >> 10} MB`);
