import { h } from '../page/dom.ts';
import type { ArticleText } from '../server/answers.ts';
import { cutBySpans, showDirectionMarks, type TextSpan } from './evidence-spans.ts';

/** An article's text with its evidence marked, and what scrolls to one sentence of it. */
export interface ArticleTextView {
  element: HTMLElement;
  scrollTo(span: TextSpan): void;
}

/** Everything becomes text nodes; nothing that an article says is read as markup. Spans count in its file's text. */
export function createArticleText(article: ArticleText, spans: readonly TextSpan[]): ArticleTextView {
  const text = showDirectionMarks(article.text);
  const inText = spans.map(({ from, to }) => ({ from: from - article.offset, to: to - article.offset }));
  const marks: { piece: TextSpan; element: HTMLElement }[] = [];
  const element = h('div', { class: 'text', dir: 'ltr' });
  for (const piece of cutBySpans(text.length, inText)) {
    const words = text.slice(piece.from, piece.to);
    if (!piece.marked) {
      element.append(words);
      continue;
    }
    const mark = h('mark', { tabindex: '-1' }, words);
    marks.push({ piece, element: mark });
    element.append(mark);
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
