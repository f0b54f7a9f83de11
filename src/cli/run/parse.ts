import { UsageError } from '../../model/diagnostic.ts';
import { extractRecords } from '../../pipeline.ts';
import { readSources } from '../../read/read-sources.ts';
import type { ParseFlags } from '../commands/parse.ts';
import type { Context } from '../context.ts';
import { createDiagnosticPrinter, type DiagnosticPrinter } from '../diagnostic-printer.ts';
import { createProgress } from '../progress.ts';
import { printableJson, printableLines } from '../terminal/printable.ts';

/** Prints the paths' articles as NDJSON, or one file's decoded text. */
export async function runParse(this: Context, flags: ParseFlags, ...paths: string[]): Promise<void> {
  const progress = createProgress(this.err, this.env);
  // Records that scroll by are progress enough.
  const isQuiet = flags.text || this.out.isTerminal;
  const printer = createDiagnosticPrinter(this.err, { verbose: flags.verbose, held: progress.isShown && !isQuiet });
  try {
    if (flags.text) return await printText(this, paths, printer);
    if (!isQuiet) progress.step('Reading');
    const onProgress = isQuiet ? () => undefined : progress.bytesRead;
    for await (const records of extractRecords(paths, { report: printer.report, onProgress })) {
      await this.out.write(this.out.isTerminal ? printableJson(new TextDecoder().decode(records)) : records);
    }
  } finally {
    if (!isQuiet) progress.stop();
    await printer.finish();
  }
}

async function printText(context: Context, paths: readonly string[], printer: DiagnosticPrinter): Promise<void> {
  let text: string | undefined;
  for await (const file of readSources(paths, printer.report)) {
    if (text !== undefined) throw new UsageError('several-files', '--text prints one file; the path holds several.');
    text = file.text;
  }
  if (text === undefined) throw new UsageError('no-input', `Nothing could be read from ${paths.join(', ')}.`);
  await context.out.write(context.out.isTerminal ? printableLines(text) : text);
}
