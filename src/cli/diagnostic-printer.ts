import type { Diagnostic } from '../model/diagnostic.ts';
import type { Output } from './context.ts';
import { count } from './terminal/figures.ts';
import { printable } from './terminal/printable.ts';

/** How many diagnostics of one rule are listed before the rest is only counted. */
const LISTED_PER_RULE = 20;

/** Prints diagnostics, one line each, and at the end how many of each rule were not listed. */
export interface DiagnosticPrinter {
  report(diagnostic: Diagnostic): void;
  finish(): Promise<void>;
}

/** A printer onto `output`; `held` keeps the lines until the end, while a progress line is shown. */
export function createDiagnosticPrinter(
  output: Output,
  options: { verbose?: boolean | undefined; held: boolean },
): DiagnosticPrinter {
  const counts = new Map<string, number>();
  const heldLines: string[] = [];
  const { dim } = output.colors;
  return {
    report({ source, rule, message }) {
      const seen = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, seen);
      if (seen > LISTED_PER_RULE && !options.verbose) return;
      const line = `${printable(source)}: ${printable(message)} ${dim(`[${rule}]`)}\n`;
      if (options.held) heldLines.push(line);
      else void output.write(line);
    },
    async finish() {
      if (heldLines.length > 0) await output.write(heldLines.join(''));
      if (options.verbose) return;
      for (const [rule, seen] of counts) {
        const more = seen - LISTED_PER_RULE;
        if (more > 0) await output.write(`… and ${count(more)} more of [${rule}]; --verbose lists them all\n`);
      }
    },
  };
}
