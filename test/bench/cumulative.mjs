// node test/bench/cumulative.mjs [GRAPH]: how much of the known order of Windows' cumulative updates the graph knows, with
// what the feed states alone and with what is concluded, and whether anything stands backwards. The known sequences are
// made here from the feed's rows alone: for each system, the update of each Patch Tuesday. Needs `npm run build` and
// the WES-NG definitions beside the project.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const definitions = fileURLToPath(new URL('../../../shared/feeds/wesng-definitions.zip', import.meta.url));
if (!existsSync(definitions)) {
  console.log(`skipped: there is no ${definitions} (the definitions lie beside the project, and are no part of it)`);
  process.exit(0);
}
const { buildGraph, openStore } = await import('../../dist/index.js');

/** While the rule was made, only these were looked at; all others were held out. */
const LOOKED_AT = [
  'Windows 10 Version 1607 for x64-based Systems',
  'Windows Server 2012 R2',
  'Windows 10 Version 22H2 for x64-based Systems',
];
const SYSTEM = /^Windows (?:10|11|7|8\.1|RT 8\.1|Server)\b/;
const LEAST_FIXES = 8;

const folder = mkdtempSync(join(tmpdir(), 'kbgraph-bench-'));
const file = process.argv[2] ?? join(folder, 'feed.db');
if (process.argv[2] === undefined) await buildGraph([definitions], { out: file });
const store = openStore(file);
const advisories = store.advisories();

/** The second Tuesday of a month. */
function isPatchTuesday(day) {
  const date = new Date(`${day}T00:00:00Z`);
  return date.getUTCDay() === 2 && date.getUTCDate() >= 8 && date.getUTCDate() <= 14;
}

/** Of each update of a product: its vulnerabilities by the day that their rows name. */
function updatesOf(product) {
  const updates = new Map();
  for (const { article, cve, date } of advisories.rows(product)) {
    if (article === null || cve === null || date === null) continue;
    const days = updates.get(article) ?? new Map();
    updates.set(article, days);
    days.set(date, (days.get(date) ?? new Set()).add(cve));
  }
  return updates;
}

/** The updates of a system, one a month, oldest first: what most rows of one Patch Tuesday name. */
function sequenceOf(product) {
  const { names } = product;
  const isModern = /^Windows (?:10|11)|^Windows Server(?:,| 20(?:16|19|2\d))/.test(names[0]);
  const onBrowser = new Set(
    advisories.products
      .filter(({ names: [name] }) => name.startsWith('Internet Explorer') && name.endsWith(` on ${names[0]}`))
      .flatMap(({ index }) => [...updatesOf(index).keys()]),
  );
  const months = new Map();
  for (const [article, days] of updatesOf(product.index)) {
    const [day, cves] = [...days].sort((a, b) => b[1].size - a[1].size)[0];
    if (cves.size < LEAST_FIXES || !isPatchTuesday(day)) continue;
    // Before them were single fixes; with them come security-only updates, which never hold the browser's.
    if (!isModern && (day < '2017-03-01' || !onBrowser.has(article))) continue;
    const known = months.get(day);
    if (known === undefined || known.fixes < cves.size) months.set(day, { article, fixes: cves.size });
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { article }]) => article);
}

/** Cumulative updates by the feed's own titles, oldest first, one a day: those of each version of Internet Explorer on a system. */
function titledSequencesOf(product) {
  const versions = new Map();
  for (const { article, component, title, date } of advisories.rows(product.index)) {
    const [, version] = /Internet Explorer (\d+)/.exec(component) ?? [];
    if (version === undefined || article === null || date === null || !/^Cumulative/.test(title)) continue;
    const days = versions.get(version) ?? new Map();
    versions.set(version, days);
    const ofArticle = days.get(article) ?? new Map();
    days.set(article, ofArticle);
    ofArticle.set(date, (ofArticle.get(date) ?? 0) + 1);
  }
  return [...versions.values()].map((articles) => {
    const dated = [...articles].map(([article, days]) => ({
      article,
      day: [...days].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0][0],
    }));
    dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    return dated.filter(({ day }, at) => day !== dated[at - 1]?.day).map(({ article }) => article);
  });
}

/** Of the ordered pairs of a sequence: how many there are, are stated, are known, and stand backwards. */
function countPairs(sequence, edges, count) {
  const stated = edges.filter(({ basis }) => basis !== 'inferred');
  sequence.forEach((newer, at) => {
    const [byStated, byAll] = [closure(stated, newer), closure(edges, newer)];
    sequence.forEach((other, place) => {
      if (place === at) return;
      if (place > at) {
        if (byAll.has(other)) count[3]++;
        if (byStated.has(other)) count[4]++;
        return;
      }
      count[0]++;
      if (byStated.has(other)) count[1]++;
      if (byAll.has(other)) count[2]++;
    });
  });
}

/** Replacements by the scope that they hold for. */
function replacements() {
  const byScope = new Map();
  for (let node = 0; node < store.nodeCount; node++) {
    for (const { source, target, scope, basis } of store.edgesFrom(node, ['supersedes'])) {
      const key = `${scope?.product ?? ''} ${scope?.platform ?? ''}`;
      const edges = byScope.get(key) ?? [];
      byScope.set(key, edges);
      edges.push({ source, target, basis });
    }
  }
  return byScope;
}

function closure(edges, start) {
  const older = new Map();
  for (const { source, target } of edges) older.set(source, [...(older.get(source) ?? []), target]);
  const seen = new Set([start]);
  for (const node of seen) for (const next of older.get(node) ?? []) seen.add(next);
  return seen;
}

const byScope = replacements();
const totals = { 'looked at': [0, 0, 0, 0, 0, 0], 'held out': [0, 0, 0, 0, 0, 0] };
const rows = [];
for (const product of advisories.products) {
  const { names, platform, component, isServerCore } = product;
  if (platform === null || component !== null || isServerCore || !SYSTEM.test(names[0])) continue;
  const sequence = sequenceOf(product).map((article) => store.indexOf(`article:${article}`));
  if (sequence.length < 3) continue;
  const label = platform.label.replace(/ \([^()]*\)$/, '');
  const edges = byScope.get(`${label} ${platform.architecture ?? ''}`) ?? [];
  const count = [0, 0, 0, 0, 0, 1];
  countPairs(sequence, edges, count);
  const group = names.some((name) => LOOKED_AT.includes(name)) ? 'looked at' : 'held out';
  totals[group] = totals[group].map((total, at) => total + count[at]);
  rows.push([names[0], sequence.length, ...count]);
}
const titled = [0, 0, 0, 0, 0];
let titledSequences = 0;
for (const product of advisories.products) {
  if (product.platform === null || product.component !== null) continue;
  const label = product.platform.label.replace(/ \([^()]*\)$/, '');
  // What holds for a system without a processor holds for each of its processors.
  const edges = [...new Set([product.platform.architecture ?? '', ''])].flatMap(
    (architecture) => byScope.get(`${label} ${architecture}`) ?? [],
  );
  for (const articles of titledSequencesOf(product)) {
    if (articles.length < 3) continue;
    titledSequences++;
    countPairs(
      articles.map((article) => store.indexOf(`article:${article}`)),
      edges,
      titled,
    );
  }
}
store.close();
rmSync(folder, { recursive: true, force: true });

const share = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;
for (const [name, months, pairs, stated, all, backwards] of rows.sort((a, b) => a[4] / a[2] - b[4] / b[2])) {
  console.log(
    `${name}: ${months} months, stated ${share(stated, pairs)}, with inference ${share(all, pairs)}, backwards ${backwards}`,
  );
}
for (const [group, [pairs, stated, all, backwards, statedBackwards, systems]] of Object.entries(totals)) {
  console.log(`\n${group}: ${systems} systems, ${pairs} ordered pairs`);
  console.log(`  stated alone ${share(stated, pairs)}, with inference ${share(all, pairs)} (at least 95%)`);
  console.log(`  backwards ${backwards} (none; by what is stated alone ${statedBackwards})`);
}
const [pairs, stated, all, backwards, statedBackwards] = titled;
console.log(
  `\nby the feed's own titles, Internet Explorer's: ${titledSequences} sequences, ${pairs} ordered pairs\n  stated alone ${share(stated, pairs)}, with inference ${share(all, pairs)} (at least 95%)\n  backwards ${backwards} (none; by what is stated alone ${statedBackwards})`,
);
