import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Batch } from './batches.ts';
import type { Jobs, Outcome } from './jobs.ts';

/** How much runs at once. */
export interface WorkOptions {
  /** Threads that parse and extract; 0 works in this thread. By default one for each processor, and none for small jobs. */
  threads?: number;
}

/** Batches that are under way or waiting for a thread: enough to keep each busy, few enough to bound memory. */
const AHEAD_PER_THREAD = 2;

const worker = new URL('./jobs.js', import.meta.url);
// Node 20 loads no TypeScript in a thread: from the sources, as the tests run them, all work is done in this one.
const isCompiled = import.meta.url.endsWith('.js');

/** Runs a job over batches of files and gives the outcomes in the batches' order, with a bounded number under way. */
export async function* runBatches<Name extends keyof Jobs>(
  job: Name,
  batches: AsyncIterable<Batch>,
  { threads = availableParallelism() }: WorkOptions = {},
): AsyncGenerator<Outcome<Jobs[Name]>> {
  let pool: Tinypool | undefined;
  let first: Batch | undefined;
  const underWay: Promise<Outcome<Jobs[Name]>>[] = [];
  const start = (batch: Batch) => {
    pool ??= openPool(threads);
    const outcome: Promise<Outcome<Jobs[Name]>> = pool.run(batch, {
      name: job,
      transferList: [batch.bytes.buffer],
    });
    outcome.catch(() => undefined); // It is awaited below, in its turn; until then a failure is nobody's surprise.
    underWay.push(outcome);
  };
  try {
    for await (const batch of batches) {
      if (threads === 0 || !isCompiled) {
        yield await here(job, batch);
      } else if (first === undefined) {
        first = batch; // Starting threads pays only when there is more than this one batch.
      } else {
        if (pool === undefined) start(first);
        start(batch);
        if (underWay.length > threads * AHEAD_PER_THREAD)
          yield await (underWay.shift() as Promise<Outcome<Jobs[Name]>>);
      }
    }
    if (first !== undefined && pool === undefined) yield await here(job, first);
    for (const outcome of underWay) yield await outcome;
  } finally {
    await pool?.destroy();
  }
}

function openPool(threads: number): Tinypool {
  return new Tinypool({ filename: worker.href, minThreads: threads, maxThreads: threads });
}

async function here<Name extends keyof Jobs>(job: Name, batch: Batch): Promise<Outcome<Jobs[Name]>> {
  // Loaded on need: with threads at work, this one never parses.
  const jobs = await import('./jobs.ts');
  return jobs[job](batch) as Outcome<Jobs[Name]>;
}
