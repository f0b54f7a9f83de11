import type { Context } from 'hono';
import type { NodeName } from '../query/answer-parts.ts';

/** Says no, as JSON: `code` for programs, `error` as a sentence for people. */
export function refuse(context: Context, status: 400 | 404 | 405 | 500 | 503, code: string, error: string): Response {
  return context.json({ code, error }, status);
}

/** Says that something is not in the graph, with what may have been meant. */
export function refuseAbsent(context: Context, id: string, near: readonly NodeName[]): Response {
  return context.json({ code: 'no-node', error: `${id.slice(0, 100)} is not in this graph.`, near }, 404);
}
