import type { EdgeKind } from '../../src/model/graph.ts';
import { type Direction, EDGE_WORDS, GROUP_ORDER } from '../look/kinds.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { AnswerEdge, NodeAnswer, QuotedEvidence } from '../server/answers.ts';
import { nodeAddress } from '../state/address.ts';

/** So many edges of a group stand there at first. */
const FIRST = 25;
/** Groups with more edges than this start closed. */
const OPEN_UP_TO = 12;
/** So many sentences of one edge are quoted. */
const QUOTED = 4;

/** Called with an edge whose sentence is wanted in the article's text. */
export type OnShowSentence = (edge: AnswerEdge) => void;

/** A node's edges, grouped by what they say, each with its scope, its rule and the sentence that states it. */
export function edgeList(answer: NodeAnswer, onShowSentence: OnShowSentence): HTMLElement[] {
  return GROUP_ORDER.flatMap(([kind, direction]) => {
    const edges = answer.edges.filter((edge) => edge.kind === kind && edge.direction === direction);
    return edges.length === 0 ? [] : [edgeGroup(answer, kind, direction, edges, onShowSentence)];
  });
}

function edgeGroup(
  answer: NodeAnswer,
  kind: EdgeKind,
  direction: Direction,
  edges: AnswerEdge[],
  onShowSentence: OnShowSentence,
): HTMLElement {
  const list = h('ul', { class: 'edges' });
  const add = (from: number, to: number): void => {
    list.append(...edges.slice(from, to).map((edge) => edgeItem(answer, edge, onShowSentence)));
  };
  add(0, FIRST);
  const rest = edges.length - FIRST;
  const total = Math.max(edges.length, answer.counts[direction][kind] ?? 0);
  const more = h('button', { type: 'button', class: 'more' }, `Show ${count(rest)} more`);
  more.addEventListener('click', () => {
    add(FIRST, edges.length);
    more.remove();
    (list.children[FIRST]?.querySelector('a') as HTMLElement | null)?.focus();
  });
  return h(
    'details',
    { class: 'group', open: edges.length <= OPEN_UP_TO },
    h(
      'summary',
      {},
      h('span', { class: `arrow edge-${kind}`, 'aria-hidden': 'true' }, direction === 'out' ? '→' : '←'),
      h('span', { class: 'title' }, EDGE_WORDS[kind][direction]),
      h('span', { class: 'count' }, count(total)),
    ),
    list,
    rest > 0 && more,
    total > edges.length && h('p', { class: 'quiet' }, `${count(edges.length)} of ${count(total)} are listed here.`),
  );
}

function edgeItem(answer: NodeAnswer, edge: AnswerEdge, onShowSentence: OnShowSentence): HTMLElement {
  const notes = [
    edge.orLater && 'or later',
    edge.group !== null && 'one of several alternatives',
    ...Object.entries(edge.scope ?? {}).map(([name, value]) => `${name}: ${value}`),
    edge.file?.version && `version ${edge.file.version}`,
    edge.file?.platform,
    edge.file?.date,
    edge.file?.size != null && `${count(edge.file.size)} bytes`,
  ].filter((note) => typeof note === 'string');
  return h(
    'li',
    {},
    nodeLink(edge.node),
    h(
      'p',
      { class: 'notes' },
      h('span', { class: `basis ${edge.basis}` }, edge.basis),
      ...notes.map((note) => h('bdi', { class: 'note' }, note)),
      h('span', { class: 'rule' }, edge.rule),
    ),
    ...edge.evidence.slice(0, QUOTED).map((evidence) => quotation(answer, edge, evidence, onShowSentence)),
    edge.evidence.length > QUOTED &&
      h('p', { class: 'notes' }, `and ${count(edge.evidence.length - QUOTED)} more sentences`),
  );
}

/** A sentence, and the way to it: within the text below, or in another article. */
function quotation(
  answer: NodeAnswer,
  edge: AnswerEdge,
  evidence: QuotedEvidence,
  onShowSentence: OnShowSentence,
): HTMLElement {
  const { article } = evidence;
  const show = (): void => onShowSentence({ ...edge, evidence: [evidence] });
  const way =
    answer.id === `article:${article}`
      ? [`${article} · `, h('button', { type: 'button', class: 'in-text', onclick: show }, 'show in the text')]
      : [h('a', { href: nodeAddress(`article:${article}`), 'data-node': `article:${article}` }, article)];
  return h('blockquote', {}, h('bdi', { class: 'quote' }, evidence.quote), h('footer', {}, 'Article ', ...way));
}
