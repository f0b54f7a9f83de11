// node test/bench/wsusscn2.mjs [ENTRIES] [mszip|lzx]: writes a catalogue of Windows Update in the real one's form and size
// (136,000 entries, 110 MB of package.xml, 75 cabs in a cab), reads it in a process of its own and prints seconds of the
// processor, megabytes a second and peak memory; then the whole build of a graph. Needs `npm run build`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [mode = '200000', packing = 'mszip'] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));

if (mode === 'read' || mode === 'build') await measure(process.argv[3]);
else {
  const folder = mkdtempSync(join(tmpdir(), 'kbgraph-bench-'));
  const { file, xml } = await write(folder, Number(mode));
  console.log(
    `${mode} entries, package.xml ${(xml / 1e6).toFixed(0)} MB, cab ${(statSync(file).size / 1e6).toFixed(0)} MB (${packing})`,
  );
  for (const work of ['read', 'build']) {
    const told = execFileSync(process.execPath, [fileURLToPath(import.meta.url), work, file], { encoding: 'utf8' });
    const { seconds, memory, rows, statements, edges } = JSON.parse(told);
    const speed = work === 'read' ? `, ${(xml / 1e6 / seconds).toFixed(0)} MB/s of package.xml` : '';
    const found = work === 'read' ? `${rows} rows, ${statements} statements` : `${edges} edges`;
    console.log(
      `${work}: ${seconds.toFixed(1)} s of the processor${speed}, peak memory ${(memory / 1e9).toFixed(2)} GB, ${found}`,
    );
  }
  rmSync(folder, { recursive: true });
}

/** The tests' own writer, compiled beside the program. */
async function write(folder, count) {
  const options = ['--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', '--ignoreConfig'];
  execFileSync(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    join(root, 'test/feed/offline-catalogue.ts'),
    '--outDir',
    folder,
    '--rewriteRelativeImportExtensions',
    '--types',
    'node',
    '--typeRoots',
    join(root, 'node_modules/@types'),
    ...options,
  ]);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const { offlineCab, packageXmlOf } = await import(pathToFileURL(join(folder, 'offline-catalogue.js')).href);
  const entries = entriesOf(count);
  const file = join(folder, 'wsusscn2.cab');
  writeFileSync(file, offlineCab(entries, { packing, perCab: Math.ceil(count / 75) }));
  return { file, xml: Buffer.byteLength(packageXmlOf(entries)) };
}

/** Forty releases, each with a rule that looks for it, and months of updates of which each replaces all before it. */
function entriesOf(count) {
  const entries = [];
  const add = (entry) => {
    entries.push({ revision: entries.length + 1, ...entry });
    return entries.length;
  };
  const releases = Array.from({ length: 40 }, (_, at) => {
    const name = `Windows 10 Version ${1507 + at}`;
    const product = add({ is: 'category', titles: { en: name } });
    const rule = add({ is: 'rule', needs: [product], titles: { en: `${name} is installed` } });
    return {
      name,
      product,
      rules: [rule, add({ is: 'rule', needs: [rule], titles: { en: 'x64 processor' } })],
      last: [],
    };
  });
  for (let at = 0; entries.length < count - 3; at++) {
    const { name, product, rules, last } = releases[at % releases.length];
    const article = String(4000000 + at);
    const day = new Date(Date.UTC(2015, 6, 1) + at * 600_000).toISOString();
    const bundle = add({
      article,
      created: day,
      products: [product],
      severity: 'Critical',
      needs: [product, ...rules, ...last.slice(-1).map((one) => [one, one - 2].filter((id) => id > 0))],
      titles: {
        en: `Cumulative Update for ${name} for x64-based Systems (KB${article})`,
        de: `Kumulatives Update für ${name} für x64-basierte Systeme (KB${article})`,
      },
    });
    // As in the real one, a month names the months after it.
    for (const older of last.slice(-20)) {
      const one = entries[older - 1];
      one.supersededBy ??= [];
      one.supersededBy.push(bundle);
    }
    last.push(bundle);
    add({
      is: 'leaf',
      created: day,
      products: [product],
      needs: [product, ...rules],
      bundledBy: [bundle],
      files: [`d/msdownload/update/software/secu/2019/08/windows10.0-kb${article}-x64_${article.repeat(5)}.cab`],
      titles: { en: `Windows10.0-KB${article}-x64.cab` },
    });
  }
  return entries;
}

async function measure(file) {
  let found = {};
  const before = process.cpuUsage();
  if (mode === 'build') {
    const { buildGraph } = await import('../../dist/index.js');
    const graph = await buildGraph([file], { out: `${file}.db` });
    found = { edges: graph.edges.length };
  } else {
    const { wsusscn2 } = await import('../../dist/feed/wsusscn2.js');
    const counts = { rows: 0, statements: 0 };
    const sink = {
      source: () => undefined,
      dirt: () => undefined,
      advisory: () => counts.rows++,
      statement: () => counts.statements++,
    };
    await wsusscn2.read({ name: file, chunks: chunksOf(file) }, sink, (diagnostic) => console.error(diagnostic));
    found = counts;
  }
  const { user, system } = process.cpuUsage(before);
  const memory = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, memory, ...found }));
}

function* chunksOf(file) {
  const open = openSync(file, 'r');
  for (;;) {
    const chunk = Buffer.allocUnsafe(65536);
    const length = readSync(open, chunk, 0, chunk.length, null);
    if (length === 0) return;
    yield chunk.subarray(0, length);
  }
}
