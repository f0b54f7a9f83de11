import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts';
import type { ExportFormat, ExportGraph, ExportNode } from './export-graph.ts';
import { xmlText } from './xml-text.ts';

const COLUMNS: readonly Column<ExportNode>[] = [
  { name: 'label', type: 'string', value: ({ label }) => label },
  ...NODE_COLUMNS,
  { name: 'x', type: 'double', value: ({ position }) => position?.x ?? null },
  { name: 'y', type: 'double', value: ({ position }) => position?.y ?? null },
];

/** GraphML 1.0 (http://graphml.graphdrawing.org), as yEd, Cytoscape, igraph and NetworkX read it. */
export const graphml: ExportFormat = {
  name: 'graphml',
  label: 'GraphML, for yEd, Cytoscape and NetworkX',
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  *write({ title, source, nodes, edges }: ExportGraph) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
    yield `<desc>${xmlText(`${title}. ${source}`)}</desc>\n`;
    yield declare('node', COLUMNS);
    yield declare('edge', EDGE_COLUMNS);
    yield '<graph id="kbgraph" edgedefault="directed">\n';
    for (const node of nodes) yield `<node id="${xmlText(node.id)}">${values('node', node, COLUMNS)}</node>\n`;
    let number = 0;
    for (const edge of edges) {
      const ends = `source="${xmlText(edge.source)}" target="${xmlText(edge.target)}"`;
      yield `<edge id="e${number++}" ${ends}>${values('edge', edge, EDGE_COLUMNS)}</edge>\n`;
    }
    yield '</graph>\n</graphml>\n';
  },
};

const TYPES = { string: 'string', double: 'double', integer: 'long', boolean: 'boolean' } as const;

function declare<Row>(of: 'node' | 'edge', columns: readonly Column<Row>[]): string {
  return columns
    .map(({ name, type }) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`)
    .join('');
}

function values<Row>(of: 'node' | 'edge', row: Row, columns: readonly Column<Row>[]): string {
  return columns
    .flatMap((column) => {
      const value = column.value(row);
      return value === null ? [] : `<data key="${of}-${column.name}">${xmlText(String(value))}</data>`;
    })
    .join('');
}
