import { UsageError } from '../model/diagnostic.ts';
import type { GraphView } from '../model/graph-view.ts';
import { nameOf } from './answer-parts.ts';
import { PLAN_STATES, type PlanAnswer } from './plan/answer.ts';
import { type Host, readHost } from './plan/host.ts';
import { levelName } from './plan/ladder.ts';
import { emptyPlan, planFor } from './plan/product-plan.ts';
import { settingsFor } from './plan/setting.ts';
import { readProduct } from './product-scope.ts';
import type { Query } from './query.ts';
import { rememberNodes } from './remember-nodes.ts';
import { resolveNodes } from './resolve-node.ts';
import { RESTARTS } from './restarts.ts';
import {
  BOOLEAN,
  COUNT,
  COUNT_OR_NULL,
  DATA_DATE,
  list,
  nodeName,
  object,
  QUOTED_EVIDENCE,
  STRING,
  STRING_OR_NULL,
} from './schema-parts.ts';
import { openSlice } from './slice.ts';

export type { PlanAnswer, PlanStep, ProductPlan } from './plan/answer.ts';

export interface PlanOptions {
  /** What the machine has: products with their service packs, articles, fixes. */
  have?: readonly string[];
  /** The product to plan for, as a person types it. */
  product?: string;
  /** Leaves out what is inferred. */
  stated?: boolean;
}

const QUOTES = list(QUOTED_EVIDENCE);
const SPAN = object({ article: STRING, copy: COUNT, from: COUNT, to: COUNT });
const NODE_OR_NULL = { ...nodeName(), type: ['object', 'null'] } as const;

export const planQuery: Query = {
  name: 'plan',
  summary: 'What to install, in order, to get fixes onto a machine, with what to mind at each step.',
  schema: object({
    dataDate: DATA_DATE,
    wanted: list(nodeName()),
    have: list(STRING),
    plans: list(
      object({
        product: STRING,
        state: { type: 'string', enum: PLAN_STATES },
        needless: list(object({ node: nodeName(), because: STRING, evidence: QUOTES })),
        steps: list(
          object({
            kind: { type: 'string', enum: ['service-pack', 'fix', 'product'] },
            node: nodeName(),
            isExtra: BOOLEAN,
            why: list(object({ text: STRING, step: COUNT_OR_NULL, evidence: QUOTES })),
            met: list(STRING),
            metBecause: list(QUOTES),
            restart: object({ need: { type: 'string', enum: RESTARTS }, evidence: QUOTES }),
            check: list(
              object({
                name: STRING,
                version: STRING_OR_NULL,
                platform: STRING_OR_NULL,
                date: STRING_OR_NULL,
                size: COUNT_OR_NULL,
              }),
            ),
            undo: QUOTES,
            reapply: QUOTES,
            breaks: list(object({ problem: nodeName(), after: STRING, evidence: list(SPAN), repairs: list(STRING) })),
            breaksInAll: COUNT,
            remarks: list(STRING),
          }),
        ),
        restarts: object({ required: COUNT, none: COUNT, perhaps: COUNT, untold: COUNT }),
        choices: list(
          object({
            of: nodeName(),
            chosen: STRING,
            step: COUNT,
            others: list(
              object({ name: STRING, node: nodeName(), packages: COUNT, restarts: COUNT, remark: STRING_OR_NULL }),
            ),
          }),
        ),
        unmet: list(object({ of: NODE_OR_NULL, what: STRING, evidence: QUOTES })),
        loops: list(list(nodeName())),
        warnings: list(STRING),
        isCheapest: BOOLEAN,
      }),
    ),
  }),
};

/**
 * What to install, in order, to get articles' fixes, named fixes or service packs onto a machine; null when one of
 * them is not in the graph. Throws UsageError for what cannot be installed ('no-plan'), for what names nothing a
 * machine can have ('malformed-have') and for what is no product ('unknown-product').
 */
export function plan(graph: GraphView, ids: readonly string[], options: PlanOptions = {}): PlanAnswer | null {
  const view = rememberNodes(graph);
  const { have = [], stated = false } = options;
  const host = readHost(view, have);
  const product = options.product === undefined ? null : readProduct(view, options.product);
  if (product !== null && product.level !== null && !host.levels.has(product.family)) {
    host.levels.set(product.family, product.level);
  }
  const wanted: number[] = [];
  for (const id of ids) {
    const index = installable(view, id);
    if (index === null) return null;
    if (!wanted.includes(index)) wanted.push(index);
  }
  const articles = wanted.flatMap((index) => articlesOf(view, index));
  const { settings, apart } = settingsFor(view, articles, host, { product, stated });
  const labels = new Map(
    [...settings.map((each) => each.product), ...host.products].map((each) => [each.family, each.label]),
  );
  const familyLabel = (family: string): string => {
    const index = view.indexOf(`family:${family}`) ?? view.indexOf(`product:${family}`);
    return index === null ? (labels.get(family) ?? family) : view.node(index).label;
  };
  const plans = settings.map((setting) => planFor(view, articles, setting, familyLabel));
  if (plans.length === 0) {
    for (const each of apart) {
      plans.push({
        ...emptyPlan(each.label),
        state: 'not-applicable',
        needless: wanted.map((index) => ({
          node: nameOf(view.node(index)),
          because: `it is not about ${each.label}`,
          evidence: [],
        })),
      });
    }
  }
  return {
    dataDate: view.report.dataDate,
    wanted: wanted.map((index) => nameOf(view.node(index))),
    have: namesOf(view, host),
    plans,
  };
}

const KINDS = ['article', 'fix', 'service-pack'];

function installable(view: GraphView, id: string): number | null {
  const found = resolveNodes(view, id);
  const [first] = found;
  if (first === undefined) return null;
  const index = found.find((each) => KINDS.includes(view.node(each).kind));
  if (index !== undefined) return index;
  const { kind, label } = view.node(first);
  throw new UsageError('no-plan', `'${label}' is a ${kind}; a plan is for articles, fixes and service packs.`);
}

/** A fix that articles publish is planned by those articles. */
function articlesOf(view: GraphView, index: number): number[] {
  if (view.node(index).kind !== 'fix') return [index];
  const publishers = openSlice(view, ['requires', 'publishes'])
    .in(index)
    .flatMap(({ kind, source }) => (kind === 'publishes' ? [source] : []));
  return publishers.length === 0 ? [index] : [...new Set(publishers)];
}

function namesOf(view: GraphView, { products, levels, installed, unknown }: Host): string[] {
  return [
    ...products.map(({ label }) => label),
    ...[...levels].flatMap(([family, level]) =>
      products.some((product) => product.family === family) ? [] : [`${family} ${levelName(level)}`],
    ),
    ...[...installed].map((index) => {
      const { id, label, kind } = view.node(index);
      return kind === 'article' ? id.slice('article:'.length) : label;
    }),
    ...unknown.map((number) => `${number} (not in the graph)`),
  ];
}
