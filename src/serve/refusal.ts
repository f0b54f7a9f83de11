import type { Context } from 'hono';
import type { NodeName } from '../query/answer-parts.ts';
import type { UnknownHostError } from '../query/assess.ts';

/** Says no, as JSON: `code` for programs, `error` as a sentence for people. */
export function refuse(context: Context, status: 400 | 404 | 405 | 500 | 503, code: string, error: string): Response {
  return context.json({ code, error }, status);
}

/** Says that something is not in the graph, with what may have been meant. */
export function refuseAbsent(context: Context, id: string, near: readonly NodeName[]): Response {
  return context.json({ code: 'no-node', error: `${id.slice(0, 100)} is not in this graph.`, near }, 404);
}

/** Says that no feed has a product, with the products that may have been meant. */
export function refuseProduct(context: Context, { message, near }: UnknownHostError): Response {
  return context.json({ code: 'no-product', error: message, near }, 404);
}
