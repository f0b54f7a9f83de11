// The time and memory of `kbgraph build` over the whole corpus, with store, search index and map:
// node test/bench/build.mjs
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, corpus, program, requireCorpus, run } from './measure.mjs';

requireCorpus();
const folder = mkdtempSync(join(tmpdir(), 'kbgraph-bench-'));
try {
  const graph = join(folder, 'corpus.db');
  await compare('build', ['build', corpus, '--out', graph], { rounds: 3, limit: 40, aim: 30 });
  console.log(`  store ${(statSync(graph).size / 1e6).toFixed(0)} MB`);
  const shown = [];
  for (let round = 0; round < 5; round++) {
    shown.push((await run(process.execPath, [program, 'show', '260695', '--graph', graph])).seconds);
  }
  console.log(`  a cold 'show 260695': ${shown.sort()[2].toFixed(2)} s (at most 0.4)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
