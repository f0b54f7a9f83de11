import type { ExportFormat } from './export-graph.ts';

/** The serialisation of graphology (https://graphology.github.io/serialization.html): `Graph.from(JSON.parse(text))`. */
export const json: ExportFormat = {
  name: 'json',
  label: 'JSON, for graphology',
  extension: 'json',
  mediaType: 'application/json',
  *write({ title, source, nodes, edges }) {
    yield `{"attributes":${JSON.stringify({ title, source })},"options":{"type":"directed","multi":true,"allowSelfLoops":true},"nodes":[`;
    let divider = '\n';
    for (const { id, position, ...attributes } of nodes) {
      yield `${divider}${JSON.stringify({ key: id, attributes: { ...attributes, ...position } })}`;
      divider = ',\n';
    }
    yield '\n],"edges":[';
    divider = '\n';
    let number = 0;
    for (const { source: from, target, ...attributes } of edges) {
      yield `${divider}${JSON.stringify({ key: `e${number++}`, source: from, target, attributes })}`;
      divider = ',\n';
    }
    yield '\n]}\n';
  },
};
