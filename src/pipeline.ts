import { resolve } from 'node:path';
import { createFeedDiversion } from './feed/read-feeds.ts';
import { createAdvisoryTable } from './graph/advisory-table.ts';
import { createGraphBuilder } from './graph/graph-builder.ts';
import { type Report, UsageError } from './model/diagnostic.ts';
import type { ExtractedArticle } from './model/extracted.ts';
import type { KnowledgeGraph } from './model/graph.ts';
import { type ReadOptions, readRawFiles } from './read/read-sources.ts';
import { createStoreWriter } from './store/store-writer.ts';
import { batches } from './work/batches.ts';
import type { Jobs } from './work/jobs.ts';
import { runBatches, type WorkOptions } from './work/run-batches.ts';
import { createTally } from './work/tally.ts';

export interface PipelineOptions extends ReadOptions, WorkOptions {
  /** Hears of everything that could not be read; without it, only counts are kept. */
  report?: Report;
  /** Stops the work at the next batch. */
  signal?: AbortSignal;
}

export interface BuildOptions extends PipelineOptions {
  /** Also keeps the graph, with the articles' text and a search index, in this file, which is replaced whole. */
  out?: string;
  /** Hears when a step that takes long begins. */
  onStep?: (step: 'reading' | 'graph' | 'store') => void;
}

/** Paths → articles with their relations, in the order of reading. */
export async function* extractArticles(
  paths: readonly string[],
  options: PipelineOptions = {},
): AsyncGenerator<ExtractedArticle> {
  for await (const articles of readParseExtract('articles', paths, options)) yield* articles;
}

/** Paths → the same as UTF-8 encoded NDJSON, in large blocks: one line an article. */
export function extractRecords(paths: readonly string[], options: PipelineOptions = {}): AsyncGenerator<Uint8Array> {
  return readParseExtract('records', paths, options);
}

/** Paths → the knowledge graph, and the store on disk where `out` names one. */
export async function buildGraph(paths: readonly string[], options: BuildOptions = {}): Promise<KnowledgeGraph> {
  const builder = createGraphBuilder();
  const store = options.out === undefined ? null : createStoreWriter(options.out);
  const tally = createTally(options.report);
  const advisories = createAdvisoryTable();
  const divert = createFeedDiversion(advisories, tally.report, tally.countFeed);
  try {
    options.onStep?.('reading');
    for await (const articles of readParseExtract(
      'articles',
      paths,
      { skip: isStore(options.out), divert, ...options },
      tally,
    )) {
      for (const article of articles) {
        const copy = builder.add(article);
        store?.addArticle(article, copy);
      }
    }
    options.onStep?.('graph');
    const { filesRead, diagnostics } = tally;
    const table = advisories.finish();
    const builtAt = new Date().toISOString();
    const reading = { builtAt, paths: [...paths], filesRead, diagnostics, feeds: table?.sources ?? [] };
    const graph = { ...builder.finish(reading), ...(table && { advisories: table }) };
    options.onStep?.('store');
    store?.finish(graph);
    return graph;
  } catch (error) {
    store?.abort();
    throw error;
  }
}

/** The first three stages: files are read here, and parsed and extracted in threads, a batch at a time. */
async function* readParseExtract<Job extends keyof Jobs>(
  job: Job,
  paths: readonly string[],
  options: PipelineOptions,
  tally = createTally(options.report),
): AsyncGenerator<Jobs[Job]> {
  if (paths.length === 0) throw new UsageError('no-paths', 'No path was given: name a file, a folder or an archive.');
  const files = readRawFiles(paths, tally.report, options);
  for await (const outcome of runBatches(job, batches(files), options)) {
    options.signal?.throwIfAborted();
    tally.add(outcome);
    yield outcome.result;
  }
  tally.requireArticles(paths);
}

/** Whether a file is the store itself, or the unfinished one beside it: neither is an input, also within a folder that is. */
function isStore(out: string | undefined): (path: string) => boolean {
  if (out === undefined) return () => false;
  const store = resolve(out);
  return (path) => resolve(path).startsWith(store);
}
