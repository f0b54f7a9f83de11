import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGraph } from '../../pipeline.ts';
import type { StartFlags } from '../commands/start.ts';
import type { Context } from '../context.ts';
import { createDiagnosticPrinter } from '../diagnostic-printer.ts';
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
  const printer = createDiagnosticPrinter(context.err, { held: progress.isShown });
  try {
    progress.step('Building the graph');
    const { report } = await whileInterruptible((signal) =>
      buildGraph(paths, { out, signal, report: printer.report, onProgress: progress.bytesRead }),
    );
    progress.stop();
    const edges = Object.values(report.edgesByKind).reduce((sum, edgesOfKind) => sum + edgesOfKind, 0);
    const took = duration(performance.now() - started);
    await context.out.write(`${counted(report.articles, 'article')}, ${counted(edges, 'edge')}, built in ${took}\n`);
  } finally {
    progress.stop();
    await printer.finish();
  }
}
