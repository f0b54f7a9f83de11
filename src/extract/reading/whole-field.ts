import type { Article } from '../../model/article.ts';
import { mentionsOf } from './mentions.ts';
import { productsOfBullet } from './product-bullet.ts';

/** Whether every one of the article's own lines, or else its title, is about this product and no other version or edition of it. */
export function isWholeField(article: Article, product: string): boolean {
  const words = product.replace(BRAND, '').split(' ');
  const terminal = /Terminal Server/.test(product);
  const names = fieldOf(article);
  return (
    names.length > 0 &&
    names.every((name) => words.every((word) => name.includes(word)) && /Terminal Server/.test(name) === terminal)
  );
}

/** 'Endpoint Configuration Manager' and 'Configuration Manager' are one. */
const BRAND = /^(?:Endpoint |System Center )/;

function fieldOf(article: Article): string[] {
  if (article.appliesTo.length > 0)
    return article.appliesTo.flatMap((span) => productsOfBullet(article.view.slice(span.from, span.to)));
  return mentionsOf(article.title).flatMap((mention) => ('product' in mention ? (mention.product?.names ?? []) : []));
}
