import { quotation } from '../article/quotation.ts';
import { readSentence } from '../article/reading.ts';
import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { Explorer } from '../state/explorer.ts';
import type { ChainArrow, ChainBox, ChainLane } from './chain-lanes.ts';
import { BASIS_WORDS, packageName, reasonWords } from './chain-words.ts';

/** So many sentences of one reason are quoted at first. */
const QUOTED = 3;

/** Why one package replaces another: every sentence and every inferred fact, each with the way to it. */
export function arrowReasons(lane: ChainLane, arrow: ChainArrow, explorer: Explorer): HTMLElement {
  const box = (key: string): ChainBox | undefined => lane.boxes.find((each) => each.key === key);
  const [newer, older] = [box(arrow.newer), box(arrow.older)];
  return h(
    'div',
    { class: 'reasons' },
    h(
      'p',
      { class: 'reasons-head' },
      newer && nodeLink(newer.head),
      newer && newer.also.length > 0 && ` (${packageName({ head: newer.also[0]!, also: [] })})`,
      h('span', { class: 'verb' }, ' replaces '),
      older && nodeLink(older.head),
      older && older.also.length > 0 && ` (${packageName({ head: older.also[0]!, also: [] })})`,
    ),
    ...arrow.links.map((link) =>
      h(
        'div',
        { class: 'reason' },
        h(
          'p',
          { class: 'notes' },
          h('span', { class: `basis ${link.basis}` }, BASIS_WORDS[arrow.basis === 'assumed' ? 'assumed' : link.basis]),
          ...Object.entries(link.scope ?? {}).map(([name, value]) => h('bdi', { class: 'note' }, `${name}: ${value}`)),
          h('span', { class: 'rule' }, link.rule),
        ),
        link.basis === 'inferred' && h('p', { class: 'because' }, h('bdi', {}, reasonWords(link))),
        ...link.evidence
          .slice(0, QUOTED)
          .map((evidence) =>
            quotation(evidence, 'show in the article', (read) => explorer.dispatch(readSentence(read))),
          ),
        link.evidence.length > QUOTED &&
          h('p', { class: 'notes' }, `and ${link.evidence.length - QUOTED} more sentences`),
      ),
    ),
  );
}
