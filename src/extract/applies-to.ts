import type { Span } from '../model/article.ts';
import type { Relation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import { productsOfBullet } from './reading/product-bullet.ts';

/**
 * The products of the applies-to list, one for each version: 'Microsoft Exchange Server, versions 4.0, 5.5 SP1' gives
 * 'Exchange Server 4.0' and 'Exchange Server 5.5 SP1'. Without a list: what the header's product and version say.
 */
export const appliesTo: Extractor = {
  name: 'applies-to',
  extract(article, reading) {
    const found: Relation[] = [];
    const add = (names: readonly string[], span: Span): void => {
      for (const product of names) {
        found.push({ type: 'appliesTo', target: { product }, evidence: [reading.evidence(span.from, span.to)] });
      }
    };
    for (const span of article.appliesTo) add(productsOfBullet(article.view.slice(span.from, span.to)), span);
    if (found.length === 0 && article.product) {
      const product = article.view.slice(article.product.from, article.product.to);
      const version = article.productVersion;
      // 'winnt:4.0,4.0 SP3': the platform before the colon is no version.
      const versions = version
        ? article.view
            .slice(version.from, version.to)
            .replace(/^[^:]{0,40}:/, '')
            .trim()
        : '';
      const name = /^[\dv]/i.test(versions) && !/\d/.test(product) ? `${product}, versions ${versions}` : product;
      add(productsOfBullet(name), article.product);
    }
    return found;
  },
};
