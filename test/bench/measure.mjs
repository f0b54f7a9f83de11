// What the benchmarks share: the real corpus, and a command's time and peak memory beside that of unpacking the corpus.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const corpus = fileURLToPath(new URL('../../../shared/corpus/kbarchive-q-articles.tar.gz', import.meta.url));
export const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Ends the benchmark with a sentence where what it measures is absent. */
export function requireCorpus() {
  for (const [file, hint] of [
    [corpus, 'the corpus of real articles lies beside the project, and is no part of it'],
    [program, 'run npm run build first'],
  ]) {
    if (existsSync(file)) continue;
    console.log(`skipped: there is no ${file} (${hint})`);
    process.exit(0);
  }
}

// Written to file descriptor 3 when the measured process ends: seconds of the processor and bytes of memory at the peak,
// those of all its threads together.
const TELL = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS * 1024])); });',
)}`;
const telling = (words) => ['--import', TELL, program, ...words];

/** Runs the built program to its end: what it printed, the seconds of the processor and the bytes of memory at the peak. */
export function callProgram(words, { timeout } = {}) {
  const { status, error, output } = spawnSync(process.execPath, telling(words), {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout,
  });
  const [, stdout = '', stderr = '', told] = output ?? [];
  const [processor = Number.NaN, memory = Number.NaN] = told ? JSON.parse(told) : [];
  return { status, error, stdout, stderr, processor, memory };
}

/** Runs a program to its end; its output is read and thrown away. Seconds, bytes of output and peak bytes of memory. */
export function run(command, words) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    let output = 0;
    let told = '';
    let errors = '';
    child.stdout.on('data', (chunk) => {
      output += chunk.length;
    });
    child.stderr.on('data', (chunk) => {
      errors = (errors + chunk).slice(-2000);
    });
    child.stdio[3].on('data', (chunk) => {
      told += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`${command} ${words.join(' ')} ended with ${code}: ${errors}`));
      const [, memory = 0] = told === '' ? [] : JSON.parse(told);
      resolve({ seconds: (performance.now() - started) / 1000, output, memory });
    });
  });
}

/** Measures `kbgraph WORDS` against unpacking the corpus, each `rounds` times by turns; prints medians and their ratio. */
export async function compare(title, words, { rounds, limit, aim }) {
  const unpacking = [];
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    unpacking.push(await run('sh', ['-c', `gzip -dc "${corpus}" | wc -c`]));
    measured.push(await run(process.execPath, telling(words)));
  }
  const unpack = median(unpacking.map(({ seconds }) => seconds));
  const took = median(measured.map(({ seconds }) => seconds));
  const memory = Math.max(...measured.map((one) => one.memory));
  const ratio = took / unpack;
  console.log(`${title}: ${took.toFixed(2)} s, gzip -dc ${unpack.toFixed(2)} s (medians of ${rounds})`);
  console.log(`  ratio ${ratio.toFixed(1)} (at most ${limit}, aim ${aim})`);
  console.log(`  peak memory ${(memory / 1e9).toFixed(2)} GB (at most 1.5)`);
  console.log(`  output ${(measured[0].output / 1e6).toFixed(1)} MB`);
  if (ratio > limit || memory > 1.5e9) process.exitCode = 1;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
