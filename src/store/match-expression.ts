import type { NodeKind } from '../model/graph.ts';
import type { SearchTerm } from '../model/graph-view.ts';

/** As much of a query as is worth looking for. */
const MAX_TERMS = 32;
const MAX_TERM_LENGTH = 200;

/**
 * Terms as an FTS5 query in which nothing but our own AND and OR is syntax: each term is a quoted string.
 * Null when no term holds a letter or a digit.
 */
export function matchExpression(terms: readonly SearchTerm[], any: boolean): string | null {
  const quoted = terms
    .slice(0, MAX_TERMS)
    .map(({ text, prefix }) => ({ text: text.slice(0, MAX_TERM_LENGTH).replace(/[\0"]/g, ' '), prefix }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map(({ text, prefix }) => (prefix ? `"${text}" *` : `"${text}"`));
  return quoted.length === 0 ? null : quoted.join(any ? ' OR ' : ' AND ');
}

/** Narrows an expression over names to some kinds of node. */
export function ofKinds(match: string, kinds: readonly NodeKind[]): string {
  return `(name : (${match})) AND (kind : (${kinds.map((kind) => `"${kindWord(kind)}"`).join(' OR ')}))`;
}

/** The one word that stands for a kind in the index of names. */
export function kindWord(kind: NodeKind): string {
  return kind.replace('-', '');
}
