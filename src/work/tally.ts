import { type Diagnostic, type Report, UsageError } from '../model/diagnostic.ts';
import type { Outcome } from './jobs.ts';

/** How many diagnostics each rule gave, with the first few sentences of each. */
export type DiagnosticCounts = Record<string, { count: number; examples: string[] }>;

const EXAMPLES_PER_RULE = 5;

/** What a run has read so far, and what it could not read. */
export interface Tally {
  readonly filesRead: number;
  readonly diagnostics: DiagnosticCounts;
  report: Report;
  add(outcome: Outcome<unknown>): void;
  /** Counts a file that is a structured feed, and holds no article. */
  countFeed(): void;
  /** Throws a UsageError that says why, where the paths held no article at all. */
  requireArticles(paths: readonly string[]): void;
}

/** A tally at zero; every diagnostic that it counts also goes to `onDiagnostic`. */
export function createTally(onDiagnostic?: Report): Tally {
  const diagnostics: DiagnosticCounts = {};
  let filesRead = 0;
  let articles = 0;
  let feeds = 0;
  let first: Diagnostic | undefined;

  const report = (diagnostic: Diagnostic) => {
    first ??= diagnostic;
    diagnostics[diagnostic.rule] ??= { count: 0, examples: [] };
    const counted = diagnostics[diagnostic.rule] as DiagnosticCounts[string];
    counted.count++;
    if (counted.examples.length < EXAMPLES_PER_RULE) {
      counted.examples.push(`${diagnostic.source}: ${diagnostic.message}`);
    }
    onDiagnostic?.(diagnostic);
  };

  return {
    get filesRead() {
      return filesRead;
    },
    diagnostics,
    report,
    add(outcome) {
      filesRead += outcome.files;
      articles += outcome.articles;
      outcome.diagnostics.forEach(report);
    },
    countFeed() {
      filesRead++;
      feeds++;
    },
    requireArticles(paths) {
      if (articles > 0 || feeds > 0) return;
      const where = paths.join(', ');
      if (filesRead > 0) {
        const files = filesRead === 1 ? 'the one file' : `any of the ${filesRead} files`;
        throw new UsageError('no-articles', `No article was found in ${files} read from ${where}.`);
      }
      const why = first === undefined ? '' : ` ${first.source}: ${first.message}`;
      throw new UsageError('no-input', `Nothing could be read from ${where}.${why}`);
    },
  };
}
