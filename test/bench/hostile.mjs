// Parses and extracts 2.5 MB and 5 MB of one phrase over and over, in each dialect's form: a linear reader takes twice as long.
//   node test/bench/hostile.mjs [FORM]
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
// The texts are the tests' own.
const texts = join(root, 'test/hostile-texts.ts');
const { FORMS, PHRASES, hostileText } = (await runnerImport(texts, { root, logLevel: 'error' })).module;

const load = (file) => import(pathToFileURL(join(root, 'dist', file)).href);
const { parseSource } = await load('parse/parse-source.js');
const { extractRelations } = await load('extract/extract-relations.js');
const { extractNames } = await load('extract/extract-names.js');

function seconds(text) {
  const before = process.cpuUsage();
  for (const article of parseSource({ name: 'hostile.txt', text }, () => undefined))
    extractNames(article, extractRelations(article));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const rows = [];
for (const form of process.argv[2] ? [process.argv[2]] : Object.keys(FORMS)) {
  for (const phrase of PHRASES) {
    const half = seconds(hostileText(form, phrase, 2_500_000));
    const whole = seconds(hostileText(form, phrase, 5_000_000));
    rows.push({ form, phrase: JSON.stringify(phrase).slice(0, 40), half, whole, ratio: whole / half });
  }
}
rows.sort((a, b) => b.ratio - a.ratio);
console.log('processor seconds for 2.5 MB and 5 MB of one phrase; the largest ratios (2 is linear), then the slowest');
const print = (row) =>
  console.log(
    `${row.ratio.toFixed(1)}  ${row.half.toFixed(2)} s  ${row.whole.toFixed(2)} s  ${row.form}  ${row.phrase}`,
  );
rows
  .filter((row) => row.whole > 0.3)
  .slice(0, 15)
  .forEach(print);
console.log('');
[...rows]
  .sort((a, b) => b.whole - a.whole)
  .slice(0, 8)
  .forEach(print);
