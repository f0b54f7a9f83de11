import type { ExportEdge, ExportNode } from './export-graph.ts';

/** A property as formats with columns write it: its name, what it holds, and its value for one row. */
export interface Column<Row> {
  name: string;
  type: 'string' | 'double' | 'integer' | 'boolean';
  /** Null is left out, or an empty cell. */
  value(row: Row): string | number | boolean | null;
}

export const NODE_COLUMNS: readonly Column<ExportNode>[] = [
  { name: 'kind', type: 'string', value: ({ kind }) => kind },
  { name: 'status', type: 'string', value: ({ status }) => status },
  { name: 'date', type: 'string', value: ({ date }) => date },
  { name: 'importance', type: 'double', value: ({ importance }) => importance },
];

export const EDGE_COLUMNS: readonly Column<ExportEdge>[] = [
  { name: 'kind', type: 'string', value: ({ kind }) => kind },
  { name: 'basis', type: 'string', value: ({ basis }) => basis },
  { name: 'rule', type: 'string', value: ({ rule }) => rule },
  { name: 'scope', type: 'string', value: ({ scope }) => scopeWords(scope) },
  { name: 'because', type: 'string', value: ({ because }) => because },
  { name: 'group', type: 'integer', value: ({ group }) => group },
  { name: 'orLater', type: 'boolean', value: ({ orLater }) => orLater || null },
  { name: 'version', type: 'string', value: ({ file }) => file?.version ?? null },
  { name: 'platform', type: 'string', value: ({ file }) => file?.platform ?? null },
  { name: 'fileDate', type: 'string', value: ({ file }) => file?.date ?? null },
  { name: 'size', type: 'integer', value: ({ file }) => file?.size ?? null },
  {
    name: 'evidence',
    type: 'string',
    value: ({ evidence }) => evidence.map(({ article, from, to }) => `${article}:${from}-${to}`).join(' ') || null,
  },
  {
    name: 'sentence',
    type: 'string',
    value: ({ evidence }) => evidence.flatMap(({ quote }) => quote ?? []).join(' … ') || null,
  },
];

/** `{ product: 'Windows NT 4.0', platform: 'x86' }` as 'product=Windows NT 4.0; platform=x86'. */
function scopeWords(scope: ExportEdge['scope']): string | null {
  const parts = Object.entries(scope ?? {}).filter(([, value]) => value !== undefined);
  return parts.length === 0 ? null : parts.map(([name, value]) => `${name}=${value}`).join('; ');
}
