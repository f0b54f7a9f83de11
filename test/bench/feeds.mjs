// node test/bench/feeds.mjs: reads the whole of the WES-NG definitions and merges them, and prints the processor's time
// beside that of unpacking them and parsing the CSV alone, each in a process of its own, by turns. Needs `npm run build`
// and the definitions beside the project.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const definitions = fileURLToPath(new URL('../../../shared/feeds/wesng-definitions.zip', import.meta.url));
if (!existsSync(definitions)) {
  console.log(`skipped: there is no ${definitions} (the definitions lie beside the project, and are no part of it)`);
  process.exit(0);
}
const ROUNDS = 5;
const work = {
  /** Unpacking, decoding and μDSV, with nothing done for a row but counting it. */
  async floor() {
    const { readFileSync } = await import('node:fs');
    const { inferSchema, initParser } = await import('udsv');
    const { createUnpacker } = await import('../../dist/read/unpacker.js');
    const { decodeChunks } = await import('../../dist/read/decode-chunks.js');
    const zip = readFileSync(definitions);
    const archive = (await createUnpacker()).open({ size: zip.length, chunks: [zip] });
    let bytes = 0;
    for (const member of archive.members()) {
      if (!member.name.startsWith('CVEs')) continue;
      bytes += member.size;
      let parser;
      let rows = 0;
      for (const text of decodeChunks(member.chunks())) {
        parser ??= initParser(inferSchema(text));
        parser.chunk(text, parser.stringArrs, () => void rows++);
      }
      parser.end();
    }
    return bytes;
  },
  /** Reading and merging: rows by product, names folded, nodes and edges made. */
  async merge() {
    const { createAdvisoryTable } = await import('../../dist/graph/advisory-table.js');
    const { createGraphBuilder } = await import('../../dist/graph/graph-builder.js');
    const { createFeedDiversion } = await import('../../dist/feed/read-feeds.js');
    const { readSources } = await import('../../dist/read/read-sources.js');
    const gathering = createAdvisoryTable();
    const divert = createFeedDiversion(
      gathering,
      () => undefined,
      () => undefined,
    );
    for await (const _ of readSources([definitions], () => undefined, { divert })) {
      // Nothing but feeds is in it.
    }
    createGraphBuilder().addFeeds(gathering.finish());
    return 0;
  },
};

if (process.argv[2] !== undefined) {
  // What it takes to start, and to load the program, is no reading.
  for (const module of ['graph/advisory-table', 'graph/graph-builder', 'feed/read-feeds', 'read/read-sources']) {
    await import(`../../dist/${module}.js`);
  }
  const loaded = process.cpuUsage();
  const bytes = await work[process.argv[2]]();
  const { user, system } = process.cpuUsage(loaded);
  const seconds = (user + system) / 1e6;
  const loading = (loaded.user + loaded.system) / 1e6;
  console.log(JSON.stringify({ seconds, loading, bytes, memory: process.resourceUsage().maxRSS * 1024 }));
  process.exit(0);
}
const best = { floor: null, merge: null };
for (let round = 0; round < ROUNDS; round++) {
  for (const name of Object.keys(work)) {
    const measured = JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: 'utf8' }),
    );
    if (best[name] === null || measured.seconds < best[name].seconds) best[name] = measured;
  }
}
const megabytes = best.floor.bytes / 1e6;
const told = ({ seconds, memory }) =>
  `${seconds.toFixed(2)} s of the processor, ${(megabytes / seconds).toFixed(0)} MB/s, peak memory ${(memory / 1e9).toFixed(2)} GB`;
console.log(`${megabytes.toFixed(1)} MB of CSV, best of ${ROUNDS}`);
console.log(`unpack, decode and μDSV alone: ${told(best.floor)}`);
console.log(`read and merge: ${told(best.merge)} (at least 60 MB/s, at most 1.5 GB)`);
console.log(`  and ${best.merge.loading.toFixed(2)} s to start and load the program`);
console.log(`  ratio ${(best.merge.seconds / best.floor.seconds).toFixed(2)}`);
