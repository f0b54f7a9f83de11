// node test/bench/cumulative-held-out.mjs: an independent check of the order that is concluded. Half of the replacements that
// the feed states are hidden, at random; a graph is built of the rest, and asked for what was hidden. Prints, for each
// family, how many hidden replacements the rest alone still leads to, how many with what is concluded, and how many
// conclusions a statement contradicts, a hidden one among them. Needs `npm run build` and the WES-NG definitions beside the project.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const definitions = fileURLToPath(new URL('../../../shared/feeds/wesng-definitions.zip', import.meta.url));
if (!existsSync(definitions)) {
  console.log(`skipped: there is no ${definitions} (the definitions lie beside the project, and are no part of it)`);
  process.exit(0);
}
const { buildGraph } = await import('../../dist/index.js');
const { ArchiveReader, libarchiveWasm } = await import('libarchive-wasm');

const folder = mkdtempSync(join(tmpdir(), 'kbgraph-bench-'));
const csv = await unpack(/CVEs_\d+\.csv$/);
const file = join(folder, 'CVEs_20260628.csv');

/** The same choice for every row of one update, product and list, each time. */
const isHidden = (key) => {
  let hash = 2166136261;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 16777619);
  return ((hash >>> 15) & 1) === 1;
};
let hiddenRows = 0;
const lines = csv.split('\n').map((line) => {
  // Only the column of replaced updates is emptied: the last but one, digits joined by ';'.
  const [, begin, list, end] = /^(.*,)"([\d;]+)",((?:"[^"]*")?\s*)$/.exec(line) ?? [];
  const update = /^"\d{8}","[^"]*","(\d+)"/.exec(line)?.[1];
  if (list === undefined || update === undefined || !isHidden(`${update} ${list}`)) return line;
  hiddenRows++;
  return `${begin}"",${end}`;
});

writeFileSync(file, csv);
const graph = await buildGraph([file]);
const whole = replacements(graph);
const isLarge = largeUpdates(graph);
writeFileSync(file, lines.join('\n'));
const part = replacements(await buildGraph([file]));
rmSync(folder, { recursive: true });

console.log(`${hiddenRows} rows hide what they replace`);
const counts = new Map();
for (const [scope, edges] of whole) {
  const family = familyOf(scope);
  const count = counts.get(family) ?? { all: [0, 0, 0], large: [0, 0, 0], concluded: 0, against: 0 };
  counts.set(family, count);
  // What is concluded for a system without a processor is not concluded again for each of its processors.
  const mine = [...(part.get(scope) ?? []), ...(part.get(scope.replace(/\|.*$/, '||')) ?? [])];
  const stated = edges.filter(({ basis }) => basis !== 'inferred');
  const rest = mine.filter(({ basis }) => basis !== 'inferred');
  const kept = new Set(rest.map(({ newer, older }) => `${newer} ${older}`));
  const [left, found] = [reachOf(rest), reachOf(mine)];
  for (const { newer, older } of stated) {
    if (kept.has(`${newer} ${older}`)) continue;
    for (const of of isLarge(newer) && isLarge(older) ? ['all', 'large'] : ['all']) {
      count[of][0]++;
      if (left(newer).has(older)) count[of][1]++;
      if (found(newer).has(older)) count[of][2]++;
    }
  }
  const said = reachOf(stated);
  for (const { newer, older, basis } of part.get(scope) ?? []) {
    if (basis !== 'inferred') continue;
    count.concluded++;
    if (said(older).has(newer)) count.against++;
  }
}
const share = (some, all) => `${((100 * some) / Math.max(1, all)).toFixed(1)}%`;
for (const [family, { all, large, concluded, against }] of counts) {
  console.log(`\n${family}: ${concluded} conclusions, of which a statement contradicts ${against}`);
  for (const [which, [hidden, left, found]] of [
    ['hidden replacements', all],
    ['those between updates of 6 vulnerabilities or more', large],
  ])
    console.log(
      `  ${hidden} ${which}: the rest leads to ${share(left, hidden)}, with what is concluded ${share(found, hidden)}`,
    );
}

function familyOf(scope) {
  if (/^Windows (?:10|11)\b|^Windows Server (?:2016|2019|2022|2025|1[789]0\d|2004|20H2|23H2)\b/.test(scope))
    return 'Windows 10, 11, Server 2016 and later';
  if (/^Windows (?:7|8\.1|RT 8\.1|8)\b|^Windows Server 20(?:08|12)\b/.test(scope))
    return 'Windows 7 to 8.1, Server 2008 to 2012 R2';
  return /^Windows/.test(scope) ? 'older Windows' : 'what names no system';
}

/** Whether an update addresses at least six vulnerabilities: a month's, and not a fix of its own. */
function largeUpdates({ nodes, edges }) {
  const fixes = new Map();
  for (const { kind, source } of edges)
    if (kind === 'addresses') fixes.set(nodes[source].id, (fixes.get(nodes[source].id) ?? 0) + 1);
  return (id) => (fixes.get(id) ?? 0) >= 6;
}

/** Replacements by the scope that they hold for. */
function replacements({ nodes, edges }) {
  const byScope = new Map();
  for (const { kind, source, target, scope, basis } of edges) {
    if (kind !== 'supersedes') continue;
    const key = `${scope?.product ?? ''}|${scope?.platform ?? ''}|${scope?.branch ?? ''}`;
    const own = byScope.get(key) ?? [];
    byScope.set(key, own);
    own.push({ newer: nodes[source].id, older: nodes[target].id, basis });
  }
  return byScope;
}

/** What each update replaces in any number of steps. */
function reachOf(edges) {
  const direct = new Map();
  for (const { newer, older } of edges) direct.set(newer, [...(direct.get(newer) ?? []), older]);
  const known = new Map();
  return (start) => {
    let seen = known.get(start);
    if (seen === undefined) {
      seen = new Set(direct.get(start) ?? []);
      for (const one of seen) for (const next of direct.get(one) ?? []) seen.add(next);
      known.set(start, seen);
    }
    return seen;
  };
}

async function unpack(name) {
  const bytes = readFileSync(definitions);
  const archive = new ArchiveReader(
    await libarchiveWasm(),
    new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  );
  for (let entry = archive.nextEntry(); entry !== null; entry = archive.nextEntry())
    if (name.test(entry.getPathname())) return Buffer.from(entry.readData()).toString('utf8');
  throw new Error(`no ${name} in ${definitions}`);
}
