import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildReport } from '../../model/graph.ts';
import { buildGraph } from '../../pipeline.ts';
import type { StartFlags } from '../commands/start.ts';
import type { Context } from '../context.ts';
import { whileInterruptible } from '../interrupt.ts';
import { openBrowser } from '../open-browser.ts';
import { createProgress } from '../progress.ts';
import { counted, duration } from '../terminal/figures.ts';
import { serveUntilInterrupted } from './serve.ts';

/** Builds the paths into a temporary store, serves it, and removes it at the end. */
export async function runStart(this: Context, flags: StartFlags, ...paths: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kbgraph-'));
  try {
    const file = join(folder, 'graph.db');
    await build(this, paths, file);
    await serveUntilInterrupted(this, file, flags, (address) => {
      if (!flags.noOpen) openBrowser(address, { env: this.env, isInteractive: this.out.isTerminal });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function build(context: Context, paths: readonly string[], out: string): Promise<void> {
  const started = performance.now();
  const progress = createProgress(context.err, context.env);
  try {
    progress.step('Building the graph');
    const { report } = await whileInterruptible((signal) =>
      buildGraph(paths, { out, signal, onProgress: progress.bytesRead }),
    );
    progress.stop();
    await context.out.write(`${summary(report, performance.now() - started)}\n`);
  } finally {
    progress.stop();
  }
}

function summary(report: BuildReport, milliseconds: number): string {
  const edges = Object.values(report.edgesByKind).reduce((sum, count) => sum + count, 0);
  const remarks = Object.values(report.diagnostics).reduce((sum, { count }) => sum + count, 0);
  const built = `${counted(report.articles, 'article')} and ${counted(edges, 'edge')}, built in ${duration(milliseconds)}`;
  return remarks === 0 ? built : `${built}; ${counted(remarks, 'remark')}, which 'kbgraph build' lists`;
}
