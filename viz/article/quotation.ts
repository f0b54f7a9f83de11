import { h } from '../page/dom.ts';
import type { QuotedEvidence } from '../server/answers.ts';
import { flowQuotation } from './text-blocks.ts';

/**
 * What states an edge: an article's sentence with the way to it (`words` says where it leads), or a feed's record with
 * its place in the feed, which has no text to go to.
 */
export function quotation(
  evidence: QuotedEvidence,
  words: string,
  onRead: (evidence: QuotedEvidence) => void,
): HTMLElement {
  const { feed } = evidence;
  return h(
    'blockquote',
    {},
    h('bdi', { class: 'quote' }, flowQuotation(evidence.quote)),
    feed
      ? h('footer', {}, h('bdi', {}, `${feed.name}, record ${feed.record}${feed.date ? `, ${feed.date}` : ''}`))
      : h(
          'footer',
          {},
          `Article ${evidence.article}`,
          h(
            'span',
            { class: 'screen-only' },
            ' · ',
            h('button', { type: 'button', class: 'in-text', onclick: () => onRead(evidence) }, words),
          ),
        ),
  );
}
