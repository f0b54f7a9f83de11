import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** The built explorer: beside the program in `dist/`, or in `dist/` when the sources run themselves. */
const BUILT = ['../viz/', '../../dist/viz/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** Serves the explorer's files; whatever is none of them goes on to `next`. Hashed assets are kept by the browser. */
export function createSite(next: RequestListener, site?: string): RequestListener {
  const folders = site === undefined ? BUILT : [site];
  const folder = folders.find((path) => existsSync(join(path, 'index.html')));
  if (folder === undefined) return next;
  const files = sirv(folder, {
    etag: true,
    gzip: true,
    setHeaders: (response, path) => {
      const hashed = path.startsWith('/assets/');
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) => files(request, response, () => next(request, response));
}
