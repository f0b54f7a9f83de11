import type { NodeName } from '../../src/query/answer-parts.ts';
import type { ChainAnswer } from '../../src/query/chain.ts';
import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { ChainLane } from './chain-lanes.ts';
import { currentWords, loopsOf, shortName } from './chain-words.ts';

/** So many members of a loop are named. */
const NAMED = 12;

/** The answer before any drawing: what is current, how far it is, and how sure. */
export function currentLines(answer: ChainAnswer, lanes: readonly ChainLane[]): HTMLElement[] {
  const lines = lanes.flatMap((lane) => {
    const told = currentWords(lane);
    const product = () => lanes.length > 1 && h('span', { class: 'lane' }, `${lane.title}: `);
    const loops = loopsOf(lane).map((loop) => loopLine(loop, product()));
    if (told === null) return loops;
    const line = h(
      'p',
      { class: told.nodes.length > 0 ? 'verdict replaced' : 'verdict' },
      product(),
      told.words,
      told.nodes.length > 0 && ': ',
      ...told.nodes.flatMap(({ node, words }, place) => [place > 0 && '; ', nodeLink(node), `, ${words}`]),
      told.assumed.length > 0 && h('span', { class: 'subtitle' }, '; perhaps replaced by '),
      ...told.assumed.flatMap((node) => [nodeLink(node), h('span', { class: 'subtitle' }, ' (assumed)')]),
    );
    return [line, ...loops];
  });
  if (answer.isAboutProduct === false) {
    lines.unshift(
      h('p', { class: 'verdict' }, `${shortName(answer)} does not name ${answer.product} among its products.`),
    );
  }
  return lines;
}

/** 'A loop: A, B and C replace each other; none of them is the newest.' */
function loopLine(loop: readonly NodeName[], product: HTMLElement | false): HTMLElement {
  // Their titles stand in the drawing.
  const told = loop.slice(0, NAMED).map((node) => (node.kind === 'article' ? { ...node, label: '' } : node));
  return h(
    'p',
    { class: 'verdict breaks' },
    product,
    'A loop: ',
    ...told.flatMap((node, place) => [place === 0 ? '' : place === loop.length - 1 ? ' and ' : ', ', nodeLink(node)]),
    loop.length > told.length && ` and ${loop.length - told.length} more`,
    ' replace each other; none of them is the newest.',
  );
}
