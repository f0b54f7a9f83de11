import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { buildGraph } from '../../src/pipeline.ts';
import { sampleFolder } from '../sample-archive.ts';
import { kbgraph } from './run-in-process.ts';

/** Builds the graph of the sample archive once for a test file. */
export function useSampleGraph() {
  let graph = '';

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kbgraph-test-'));
    graph = join(folder, 'sample.db');
    await buildGraph([sampleFolder], { out: graph });
    return () => rmSync(folder, { recursive: true, force: true });
  });

  return {
    /** The store's file, from the first test on. */
    file: () => graph,
    /** Runs the program over it; `terminal` is the width of one. */
    ask: (words: readonly string[], terminal?: number) =>
      kbgraph([...words, '--graph', graph], terminal === undefined ? {} : { terminal, env: { NO_COLOR: '1' } }),
  };
}
