import { UsageError } from '../model/diagnostic.ts';

/** The program's exit codes; a shell's script may rely on them. */
export const EXIT = { answered: 0, notInGraph: 1, wrongUse: 2, bug: 70, interrupted: 130 } as const;

/** A thing was asked for that the graph does not hold. Its message is a sentence, near matches below it. */
export class NotInGraphError extends Error {
  readonly near: readonly string[];
  readonly heading: string;
  constructor(message: string, near: readonly string[], heading = 'Did you mean:') {
    super(message);
    this.name = 'NotInGraphError';
    this.near = near;
    this.heading = heading;
  }
}

/** The exit code for what a command threw. */
export function exitCodeFor(error: unknown): number {
  if (error instanceof NotInGraphError) return EXIT.notInGraph;
  if (error instanceof UsageError) return EXIT.wrongUse;
  if (error instanceof Error && error.name === 'AbortError') return EXIT.interrupted;
  return EXIT.bug;
}

/** What a person reads of what a command threw: a sentence for wrong use, the whole stack for a bug. */
export function explain(error: unknown): string {
  if (error instanceof NotInGraphError) return [error.message, ...nearMatches(error)].join('\n');
  if (error instanceof UsageError) return error.message;
  if (error instanceof Error && error.name === 'AbortError') return 'Interrupted; nothing was changed.';
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug in kbgraph, please report it with what follows.\n${stack}`;
}

function nearMatches({ near, heading }: NotInGraphError): string[] {
  return near.length === 0 ? [] : [heading, ...near.map((match) => `  ${match}`)];
}
