import type { Relation } from '../model/relation.ts';
import type { Extractor } from './extractor.ts';
import { articleMentions } from './reading/article-mentions.ts';

/**
 * Every other article whose id stands in the text as an article: 'Q191014 XGEN: How to …', 'ARTICLE-ID: Q154174',
 * 'see article Q254682', 'scid=kb;en-us;Q119591', also among the query words. Once each, at its first place.
 */
export const references: Extractor = {
  name: 'references',
  extract(article, reading) {
    const found = new Map<string, Relation>();
    const add = (id: string, from: number, to: number): void => {
      if (id === article.id || found.has(id)) return;
      found.set(id, { type: 'references', target: { article: id }, evidence: [reading.evidence(from, to)] });
    };
    for (const mention of reading.articles()) add(mention.id, mention.from, mention.to);
    // A line that cites an article may begin with the bare number.
    const cited = (span: { from: number; to: number }): void => {
      for (const mention of articleMentions(article.view.slice(span.from, span.to), true)) {
        if (mention.kind === 'article') add(mention.id, span.from, span.to);
      }
    };
    for (const block of article.blocks) if (block.kind === 'citation') cited(block);
    return [...found.values()].sort((a, b) => a.evidence[0]!.from - b.evidence[0]!.from);
  },
};
