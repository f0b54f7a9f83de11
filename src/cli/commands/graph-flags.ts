/** The flags that every query takes. */
export interface GraphFlags {
  graph: string;
  json: boolean;
}

/** Where `build` writes and queries read, unless they are told otherwise. */
export const DEFAULT_STORE = 'kbgraph.db';

/** How those flags are described and read. */
export const graphFlags = {
  graph: {
    kind: 'parsed',
    parse: String,
    placeholder: 'FILE',
    brief: 'The graph to ask, as `kbgraph build` wrote it',
    default: DEFAULT_STORE,
  },
  json: { kind: 'boolean', brief: 'Print the answer as JSON', default: false },
} as const;
