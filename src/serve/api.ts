import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { UsageError } from '../model/diagnostic.ts';
import type { GraphMap } from '../model/graph.ts';
import { UnknownHostError } from '../query/assess.ts';
import { nearMatches } from '../query/near-matches.ts';
import { neighbourhood } from '../query/neighbourhood.ts';
import { resolveNode } from '../query/resolve-node.ts';
import { search } from '../query/search.ts';
import { show } from '../query/show.ts';
import { stats } from '../query/stats.ts';
import type { Store } from '../store/open-store.ts';
import { addQueryRoutes } from './query-routes.ts';
import { refuse, refuseAbsent, refuseProduct } from './refusal.ts';
import { createSectionServer } from './section-server.ts';

/** What keeps a browser's address bar from growing a search without bound. */
const LONGEST_QUERY = 500;

export interface Api {
  app: Hono;
  /** Makes what takes long before anyone asks for it. */
  prepare(): void;
}

/** The HTTP API over one graph. Every error is JSON: `code` for programs, `error` as a sentence for people. */
export function createApi(store: Store): Api {
  const app = new Hono();
  let placed: GraphMap | undefined;
  const map = (): GraphMap => {
    placed ??= store.map();
    return placed;
  };
  const sections = createSectionServer(store);

  app.use(async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      return refuse(context, 405, 'read-only', 'The graph is only read here: use GET.');
    }
    await next();
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-cache');
  });
  app.use(compress());

  app.get('/api/stats', (context) => context.json(stats(store)));

  app.get('/api/search', (context) => {
    const text = context.req.query('q') ?? '';
    if (text.length > LONGEST_QUERY) {
      return refuse(context, 400, 'query-too-long', `A search takes up to ${LONGEST_QUERY} characters.`);
    }
    return context.json(search(store, text));
  });

  app.get('/api/node/:id', (context) => {
    const id = context.req.param('id');
    const limit = context.req.query('limit') ?? '1000';
    if (!/^[1-9]\d{0,2}$|^1000$/.test(limit)) {
      return refuse(context, 400, 'bad-limit', 'A limit is a number from 1 to 1000.');
    }
    const answer = show(store, id, { limit: Number(limit) });
    return answer === null ? refuseAbsent(context, id, nearMatches(store, id.slice(0, 100))) : context.json(answer);
  });

  app.get('/api/neighbourhood/:id', (context) => {
    const id = context.req.param('id');
    const index = resolveNode(store, id);
    return index === null
      ? refuseAbsent(context, id, nearMatches(store, id.slice(0, 100)))
      : context.json(neighbourhood(store, map(), index));
  });

  app.get('/api/article/:id/text', (context) => {
    const id = context.req.param('id');
    const copy = context.req.query('copy');
    if (copy !== undefined && !/^\d{1,6}$/.test(copy)) {
      return refuse(context, 400, 'bad-copy', 'A copy is named by its number, counted from 0.');
    }
    const article = store.article(id, copy === undefined ? undefined : Number(copy));
    if (!article) return refuse(context, 404, 'no-text', `There is no text of ${id}: others only cite it.`);
    return context.json(article);
  });

  addQueryRoutes(app, store);

  app.get('/api/map', (context) => context.json(sections.manifest()));

  app.get('/api/map/:version/:name', async (context) => {
    const acceptsGzip = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
    const section = await sections.section(context.req.param('version'), context.req.param('name'), acceptsGzip);
    if (!section) {
      return refuse(context, 404, 'no-section', 'The graph has changed since the page was loaded: reload the page.');
    }
    if (section.encoding) context.header('content-encoding', section.encoding);
    context.header('vary', 'accept-encoding');
    context.header('cache-control', 'public, max-age=31536000, immutable');
    context.header('content-type', 'application/octet-stream');
    return context.body(section.body);
  });

  app.notFound((context) =>
    context.req.path === '/' || context.req.path === '/index.html'
      ? refuse(context, 503, 'no-page', "The page is not built: run 'npm run build', then serve again. The API works.")
      : refuse(context, 404, 'not-found', `There is nothing at ${context.req.path}.`),
  );
  app.onError((error, context) => {
    if (error instanceof UsageError) return refuse(context, 400, error.code, error.message);
    if (error instanceof UnknownHostError) return refuseProduct(context, error);
    return refuse(context, 500, 'bug', `The server failed to answer, which is a bug: ${error.message}`);
  });
  return {
    app,
    prepare() {
      sections.manifest();
      // The first search checks the whole file, which a visitor need not wait for.
      search(store, 'a', { limit: 1 });
    },
  };
}
