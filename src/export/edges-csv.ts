import { EDGE_COLUMNS } from './columns.ts';
import { csvLine } from './csv-text.ts';
import type { ExportFormat } from './export-graph.ts';

/** One row an edge, with the sentence that states it. */
export const edgesCsv: ExportFormat = {
  name: 'edges-csv',
  label: 'CSV of the edges',
  extension: 'edges.csv',
  mediaType: 'text/csv',
  *write({ edges }) {
    yield csvLine(['source', 'target', ...EDGE_COLUMNS.map(({ name }) => name)]);
    for (const edge of edges)
      yield csvLine([edge.source, edge.target, ...EDGE_COLUMNS.map(({ value }) => value(edge))]);
  },
};
