import { NODE_COLUMNS } from './columns.ts';
import { csvLine } from './csv-text.ts';
import type { ExportFormat } from './export-graph.ts';

/** One row a node. */
export const nodesCsv: ExportFormat = {
  name: 'nodes-csv',
  label: 'CSV of the nodes',
  extension: 'nodes.csv',
  mediaType: 'text/csv',
  *write({ nodes }) {
    yield csvLine(['id', 'label', ...NODE_COLUMNS.map(({ name }) => name)]);
    for (const node of nodes) yield csvLine([node.id, node.label, ...NODE_COLUMNS.map(({ value }) => value(node))]);
  },
};
