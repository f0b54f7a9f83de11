import { UsageError } from '../../model/diagnostic.ts';

/** Where the explorer is served. */
export interface ServeFlags {
  port: number;
  host: string;
}

/** How those flags are described and read. */
export const serveFlags = {
  port: {
    kind: 'parsed',
    parse: parsePort,
    placeholder: 'N',
    brief: 'The port, or the next free one where it is taken',
    default: '4750',
  },
  host: {
    kind: 'parsed',
    parse: String,
    placeholder: 'ADDRESS',
    brief: 'The address to listen on; others than 127.0.0.1 let other machines in',
    default: '127.0.0.1',
  },
} as const;

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError('bad-port', 'A port is a number from 0 to 65535');
  return port;
}
