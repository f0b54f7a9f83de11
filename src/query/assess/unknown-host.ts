/** What a capture tells of its system is in no feed of the graph. Its message says what was read and what was looked for. */
export class UnknownHostError extends Error {
  /** The nearest products that are known, the nearest first. */
  readonly near: readonly string[];
  constructor(message: string, near: readonly string[]) {
    super(message);
    this.name = 'UnknownHostError';
    this.near = near;
  }
}
