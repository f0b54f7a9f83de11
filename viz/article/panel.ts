import { NODE_WORDS } from '../look/kinds.ts';
import { kindMark } from '../look/mark.ts';
import { isNamed, keyOf } from '../look/node-name.ts';
import { h } from '../page/dom.ts';
import type { ArticleText, NodeAnswer, QuotedEvidence } from '../server/answers.ts';
import { fetchArticleText } from '../server/api.ts';
import { fetchBreaks, fetchChain } from '../server/queries.ts';
import { type ArticleTextView, createArticleText } from './article-text.ts';
import { breakageSections } from './breakage.ts';
import { edgeList } from './edge-list.ts';
import type { TextSpan } from './evidence-spans.ts';
import { fileTable } from './file-table.ts';
import type { Reading } from './reading.ts';
import { relatedList } from './related-list.ts';
import { currentStanding, isInstalled, standing } from './standing.ts';

/** The panel of one node. */
export interface NodePanel {
  element: HTMLElement;
  /** Scrolls to a sentence of its own text; false where that is another article's, or another copy's. */
  scrollTo(reading: Reading): boolean;
}

/** One node: its name, where it stands, what it needs and breaks, its files, and the text with its evidence. */
export function nodePanel(answer: NodeAnswer, onRead: (evidence: QuotedEvidence) => void): NodePanel {
  const key = keyOf(answer.id);
  const isArticle = answer.kind === 'article';
  const hasText = isArticle && answer.status === 'present';
  const breakage = h('div', {}, ...edgeList(answer, { only: ['broken-by'] }, onRead));
  const verdicts = h('div', {}, ...standing(answer));
  const textPlace = h('div', { class: 'text-place' }, hasText && h('p', { class: 'quiet' }, 'Loading the text…'));
  const element = h(
    'article',
    {},
    h(
      'p',
      { class: 'kind' },
      kindMark(answer.kind),
      NODE_WORDS[answer.kind].one,
      isArticle && h('span', { class: 'number' }, ` ${key}`),
    ),
    h('h2', { id: 'panel-title', tabindex: '-1' }, h('bdi', {}, isNamed(answer) ? answer.label : key)),
    verdicts,
    facts([
      ['State', answer.status === 'cited' && 'only cited by others; its text is not in this archive'],
      ['Date', answer.date],
      ['Category', answer.attributes.category],
      ['Version', answer.attributes.version],
      ['Edition', answer.attributes.edition],
      ['Level', answer.attributes.level],
      ['Also spelt', answer.attributes.aliases?.slice(0, 8).join(' · ')],
    ]),
    ...edgeList(answer, { only: ['supersedes'] }, onRead),
    breakage,
    ...edgeList(answer, { only: ['requires', 'fixed-in'] }, onRead),
    fileTable(answer),
    ...edgeList(answer, { without: ['supersedes', 'broken-by', 'requires', 'fixed-in'], withoutFiles: true }, onRead),
    answer.edges.length === 0 && h('p', { class: 'quiet' }, 'Nothing in this graph is joined to it.'),
    isArticle && relatedList(answer.id),
    textPlace,
  );
  if (isInstalled(answer)) {
    void fetchChain(answer.id, { direction: 'newer', limit: 1 })
      .then((told) => verdicts.append(...currentStanding(told)))
      // What the node's own edges say stands there already.
      .catch(() => {});
  }
  if (
    (answer.counts.in['broken-by'] ?? 0) + (answer.counts.out['broken-by'] ?? 0) > 0 ||
    answer.kind === 'service-pack'
  ) {
    void fetchBreaks(answer.id)
      .then((told) => {
        const sections = breakageSections(told, onRead);
        if (sections.length > 0) breakage.replaceChildren(...sections);
      })
      .catch(() => {});
  }
  let text: Promise<ArticleTextView> | null = null;
  let copy = answer.attributes.copy ?? 0;
  if (hasText) {
    text = fetchArticleText(key).then((article) => {
      copy = article.copy;
      return showText(textPlace, article, answer);
    });
    text.catch((error: Error) => textPlace.replaceChildren(h('p', { class: 'quiet' }, error.message)));
  }
  return {
    element,
    scrollTo(reading) {
      if (text === null || reading.article !== key || reading.copy !== copy) return false;
      text.then((view) => view.scrollTo(reading)).catch(() => {});
      return true;
    },
  };
}

/** Puts an article's text into a place, with every sentence marked that an edge of the answer rests on. */
export function showText(
  place: HTMLElement,
  article: ArticleText,
  answer: NodeAnswer,
  more: readonly TextSpan[] = [],
): ArticleTextView {
  const spans = answer.edges
    .flatMap((edge) => edge.evidence)
    .filter((evidence) => evidence.article === article.id && evidence.copy === article.copy);
  const view = createArticleText(article, [...spans, ...more]);
  place.replaceChildren(
    h('h3', {}, 'Text of the article'),
    h('p', { class: 'quiet' }, 'Sentences that make an edge are marked.'),
    view.element,
    facts([
      ['Keywords', article.keywords.join(', ')],
      ['From', article.source],
      [
        'Copies',
        answer.copies > 1 &&
          `${answer.copies}; this is ${article.copy === (answer.attributes.copy ?? 0) ? 'the newest' : 'an older one'}`,
      ],
    ]) ?? '',
  );
  return view;
}

function facts(rows: readonly [string, string | undefined | null | false][]): HTMLElement | null {
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return null;
  return h(
    'dl',
    { class: 'facts' },
    ...known.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, h('bdi', {}, value || ''))]),
  );
}
