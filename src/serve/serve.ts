import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Store } from '../store/open-store.ts';
import { createApi } from './api.ts';
import { isOwnHost, SECURITY_HEADERS } from './guard.ts';
import { listen } from './listen.ts';
import { createSite } from './site.ts';

export interface ServeOptions {
  /** 0 takes any free port. */
  port: number;
  /** The address to bind to; this machine alone by default. */
  host?: string;
  /** The folder of the built explorer; the program's own by default. */
  site?: string;
}

/** Serves a graph's explorer and its API until it is closed; takes the next free port when `port` is taken. */
export async function serve(store: Store, options: ServeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const host = options.host ?? '127.0.0.1';
  const api = createApi(store);
  const site = createSite(getRequestListener(api.app.fetch), options.site);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (isOwnHost(request.headers.host, host)) return site(request, response);
    response.writeHead(403, { 'content-type': 'application/json; charset=utf-8' });
    const error = 'This server answers under its own address only, and the Host header names another one.';
    response.end(JSON.stringify({ code: 'foreign-host', error }));
  });
  const port = await listen(server, options.port, host);
  const preparing = setTimeout(api.prepare, 20).unref();
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        clearTimeout(preparing);
        server.closeAllConnections();
      }),
  };
}
