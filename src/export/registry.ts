// One line a format.
export { edgesCsv } from './edges-csv.ts';
export { gexf } from './gexf.ts';
export { graphml } from './graphml.ts';
export { json } from './json.ts';
export { nodesCsv } from './nodes-csv.ts';
