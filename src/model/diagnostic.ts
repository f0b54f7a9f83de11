/** What went wrong with one input, in a form that a report can count and a person can act on. */
export interface Diagnostic {
  /** The file, or `archive!member`. */
  source: string;
  /** The stage and the rule that noticed it, such as `read/too-large` or `parse/no-article`. */
  rule: string;
  /** One sentence: what was given and what was expected. */
  message: string;
}

/** Collects diagnostics; a stage reports and goes on, it never throws for what a document says. */
export type Report = (diagnostic: Diagnostic) => void;

/** Wrong use of the program or library. Tests match `code`, people read `message`. */
export class UsageError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
  }
}
