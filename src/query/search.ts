import type { GraphView } from '../model/graph-view.ts';
import { type NodeName, nameOf } from './answer-parts.ts';
import { type FoundBy, findNodes } from './find-nodes.ts';
import type { Query } from './query.ts';
import { DATA_DATE, list, nodeName, object, STRING, STRING_OR_NULL } from './schema-parts.ts';
import { snippetOf } from './snippet.ts';

/** One thing that was found. */
export interface SearchHit extends NodeName {
  date: string | null;
  /** What matched: its id or whole name, words of its name, or words of its text. */
  reason: FoundBy;
  /** A piece of the text, with the words if it holds them, for articles; else null. */
  snippet: string | null;
}

export interface SearchAnswer {
  query: string;
  dataDate: string | null;
  /** What was looked for instead, where nothing matched what was typed; else null. */
  corrected: string | null;
  hits: SearchHit[];
}

export interface SearchQueryOptions {
  /** At most so many hits; 20 unless told. */
  limit?: number;
}

export const searchQuery: Query = {
  name: 'search',
  summary: 'Articles, fixes, files, products and service packs by id, name or words, in spite of typing errors.',
  schema: object({
    query: STRING,
    dataDate: DATA_DATE,
    corrected: STRING_OR_NULL,
    hits: list(
      nodeName({
        date: STRING_OR_NULL,
        reason: { type: 'string', enum: ['id', 'name', 'text'] },
        snippet: STRING_OR_NULL,
      }),
    ),
  }),
};

/** Finds nodes by what a person types: ids and names first, then things by their names, articles, and files. */
export function search(view: GraphView, text: string, { limit = 20 }: SearchQueryOptions = {}): SearchAnswer {
  const { query, words, corrected, found } = findNodes(view, text, limit);
  const shown = [...found].slice(0, limit);
  return {
    query,
    dataDate: view.report.dataDate,
    corrected,
    hits: shown.map(([index, reason]) => hitOf(view, index, reason, words)),
  };
}

function hitOf(view: GraphView, index: number, reason: FoundBy, words: readonly string[]): SearchHit {
  const node = view.node(index);
  const isText = node.kind === 'article' && node.status === 'present';
  const text = isText ? view.article(node.id.slice('article:'.length))?.text : undefined;
  return { ...nameOf(node), date: node.date, reason, snippet: text === undefined ? null : snippetOf(text, words) };
}
