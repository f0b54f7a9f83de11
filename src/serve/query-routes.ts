import type { Context, Hono } from 'hono';
import { UsageError } from '../model/diagnostic.ts';
import { EDGE_KINDS } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { HostCapture } from '../model/host.ts';
import { assess } from '../query/assess.ts';
import { breaks } from '../query/breaks.ts';
import { chain } from '../query/chain.ts';
import { file } from '../query/file.ts';
import { identify } from '../query/identify.ts';
import { nearMatches } from '../query/near-matches.ts';
import { path } from '../query/path.ts';
import { plan } from '../query/plan.ts';
import * as queries from '../query/registry.ts';
import { related } from '../query/related.ts';
import { articleNumber, resolveNode } from '../query/resolve-node.ts';
import { CHAIN_DIRECTIONS, CHAIN_TIERS, PATH_DIRECTIONS } from '../query/walk-options.ts';
import { refuse, refuseAbsent } from './refusal.ts';
import { type Parameters, readParameters } from './request-parameters.ts';

/** A question over HTTP: where it is asked, what it takes, and what answers it; null for what is not in the graph. */
interface QueryRoute {
  path: string;
  takes: readonly string[];
  answer(view: GraphView, given: Parameters): object | null;
  /** The ids that the question names. */
  names(given: Parameters): readonly string[];
}

const ID = (given: Parameters): string[] => [given.part('id')];
const NAME = (given: Parameters): string[] => [given.part('name')];

const ROUTES: readonly QueryRoute[] = [
  {
    path: '/api/assess',
    takes: ['update', 'product', 'stated', 'rows'],
    names: () => [],
    answer: (view, given) =>
      assess(view, [listedUpdates(given.list('update', 0, 1000))], {
        products: given.list('product', 1, 20),
        ...given.flag('stated'),
        ...given.flag('rows'),
      }),
  },
  {
    path: '/api/chain/:id',
    takes: ['product', 'tier', 'stated', 'direction', 'limit'],
    names: ID,
    answer: (view, given) =>
      chain(view, given.part('id'), {
        ...given.text('product'),
        ...given.oneOf('tier', CHAIN_TIERS),
        ...given.flag('stated'),
        ...given.oneOf('direction', CHAIN_DIRECTIONS),
        ...given.number('limit', 1, 5000),
      }),
  },
  {
    path: '/api/plan',
    takes: ['id', 'have', 'product', 'stated'],
    names: (given) => given.list('id', 1, 50),
    answer: (view, given) =>
      plan(view, given.list('id', 1, 50), {
        have: given.list('have', 0, 200),
        ...given.text('product'),
        ...given.flag('stated'),
      }),
  },
  {
    path: '/api/breaks/:id',
    takes: ['stated'],
    names: ID,
    answer: (view, given) => breaks(view, given.part('id'), given.flag('stated')),
  },
  {
    path: '/api/related/:id',
    takes: ['limit', 'unlinked'],
    names: ID,
    answer: (view, given) =>
      related(view, given.part('id'), { ...given.number('limit', 1, 200), ...given.flag('unlinked') }),
  },
  {
    path: '/api/file/:name',
    takes: ['atLeast', 'product', 'platform', 'stated'],
    names: NAME,
    answer: (view, given) =>
      file(view, given.part('name'), {
        ...given.text('atLeast'),
        ...given.text('product'),
        ...given.text('platform'),
        ...given.flag('stated'),
      }),
  },
  {
    path: '/api/identify/:name/:version',
    takes: ['stated'],
    names: NAME,
    answer: (view, given) => identify(view, given.part('name'), given.part('version'), given.flag('stated')),
  },
  {
    path: '/api/path',
    takes: ['from', 'to', 'kinds', 'direction', 'count', 'longest', 'hubs', 'stated'],
    names: (given) => [given.required('from'), given.required('to')],
    answer: (view, given) =>
      path(view, given.required('from'), given.required('to'), {
        ...given.someOf('kinds', EDGE_KINDS),
        ...given.oneOf('direction', PATH_DIRECTIONS),
        ...given.number('count', 1, 20),
        ...given.number('longest', 1, 12),
        ...given.flag('hubs'),
        ...given.flag('stated'),
      }),
  },
];

/** What is installed on a machine, as a request lists it. */
function listedUpdates(updates: readonly string[]): HostCapture {
  const ids = updates.map((printed) => ({ printed, id: articleNumber(printed) }));
  const wrong = ids.find(({ id }) => id === null);
  if (wrong !== undefined) {
    throw new UsageError(
      'bad-parameter',
      `'update' is an article's number such as KB4012212, not '${wrong.printed.slice(0, 50)}'.`,
    );
  }
  return {
    format: 'id-list',
    source: 'request',
    host: null,
    system: { name: null, version: null, revision: null, servicePack: null, architecture: null },
    updates: ids.map(({ id, printed }) => ({ id: id ?? '', printed })),
    unnamed: [],
    hasUpdateList: true,
    announced: null,
    files: [],
  };
}

/** The queries over HTTP, and under `/api/schema/NAME` the JSON Schema of each answer. */
export function addQueryRoutes(app: Hono, view: GraphView): void {
  for (const route of ROUTES) {
    app.get(route.path, (context: Context) => {
      const given = readParameters(context, route.takes);
      const answer = route.answer(view, given);
      if (answer !== null) return context.json(answer);
      const absent = route.names(given).find((id) => resolveNode(view, id) === null) ?? route.names(given)[0] ?? '';
      return refuseAbsent(context, absent, nearMatches(view, absent.slice(0, 100)));
    });
  }
  const schemas = new Map(Object.values(queries).map(({ name, summary, schema }) => [name, { summary, schema }]));
  app.get('/api/schema/:query', (context) => {
    const known = schemas.get(context.req.param('query'));
    if (known !== undefined) return context.json(known);
    return refuse(context, 404, 'no-query', `The queries are ${[...schemas.keys()].join(', ')}.`);
  });
}
