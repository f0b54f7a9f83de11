import { UsageError } from '../model/diagnostic.ts';
import type { GraphView } from '../model/graph-view.ts';
import { type NodeName, nameAt } from './answer-parts.ts';
import { type ChainLink, tellLink } from './chain-link.ts';
import { CHAIN_BESIDE, CHAIN_SIDE } from './chain-schema.ts';
import { type ChainSide, chainSide, type SideOptions } from './chain-side.ts';
import { type Fit, familyScope, type ProductScope, productsOf, readProduct } from './product-scope.ts';
import type { Query } from './query.ts';
import { createQuoter } from './quote-evidence.ts';
import { releaseDate } from './release-date.ts';
import { rememberNodes } from './remember-nodes.ts';
import { resolveNodes } from './resolve-node.ts';
import { BOOLEAN, DATA_DATE, list, nodeName, object, STRING, STRING_OR_NULL } from './schema-parts.ts';
import { openSlice } from './slice.ts';
import { isOfPart, openSupersession, type SupersessionOptions } from './supersession.ts';
import { CHAIN_DIRECTIONS, CHAIN_TIERS, type ChainDirection, type ChainTier } from './walk-options.ts';

export interface ChainOptions {
  /** A product as a person types it; without it the answer is given for each product of the article. */
  product?: string;
  /** 'platform' unless told. */
  tier?: ChainTier;
  /** Leaves out what is inferred, not what feeds say. */
  stated?: boolean;
  /** 'both' unless told. */
  direction?: ChainDirection;
  /** At most so many members of each side; 1,000 unless told. What is left out is counted. */
  limit?: number;
}

/** What holds for one product, or for several that are serviced alike. */
export interface ProductChain {
  /** What it is the answer for: families, or the product asked for; empty where nothing tells. */
  scopes: string[];
  /** The products of the article among them. */
  products: string[];
  newer: ChainSide | null;
  older: ChainSide | null;
  /**
   * What replaces a section of it, or ships newer builds of some of its files, or the same builds, or older ones: none of
   * it is a replacement.
   */
  beside: BesideChain[];
}

/** Something that shares files with the thing asked for. */
export interface BesideChain extends NodeName {
  links: ChainLink[];
}

export interface ChainAnswer extends NodeName {
  dataDate: string | null;
  /** The latest date among the files that it ships, `YYYY-MM-DD`; null where none is known. */
  released: string | null;
  /** The product asked for, in one spelling. */
  product: string | null;
  tier: ChainTier;
  stated: boolean;
  direction: ChainDirection;
  /** False where a product was asked for that the article does not name; null where that cannot be told. */
  isAboutProduct: boolean | null;
  chains: ProductChain[];
  /** The scopes among `chains` for which nothing replaces it; null where nobody asked. */
  notReplaced: string[] | null;
}

export const chainQuery: Query = {
  name: 'chain',
  summary: 'What an article, fix or service pack replaces and what replaces it, onward to what is current.',
  schema: nodeName({
    dataDate: DATA_DATE,
    released: STRING_OR_NULL,
    product: STRING_OR_NULL,
    tier: { type: 'string', enum: CHAIN_TIERS },
    stated: BOOLEAN,
    direction: { type: 'string', enum: CHAIN_DIRECTIONS },
    isAboutProduct: { type: ['boolean', 'null'] },
    chains: list(
      object({
        scopes: list(STRING),
        products: list(STRING),
        newer: CHAIN_SIDE,
        older: CHAIN_SIDE,
        beside: CHAIN_BESIDE,
      }),
    ),
    notReplaced: { type: ['array', 'null'], items: STRING },
  }),
};

const KINDS = ['article', 'fix', 'service-pack'];
const WITHIN: Record<ChainTier, Fit> = { exact: 'exact', platform: 'platform', unscoped: 'outside' };

/**
 * What `id` replaces and what replaces it; null when it is not in the graph.
 * Throws UsageError for what is no article, fix or service pack ('no-chain'), and for what is no product.
 */
export function chain(graph: GraphView, id: string, options: ChainOptions = {}): ChainAnswer | null {
  const view = rememberNodes(graph);
  const { tier = 'platform', stated = false, direction = 'both', limit = 1000 } = options;
  const product = options.product === undefined ? null : readProduct(view, options.product);
  const found = resolveNodes(view, id);
  const [first] = found;
  if (first === undefined) return null;
  const subject = found.find((index) => KINDS.includes(view.node(index).kind));
  if (subject === undefined) {
    const { kind, label } = view.node(first);
    throw new UsageError('no-chain', `'${label}' is a ${kind}; a chain is of an article, a fix or a service pack.`);
  }
  const products = productsAt(view, subject);
  const quote = createQuoter(view);
  const chainWithin = (scope: ProductScope | null): Omit<ProductChain, 'scopes' | 'products'> => {
    const walked: SupersessionOptions = { product: scope, within: scope === null ? 'outside' : WITHIN[tier], stated };
    const supersession = openSupersession(view, walked);
    const withAssumed = () => openSupersession(view, { ...walked, assumed: true });
    const side = (which: 'newer' | 'older') =>
      direction === 'both' || direction === which
        ? chainSide(view, subject, { which, supersession, withAssumed, quote, limit })
        : null;
    return {
      newer: side('newer'),
      older: side('older'),
      beside: besideOf(view, subject, { supersession: withAssumed(), quote, limit }),
    };
  };
  const chains = product
    ? [{ scopes: [product.label], products: labels(products, product.family), ...chainWithin(product) }]
    : alike(
        familiesOf(view, products).map((family) => ({
          scopes: [family.label],
          products: labels(products, family.family),
          ...chainWithin(family),
        })),
      );
  if (chains.length === 0) chains.push({ scopes: [], products: [], ...chainWithin(null) });
  return {
    ...nameAt(view, subject),
    dataDate: view.report.dataDate,
    released: releaseDate(view, subject),
    product: product?.label ?? null,
    tier,
    stated,
    direction,
    isAboutProduct:
      product === null || products.length === 0
        ? null
        : products.some((own) => own.family === product.family || own.line === product.line),
    chains,
    notReplaced:
      direction === 'older'
        ? null
        : chains.flatMap(({ scopes, newer }) => (newer?.current.length === 0 && !newer.isInLoop ? scopes : [])),
  };
}

/** What replaces a part of the subject, or shares files with it, within the scope: none of it is a replacement. */
function besideOf(
  view: GraphView,
  subject: number,
  { supersession, quote, limit }: Omit<SideOptions, 'which' | 'withAssumed'>,
): BesideChain[] {
  const slice = openSlice(view, ['contains-newer', 'same-build']);
  const replacing = openSlice(view, ['supersedes', 'publishes']);
  const parts = [...replacing.in(subject), ...replacing.out(subject)].filter(
    (edge) => edge.kind === 'supersedes' && isOfPart(edge),
  );
  const beside = new Map<number, BesideChain>();
  for (const edge of [...parts, ...slice.in(subject), ...slice.out(subject)]) {
    const other = edge.source === subject ? edge.target : edge.source;
    if (!supersession.isTaken(edge) || (beside.size >= limit && !beside.has(other))) continue;
    const known = beside.get(other) ?? { ...nameAt(view, other), links: [] };
    known.links.push(tellLink(view, edge, { quote, fit: supersession.fitOf(edge) }));
    beside.set(other, known);
  }
  return [...beside.values()];
}

/** What an article applies to; for a fix, what its articles apply to, where no scope says which of them. */
function productsAt(view: GraphView, subject: number): readonly ProductScope[] {
  const own = productsOf(view, subject);
  if (own.length > 0) return own;
  const slice = openSlice(view, ['supersedes', 'publishes']);
  const near = [...slice.out(subject), ...slice.in(subject)];
  const named = new Set(near.flatMap(({ scope }) => scope?.product ?? []));
  if (named.size > 0) return [...named].map((name) => readProductName(view, name)).filter((scope) => scope !== null);
  return near.flatMap(({ source, target }) => productsOf(view, source === subject ? target : source));
}

function readProductName(view: GraphView, name: string): ProductScope | null {
  try {
    return readProduct(view, name);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function familiesOf(view: GraphView, products: readonly ProductScope[]): ProductScope[] {
  return [...new Map(products.map((product) => [product.family, product])).values()].map((product) =>
    familyScope(view, product),
  );
}

const labels = (products: readonly ProductScope[], family: string): string[] => [
  ...new Set(products.flatMap((product) => (product.family === family ? product.label : []))),
];

/** Puts scopes with the very same answer together. */
function alike(chains: readonly ProductChain[]): ProductChain[] {
  const byAnswer = new Map<string, ProductChain>();
  for (const one of chains) {
    const key = JSON.stringify([one.newer, one.older, one.beside]);
    const same = byAnswer.get(key);
    if (same === undefined) byAnswer.set(key, one);
    else {
      same.scopes.push(...one.scopes);
      same.products.push(...one.products);
    }
  }
  return [...byAnswer.values()];
}
