import type { AdvisoryTable } from '../../model/advisories.ts';
import { identifyAffected } from '../identity/identify-platform.ts';
import { servicePackOf } from '../identity/identify-service-pack.ts';
import type { NodeTable } from '../node-table.ts';
import type { ProductLinks } from '../product-links.ts';

/** Service packs by the ids that a feed gives them where they have no article: 'SPSRV3X64SP2'. */
export interface ServicePackIds {
  /** The service pack's node; null for an id whose row names none ('Windows 8.1' is no service pack of Windows 8). */
  nodeOf(id: string): number | null;
}

/** Reads which service pack an id stands for from the title of its row: 'Windows Server 2003 x64 Edition Service Pack 2'. */
export function createServicePackIds(
  { columns, texts }: AdvisoryTable,
  nodes: NodeTable,
  links: ProductLinks,
): ServicePackIds {
  const titles = new Map<string, string>();
  texts.article.forEach((id, text) => {
    if (!id.startsWith('SP')) return;
    const row = columns.article.indexOf(text);
    const title = row < 0 ? undefined : texts.title[columns.title[row]!];
    if (title !== undefined) titles.set(id, title);
  });
  return {
    nodeOf(id) {
      const title = titles.get(id);
      if (title === undefined) return null;
      const { product, level } = identifyAffected(title.replace(/\(KB\d+\)/, ''));
      if (level === null) return null;
      const pack = servicePackOf(product, level);
      const node = nodes.merge('service-pack', pack.key, pack.label);
      links.sawServicePack(node, pack, null);
      return node;
    },
  };
}
