import type { AdvisoryTable, AffectedProduct } from '../model/advisories.ts';
import type { EdgeKind, FeedRecord } from '../model/graph.ts';
import type { Scope } from '../model/relation.ts';
import type { EdgeTable } from './edge-table.ts';
import { createCveNodes } from './feed/cve-nodes.ts';
import { scopeOf } from './feed/product-scope.ts';
import { createServicePackIds } from './feed/service-pack-ids.ts';
import { identifyAffected } from './identity/identify-platform.ts';
import { servicePackOf } from './identity/identify-service-pack.ts';
import type { NodeTable } from './node-table.ts';
import type { ProductLinks } from './product-links.ts';

/** There are fewer scopes than this: the number of a list and of a scope make one small number. */
const SCOPE_LIMIT = 4096;

/**
 * Makes nodes and edges of the feeds' rows: `addresses`, `applies-to` and `supersedes`, each edge once and with its
 * first record as evidence. A replacement holds for a platform: rows for Internet Explorer, .NET or Server Core on one
 * operating system, service pack and architecture say the same thing of it.
 */
export function addFeedEdges(table: AdvisoryTable, nodes: NodeTable, edges: EdgeTable, links: ProductLinks): void {
  const { columns, texts, first, products, sources } = table;
  const rules = sources.map(({ feed }) => feed);
  const packs = createServicePackIds(table, nodes, links);
  const cves = createCveNodes(table, nodes);
  const articles = new Int32Array(texts.article.length).fill(-1);
  /** The node of an update, or null for a service pack's own id that names nothing that is known. */
  const nodeOf = (id: string): number | null =>
    /^\d/.test(id) ? nodes.merge('article', id, `KB${id}`) : packs.nodeOf(id);
  const updateAt = (row: number): number => {
    const text = columns.article[row]!;
    if (text === 0) return -1;
    if (articles[text] === -1) articles[text] = nodeOf(texts.article[text]!) ?? -2;
    return articles[text]!;
  };
  const replacedBy = texts.supersedes.map((list) => (list === '' ? [] : list.split(';')));
  const scopes = createScopes(products);

  function state(
    kind: EdgeKind,
    ends: readonly [number, number],
    scope: Scope | null,
    { row, product }: { row: number; product: number },
  ): void {
    if (ends[0] === ends[1]) return;
    const source = columns.source[row]!;
    const record: FeedRecord = { source, product, record: columns.record[row]! };
    const article = texts.article[columns.article[row]!]!;
    edges.merge(
      {
        kind,
        source: ends[0],
        target: ends[1],
        basis: 'feed',
        rule: rules[source]!,
        scope,
        group: null,
        orLater: false,
        file: null,
      },
      [{ article, copy: 0, from: 0, to: 0, record }],
    );
  }

  const addressed = createPairs();
  const replaced = createPairs();
  const appliesTo = createPairs();
  const applied = new Int32Array(texts.article.length).fill(-1);
  for (let product = 0; product < products.length; product++) {
    const affected = products[product]!;
    const scope = scopes.of(product);
    let owners: number[] | undefined;
    for (let row = first[product]!; row < first[product + 1]!; row++) {
      const update = updateAt(row);
      if (update < 0) continue;
      const text = columns.article[row]!;
      if (applied[text] !== product) {
        applied[text] = product;
        owners ??= ownersOf(affected, nodes, links);
        for (const owner of owners)
          if (appliesTo.add(text, owner)) state('applies-to', [update, owner], null, { row, product });
      }
      const cve = columns.cve[row]!;
      if (cve !== 0 && cves.isOne(cve) && addressed.add(text, cve))
        state('addresses', [update, cves.nodeOf(cve)], null, { row, product });
      const list = columns.supersedes[row]!;
      if (list === 0 || !replaced.add(text, list * SCOPE_LIMIT + scope.number)) continue;
      for (const id of replacedBy[list]!) {
        const older = nodeOf(id);
        if (older !== null) state('supersedes', [update, older], scope.scope, { row, product });
      }
    }
  }
}

/** Pairs that have been met: `add` says whether one is new. Sets of small numbers are several times faster than of large. */
function createPairs() {
  const seconds: (Set<number> | undefined)[] = [];
  return {
    add(first: number, second: number): boolean {
      let known = seconds[first];
      if (known === undefined) {
        known = new Set();
        seconds[first] = known;
      }
      return known.size !== known.add(second).size;
    },
  };
}

/** What a product's updates hold for, one number for each scope. */
function createScopes(products: readonly AffectedProduct[]) {
  const numbers = new Map<string, { number: number; scope: Scope | null }>();
  const ofProduct = products.map((affected) => {
    const scope = scopeOf(affected);
    const key = JSON.stringify(scope);
    const known = numbers.get(key) ?? { number: numbers.size, scope };
    numbers.set(key, known);
    return known;
  });
  return { of: (product: number) => ofProduct[product]! };
}

/** The nodes that a product's updates apply to: the product or its service pack, and what it runs on. */
function ownersOf(affected: AffectedProduct, nodes: NodeTable, links: ProductLinks): number[] {
  const owners = new Set<number>();
  const [name = ''] = affected.names;
  const own = identifyAffected(name);
  owners.add(ownerNode(own.product, own.level));
  if (affected.component !== null && affected.platform !== null) {
    const system = identifyAffected(affected.platform.label);
    owners.add(ownerNode(system.product, system.level));
  } else for (const spelling of affected.names) for (const owner of owners) nodes.spell(owner, spelling);
  return [...owners];

  function ownerNode(product: ReturnType<typeof identifyAffected>['product'], level: string | null): number {
    if (level === null) {
      const node = nodes.merge('product', product.key, product.label);
      links.sawProduct(node, product);
      return node;
    }
    const pack = servicePackOf(product, level);
    const node = nodes.merge('service-pack', pack.key, pack.label);
    links.sawServicePack(node, pack, null);
    return node;
  }
}
