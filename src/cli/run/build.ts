import { statSync } from 'node:fs';
import { buildGraph } from '../../pipeline.ts';
import type { BuildFlags } from '../commands/build.ts';
import type { Context } from '../context.ts';
import { createDiagnosticPrinter } from '../diagnostic-printer.ts';
import { whileInterruptible } from '../interrupt.ts';
import { createProgress } from '../progress.ts';
import { formatBuildReport } from '../terminal/build-report.ts';

const STEPS = { reading: 'Reading', graph: 'Joining articles into a graph', store: 'Writing the graph' } as const;

/** Builds the paths' graph into a store and prints what was read and what it holds. */
export async function runBuild(this: Context, flags: BuildFlags, ...paths: string[]): Promise<void> {
  const started = performance.now();
  const progress = createProgress(this.err, this.env);
  // On a terminal, the report below the progress line gives examples of each rule; in a log, each file stands here.
  const isListed = flags.verbose || flags.json || !this.err.isTerminal;
  const printer = createDiagnosticPrinter(this.err, { verbose: flags.verbose, held: progress.isShown });
  try {
    const graph = await whileInterruptible((signal) =>
      buildGraph(paths, {
        out: flags.out,
        signal,
        onProgress: progress.bytesRead,
        onStep: (step) => progress.step(STEPS[step]),
        ...(isListed && { report: printer.report }),
      }),
    );
    progress.stop();
    await printer.finish();
    const outcome = {
      out: flags.out,
      bytes: statSync(flags.out).size,
      milliseconds: Math.round(performance.now() - started),
      // maxRSS counts kilobytes, over all threads.
      peakMemory: process.resourceUsage().maxRSS * 1024,
    };
    if (flags.json) await this.out.writeJson({ ...graph.report, ...outcome });
    else await this.out.write(formatBuildReport(graph.report, outcome, this.out));
  } catch (error) {
    progress.stop();
    await printer.finish();
    throw error;
  }
}
