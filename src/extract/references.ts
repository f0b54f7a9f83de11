import type { Relation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import { articleMentions } from './reading/mentions.ts';

/**
 * Every other article whose id stands in the text as an article: 'Q191014 XGEN: How to …', 'ARTICLE-ID: Q154174',
 * 'see article Q254682', 'scid=kb;en-us;Q119591'. Once each, at its first place.
 */
export const references: Extractor = {
  name: 'references',
  extract(article, reading) {
    const found = new Map<string, Relation>();
    const add = (id: string, from: number, to: number): void => {
      if (id === article.id || found.has(id)) return;
      found.set(id, { type: 'references', target: { article: id }, evidence: [reading.evidence(from, to)] });
    };
    for (const block of article.blocks) {
      const text = article.view.slice(block.from, block.to);
      if (!/\d{5}/.test(text)) continue;
      const rows = block.kind === 'table' ? block.rows : null;
      if (rows) {
        for (const row of rows) {
          for (const mention of articleMentions(article.view.slice(row.from, row.to), true)) {
            if (mention.kind === 'article') add(mention.id, row.from, row.to);
          }
        }
        continue;
      }
      for (const mention of articleMentions(text, block.kind === 'citation')) {
        if (mention.kind !== 'article') continue;
        const span =
          block.kind === 'citation' ? block : { from: block.from + mention.from, to: block.from + mention.to };
        add(mention.id, span.from, span.to);
      }
    }
    return [...found.values()];
  },
};
