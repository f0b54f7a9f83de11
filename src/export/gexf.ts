import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts';
import type { ExportFormat, ExportGraph } from './export-graph.ts';
import { xmlText } from './xml-text.ts';

/** GEXF 1.3 (https://gexf.net): directed, parallel edges told apart by their kind, positions where there are any. */
export const gexf: ExportFormat = {
  name: 'gexf',
  label: 'GEXF, for Gephi',
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  *write({ title, source, nodes, edges }: ExportGraph) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
    yield `<meta><creator>kbgraph</creator><description>${xmlText(`${title}. ${source}`)}</description></meta>\n`;
    yield '<graph defaultedgetype="directed" mode="static">\n';
    yield declare('node', NODE_COLUMNS);
    yield declare('edge', EDGE_COLUMNS);
    yield '<nodes>\n';
    for (const node of nodes) {
      const at = node.position;
      const place = at === null ? '' : `<viz:position x="${at.x}" y="${at.y}" z="0"/>`;
      yield `<node id="${xmlText(node.id)}" label="${xmlText(node.label)}">${values(node, NODE_COLUMNS)}${place}</node>\n`;
    }
    yield '</nodes>\n<edges>\n';
    let number = 0;
    for (const edge of edges) {
      const ends = `source="${xmlText(edge.source)}" target="${xmlText(edge.target)}"`;
      yield `<edge id="e${number++}" ${ends} kind="${edge.kind}" label="${edge.kind}">${values(edge, EDGE_COLUMNS)}</edge>\n`;
    }
    yield '</edges>\n</graph>\n</gexf>\n';
  },
};

function declare<Row>(of: 'node' | 'edge', columns: readonly Column<Row>[]): string {
  const own = columns.map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`);
  return `<attributes class="${of}">${own.join('')}</attributes>\n`;
}

function values<Row>(row: Row, columns: readonly Column<Row>[]): string {
  const own = columns.flatMap((column) => {
    const value = column.value(row);
    return value === null ? [] : `<attvalue for="${column.name}" value="${xmlText(String(value))}"/>`;
  });
  return own.length === 0 ? '' : `<attvalues>${own.join('')}</attvalues>`;
}
