import { h } from '../page/dom.ts';
import type { ArticleText } from '../server/answers.ts';
import { cutBySpans, showDirectionMarks, type TextSpan } from './evidence-spans.ts';
import { textBlocks } from './text-blocks.ts';

/** An article's text with its evidence marked, and what scrolls to one sentence of it. */
export interface ArticleTextView {
  element: HTMLElement;
  scrollTo(span: TextSpan): void;
}

/** What is wider than the panel is reached by keyboard too. */
const SCROLLS = { tabindex: '0', role: 'group', 'aria-label': 'Table' };

/** Everything becomes text nodes; nothing that an article says is read as markup. Spans count in its file's text. */
export function createArticleText(article: ArticleText, spans: readonly TextSpan[]): ArticleTextView {
  const { flowing, blocks } = textBlocks(showDirectionMarks(article.text));
  const inText = spans.map(({ from, to }) => ({ from: from - article.offset, to: to - article.offset }));
  const pieces = cutBySpans(flowing.length, inText);
  const marks: { piece: TextSpan; element: HTMLElement }[] = [];
  const element = h('div', { class: 'text', dir: 'ltr' });
  let next = 0;
  for (const block of blocks) {
    const place =
      block.kind === 'prose'
        ? element
        : h('span', { class: `text-${block.kind}`, ...(block.kind === 'table' && SCROLLS) });
    if (place !== element) element.append(place);
    // Evidence may begin in one block and end in another.
    for (; next < pieces.length && pieces[next]!.from < block.to; next++) {
      const piece = pieces[next]!;
      const [from, to] = [Math.max(piece.from, block.from), Math.min(piece.to, block.to)];
      const words = flowing.slice(from, to);
      if (piece.marked) {
        const mark = h('mark', { tabindex: '-1' }, words);
        marks.push({ piece: { from, to }, element: mark });
        place.append(mark);
      } else place.append(words);
      if (piece.to > block.to) break;
    }
  }
  return {
    element,
    scrollTo(span) {
      const from = span.from - article.offset;
      const found = marks.find(({ piece }) => piece.from <= from && from < piece.to);
      if (!found) return;
      element.querySelector('mark.current')?.classList.remove('current');
      found.element.classList.add('current');
      found.element.scrollIntoView({ block: 'center' });
      found.element.focus({ preventScroll: true });
    },
  };
}
