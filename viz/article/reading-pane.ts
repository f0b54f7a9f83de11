import { isNamed, keyOf } from '../look/node-name.ts';
import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { fetchArticleText, fetchNode } from '../server/api.ts';
import { showText } from './panel.ts';
import type { Reading } from './reading.ts';

/** Another article than the selected one, open at a sentence; `back` names what the panel returns to. */
export function readingPane(reading: Reading, back: string | null, onClose: () => void): HTMLElement {
  const { article, copy } = reading;
  const place = h('div', { class: 'text-place' }, h('p', { class: 'quiet' }, 'Loading the text…'));
  const name = h('p', {});
  const element = h(
    'article',
    { class: 'reading' },
    h(
      'button',
      { type: 'button', class: 'back', onclick: onClose },
      back === null ? 'Close' : `Back to ${keyOf(back)}`,
    ),
    h('p', { class: 'kind' }, 'Reading the evidence'),
    h('h2', { id: 'panel-title', tabindex: '-1' }, `Article ${article}`),
    name,
    place,
  );
  Promise.all([fetchArticleText(article, copy), fetchNode(`article:${article}`)])
    .then(([text, answer]) => {
      if (isNamed(answer)) name.replaceChildren(nodeLink(answer));
      showText(place, text, answer, [reading]).scrollTo(reading);
    })
    .catch((error: Error) => place.replaceChildren(h('p', { class: 'quiet' }, error.message)));
  return element;
}
