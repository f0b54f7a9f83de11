import { NODE_WORDS } from '../look/kinds.ts';
import { kindMark } from '../look/mark.ts';
import { isNamed, keyOf } from '../look/node-name.ts';
import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { ArticleText, NodeAnswer } from '../server/answers.ts';
import { createArticleText } from './article-text.ts';
import { edgeList, type OnShowSentence } from './edge-list.ts';

/** The panel of one node: its name, where it stands, what joins it to others, and the text of an article. */
export function nodePanel(answer: NodeAnswer, loadText: (key: string) => Promise<ArticleText>): HTMLElement {
  const key = keyOf(answer.id);
  const isArticle = answer.kind === 'article';
  const textPlace = h('div', {});
  let showSentence: OnShowSentence = () => {};
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
    ...verdicts(answer),
    facts(answer),
    ...edgeList(answer, (edge) => showSentence(edge)),
    answer.edges.length === 0 && h('p', { class: 'quiet' }, 'Nothing in this graph is joined to it.'),
    textPlace,
  );
  if (isArticle && answer.status === 'present') {
    textPlace.append(h('p', { class: 'quiet' }, 'Loading the text…'));
    const shown = loadText(key).then((article) => {
      const spans = answer.edges
        .flatMap((edge) => edge.evidence)
        .filter((evidence) => evidence.article === article.id && evidence.copy === article.copy);
      const view = createArticleText(article, spans);
      textPlace.replaceChildren(
        h('h3', {}, 'Text of the article'),
        h('p', { class: 'quiet' }, `From ${article.source}. Sentences that make an edge are marked.`),
        view.element,
      );
      return view;
    });
    shown.catch((error: Error) => textPlace.replaceChildren(h('p', { class: 'quiet' }, error.message)));
    showSentence = (edge) => {
      const [evidence] = edge.evidence;
      if (evidence) shown.then((view) => view.scrollTo(evidence)).catch(() => {});
    };
  }
  return element;
}

/** The answer to 'what replaced it?' in one line, before anything else. */
function verdicts(answer: NodeAnswer): HTMLElement[] {
  const others = (kind: string, direction: string) =>
    answer.edges.filter((edge) => edge.kind === kind && edge.direction === direction);
  const line = (words: string, edges: NodeAnswer['edges'], style: string): HTMLElement | null => {
    const nodes = [...new Map(edges.map((edge) => [edge.node.id, edge.node])).values()];
    if (nodes.length === 0) return null;
    const named = nodes.slice(0, 3).flatMap((node, index) => {
      // A service pack's name says what it is for.
      const scope = node.kind === 'service-pack' ? '' : scopeOf(edges.filter((edge) => edge.node.id === node.id));
      return [index > 0 ? ', ' : ' ', nodeLink(node), scope !== '' && h('span', { class: 'scope' }, ` for ${scope}`)];
    });
    return h('p', { class: `verdict ${style}` }, words, ...named, nodes.length > 3 && ` and ${nodes.length - 3} more`);
  };
  return [
    line('Replaced by', others('supersedes', 'in'), 'replaced'),
    line('Known to cause', others('broken-by', 'in'), 'breaks'),
    line('First corrected in', others('fixed-in', 'out'), 'fixed'),
  ].filter((verdict) => verdict !== null);
}

/** The products that statements hold for; nothing where one of them holds for all. */
function scopeOf(edges: NodeAnswer['edges']): string {
  const products = edges.map((edge) => edge.scope?.product);
  return products.some((product) => product === undefined) ? '' : [...new Set(products)].join(', ');
}

function facts({ status, date, attributes }: NodeAnswer): HTMLElement | null {
  const rows: [string, string | undefined | null | false][] = [
    ['State', status === 'cited' && 'only cited by others; its text is not in this archive'],
    ['Date', date],
    ['Category', attributes.category],
    ['Version', attributes.version],
    ['Edition', attributes.edition],
    ['Level', attributes.level],
    ['File', attributes.source],
    ['Keywords', attributes.keywords?.join(', ')],
    ['Also spelt', attributes.aliases?.slice(0, 8).join(' · ')],
  ];
  const known = rows.filter(([, value]) => value);
  if (known.length === 0) return null;
  return h(
    'dl',
    { class: 'facts' },
    ...known.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, h('bdi', {}, value || ''))]),
  );
}
