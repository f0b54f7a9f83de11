import type { EdgeKind } from '../../src/model/graph.ts';
import { type Direction, EDGE_WORDS, GROUP_ORDER } from '../look/kinds.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { AnswerEdge, NodeAnswer, QuotedEvidence } from '../server/answers.ts';
import { quotation } from './quotation.ts';

/** So many edges of a group stand there at first. */
const FIRST = 25;
/** Groups with more edges than this start closed. */
const OPEN_UP_TO = 12;
/** So many sentences of one edge are quoted. */
const QUOTED = 4;

/** Called with a sentence that is wanted in its article's text. */
export type OnRead = (evidence: QuotedEvidence) => void;

/** Which of a node's edges are listed; all of them unless told. */
export interface EdgeChoice {
  only?: readonly EdgeKind[];
  without?: readonly EdgeKind[];
  /** Leaves out the files that it ships: a table tells of them. */
  withoutFiles?: boolean;
}

/** A node's edges, grouped by what they say, each with its scope, its rule and the sentence that states it. */
export function edgeList(
  answer: NodeAnswer,
  { only, without, withoutFiles }: EdgeChoice,
  onRead: OnRead,
): HTMLElement[] {
  return GROUP_ORDER.flatMap(([kind, direction]) => {
    if (only?.includes(kind) === false || without?.includes(kind)) return [];
    if (withoutFiles && kind === 'ships' && direction === 'out') return [];
    const edges = answer.edges.filter((edge) => edge.kind === kind && edge.direction === direction);
    return edges.length === 0 ? [] : [edgeGroup(answer, kind, direction, edges, onRead)];
  });
}

function edgeGroup(
  answer: NodeAnswer,
  kind: EdgeKind,
  direction: Direction,
  edges: AnswerEdge[],
  onRead: OnRead,
): HTMLElement {
  const list = h('ul', { class: 'edges' });
  const add = (from: number, to: number): void => {
    list.append(...edges.slice(from, to).map((edge) => edgeItem(edge, onRead)));
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

function edgeItem(edge: AnswerEdge, onRead: OnRead): HTMLElement {
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
    edge.because && h('p', { class: 'because' }, h('bdi', {}, edge.because)),
    ...edge.evidence.slice(0, QUOTED).map((evidence) => quotation(evidence, 'show in the text', onRead)),
    edge.evidence.length > QUOTED &&
      h('p', { class: 'notes' }, `and ${count(edge.evidence.length - QUOTED)} more sentences`),
  );
}
