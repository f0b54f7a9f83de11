import type { EdgeEvidence, NodeAttributes } from '../model/graph.ts';
import type { EdgeTable } from './edge-table.ts';
import type { FamilyIdentity, ProductIdentity, ServicePackIdentity } from './identity/product-identity.ts';
import { compare, type NodeTable } from './node-table.ts';

/** Gathers the products and service packs of a graph, and links them to each other and to their families. */
export interface ProductLinks {
  sawProduct(node: number, product: ProductIdentity): void;
  sawServicePack(node: number, servicePack: ServicePackIdentity, evidence: EdgeEvidence | null): void;
  /** Makes the families' nodes, `part-of` and `service-pack-of`. */
  finish(): void;
}

/** Starts without products; nodes and edges go to the given tables. */
export function createProductLinks(nodes: NodeTable, edges: EdgeTable): ProductLinks {
  const products = new Map<number, ProductIdentity>();
  const servicePacks = new Map<number, Map<string, { owner: ProductIdentity; evidence: EdgeEvidence | null }>>();

  /** A family has a node where its products are known to be serviced together, or have several editions. */
  function familyNode({ family, known, key }: ProductIdentity): number | undefined {
    const node = nodes.get('family', family.key);
    if (node !== undefined || !((known && family.version !== null) || key !== family.key)) return node;
    const made = nodes.merge('family', family.key, family.label);
    Object.assign(nodes.nodes[made]?.attributes ?? {}, familyAttributes(family));
    return made;
  }

  function link(kind: 'part-of' | 'service-pack-of', source: number, target: number, evidence: EdgeEvidence | null) {
    const stated = evidence !== null;
    edges.merge(
      {
        kind,
        source,
        target,
        basis: stated ? 'stated' : 'inferred',
        rule: stated ? 'graph/service-pack-name' : 'graph/product-lines',
        scope: null,
        group: null,
        orLater: false,
        file: null,
      },
      stated ? [evidence] : [],
    );
  }

  function sawProduct(node: number, product: ProductIdentity): void {
    if (products.has(node)) return;
    products.set(node, product);
    const { version, edition } = product;
    const attributes: NodeAttributes = { family: product.family.key, line: product.family.line };
    if (edition !== null) attributes.edition = edition;
    if (version !== null) attributes.version = version;
    Object.assign(nodes.nodes[node]?.attributes ?? {}, attributes);
  }

  return {
    sawProduct,
    sawServicePack(node, { level, product }, evidence) {
      const attributes = nodes.nodes[node]?.attributes;
      if (attributes === undefined) return;
      attributes.level ??= level;
      if (product === null) return;
      Object.assign(attributes, familyAttributes(product.family));
      const owners = servicePacks.get(node) ?? new Map();
      const known = owners.get(product.key);
      if (known === undefined || earlier(evidence, known.evidence))
        owners.set(product.key, { owner: product, evidence });
      servicePacks.set(node, owners);
    },
    finish() {
      for (const [pack, owners] of servicePacks) {
        for (const { owner, evidence } of owners.values()) {
          const product = nodes.merge('product', owner.key, owner.label);
          sawProduct(product, owner);
          link('service-pack-of', pack, product, evidence);
          const family = familyNode(owner);
          if (family !== undefined) link('service-pack-of', pack, family, null);
        }
      }
      for (const product of products.values()) familyNode(product);
      for (const [node, product] of products) {
        const family = familyNode(product);
        if (family !== undefined) link('part-of', node, family, null);
      }
    },
  };
}

function familyAttributes({ key, version, line }: FamilyIdentity): NodeAttributes {
  return version === null ? { family: key, line } : { family: key, line, version };
}

/** Whether `a` is to be shown rather than `b`: the lowest article, so that the order of reading changes nothing. */
function earlier(a: EdgeEvidence | null, b: EdgeEvidence | null): boolean {
  if (a === null || b === null) return a !== null;
  return (compare(a.article, b.article) || a.copy - b.copy || a.from - b.from) < 0;
}
