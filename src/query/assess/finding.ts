import type { Advisory, AffectedProduct } from '../../model/advisories.ts';

/** What the feeds say of one vulnerability in one component of one product: the smallest thing that is open or covered. */
export interface Finding {
  /** 'CVE-2017-0143', 'ADV180002', a service pack's 'SP7X64SP1', or 'KB3125574' for an update without a vulnerability. */
  id: string;
  product: AffectedProduct;
  /** As the feed names it; '' where it does not. */
  component: string;
  rows: Advisory[];
  /** The updates that the rows name, each once. */
  updates: string[];
}

/** The rows of the products, put together by vulnerability, product and component. */
export function findingsOf(
  products: readonly AffectedProduct[],
  rowsOf: (product: number) => readonly Advisory[],
): Finding[] {
  const findings: Finding[] = [];
  for (const product of products) {
    const ofProduct = new Map<string, Finding>();
    for (const row of rowsOf(product.index)) {
      const id = row.cve ?? (row.article === null ? row.title : updateName(row.article));
      const key = `${id}\n${row.component}`;
      let finding = ofProduct.get(key);
      if (finding === undefined) {
        finding = { id, product, component: row.component, rows: [], updates: [] };
        ofProduct.set(key, finding);
        findings.push(finding);
      }
      finding.rows.push(row);
      if (row.article !== null && !finding.updates.includes(row.article)) finding.updates.push(row.article);
    }
  }
  return findings;
}

/** '4012212' → 'KB4012212'; a service pack's own id stays. */
export const updateName = (update: string): string => (/^\d+$/.test(update) ? `KB${update}` : update);
