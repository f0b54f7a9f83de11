import { UsageError } from '../../model/diagnostic.ts';

/** Where `build` writes and queries read, unless they are told otherwise. */
export const DEFAULT_STORE = 'kbgraph.db';

/** A flag that is given or not: `--json`. */
export const given = (brief: string) => ({ kind: 'boolean', brief, optional: true, withNegated: false }) as const;

/** The paths that a command reads. */
export const pathsToRead = {
  kind: 'array',
  parameter: { parse: String, placeholder: 'PATH', brief: 'Files, folders, .zip and .tar.gz archives' },
  minimum: 1,
} as const;

/** The flags that every query takes. */
export interface GraphFlags {
  graph: string;
  json?: boolean;
}

/** How the flags of queries are described and read. */
export const graphFlags = {
  graph: {
    kind: 'parsed',
    parse: String,
    placeholder: 'FILE',
    brief: 'The graph to ask, as `kbgraph build` wrote it',
    default: DEFAULT_STORE,
  },
  json: given('Print the answer as JSON'),
} as const;

/** Where the explorer is served. */
export interface ServeFlags {
  port: number;
  host: string;
}

/** How the flags of `serve` and `start` are described and read. */
export const serveFlags = {
  port: {
    kind: 'parsed',
    parse: wholeNumber('--port', 0, 65_535),
    placeholder: 'N',
    brief: 'The port, or the next free one where it is taken',
    default: '4750',
  },
  host: {
    kind: 'parsed',
    parse: String,
    placeholder: 'ADDRESS',
    brief: 'The address to listen on; 0.0.0.0 lets other machines in',
    default: '127.0.0.1',
  },
} as const;

/** A reader of a flag's value that must be a whole number from `least` to `most`. */
export function wholeNumber(flag: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
    throw new UsageError('bad-number', `${flag} takes a whole number from ${least} to ${most}, not '${text}'.`);
  };
}
