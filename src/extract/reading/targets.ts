import type { Target } from '../../model/relation.ts';
import type { Mention } from './mentions.ts';
import type { Reading, Statement } from './reading.ts';

/**
 * What mentions stand for, with names completed from the sentence and the article. A bulletin or a label that stands
 * for an article beside it ('MS06-074 (KB 921181)') gives the article only. Each target once.
 */
export function targetsOf(reading: Reading, statement: Statement, mentions: readonly Mention[]): Target[] {
  const near = nearProducts(statement);
  const targets: Target[] = [];
  mentions.forEach((mention, i) => {
    if (mention.kind === 'article') targets.push({ article: mention.id });
    else if (mention.kind === 'fix') {
      const beside = mentions.find(
        (other, j) => j !== i && other.kind === 'article' && Math.abs(other.from - mention.to) <= 40,
      );
      if (!beside) targets.push({ fix: mention.name });
    } else if (mention.kind === 'service-pack') {
      for (const level of mention.levels)
        targets.push({ servicePack: reading.context().servicePack(level, mention.product, near(mention.from)) });
    } else for (const product of reading.context().product(mention.product)) targets.push({ product });
  });
  const seen = new Set<string>();
  return targets.filter((target) => {
    const key = JSON.stringify(target);
    return !seen.has(key) && seen.add(key);
  });
}

/** The products that a sentence, then its heading, names near an offset: what a bare 'Service Pack 3' belongs to. */
export function nearProducts(statement: Statement): (at: number) => string[] {
  return (at) => {
    const named = statement
      .mentions()
      .filter((m) => m.kind === 'product' || (m.kind === 'service-pack' && m.product !== null))
      .sort((a, b) => (a.from < at ? 0 : 1) - (b.from < at ? 0 : 1) || Math.abs(a.from - at) - Math.abs(b.from - at))
      .map((m) => (m.kind === 'product' || m.kind === 'service-pack' ? (m.product?.names.at(-1) ?? '') : ''));
    return [...named, ...(statement.place.products.length === 1 ? statement.place.products : [])].filter(
      (name) => name !== '',
    );
  };
}
