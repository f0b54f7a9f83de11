import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import type { Explorer } from '../state/explorer.ts';
import { type State, setParameters } from '../state/state.ts';
import type { ChainLane } from './chain-lanes.ts';
import { arrowReasons } from './chain-reasons.ts';
import { type ChainFold, FAR, type FoldedLane } from './fold-lane.ts';

/** Arrows whose reasons are listed; the copies hold the rest. */
const LISTED = 500;

/** The key of an arrow in an address. */
export const arrowKey = ({ older, newer }: { older: string; newer: string }): string => `${older}>${newer}`;

/** The keys of the folds that the address has open. */
export function openFolds({ parameters }: State): string[] {
  return (parameters.open ?? '').split(',').filter((key) => key !== '');
}

/** What is told below the picture: why what was picked replaces, or what an open fold holds; and every replacement. */
export interface ChainWhy {
  picked: HTMLElement;
  all: HTMLElement;
  showPicked(state: State, lanes: readonly ChainLane[], folded: readonly FoldedLane[]): void;
  showAll(lanes: readonly ChainLane[]): void;
}

export function createChainWhy(explorer: Explorer): ChainWhy {
  const picked = h('section', { class: 'why', 'aria-label': 'Why it replaces', hidden: true });
  const all = h('details', { class: 'all-steps' });
  const close = (changes: Record<string, null>) =>
    h('button', { type: 'button', class: 'close', onclick: () => explorer.dispatch(setParameters(changes)) }, 'Close');
  return {
    picked,
    all,
    showPicked(state, lanes, folded) {
      const isPicked = (each: ChainLane['arrows'][number]) => arrowKey(each) === state.parameters.arrow;
      const lane = lanes.find(({ arrows }) => arrows.some(isPicked));
      const arrow = lane?.arrows.find(isPicked);
      const open = openFolds(state);
      const fold = folded.flatMap(({ items }) => items).find((item) => item.fold && open.includes(item.fold.key))?.fold;
      picked.hidden = !arrow && !fold;
      picked.replaceChildren();
      if (lane && arrow) picked.append(close({ arrow: null, read: null }), arrowReasons(lane, arrow, explorer));
      else if (fold) picked.append(close({ open: null }), foldList(fold));
    },
    showAll(lanes) {
      const arrows = lanes.flatMap((lane) => lane.arrows.map((arrow) => ({ lane, arrow })));
      const words =
        arrows.length === 1
          ? 'The replacement with its sentences'
          : `All ${count(arrows.length)} replacements with their sentences`;
      const steps = h('div', { class: 'steps' });
      all.hidden = arrows.length === 0;
      all.open = false;
      all.replaceChildren(h('summary', {}, words), steps);
      all.ontoggle = () => {
        if (!all.open || steps.hasChildNodes()) return;
        steps.append(...arrows.slice(0, LISTED).map(({ lane, arrow }) => arrowReasons(lane, arrow, explorer)));
        if (arrows.length > LISTED) steps.append(h('p', { class: 'quiet' }, 'The copies hold the rest.'));
      };
    },
  };
}

/** What a fold holds, as a list: hundreds of boxes would be a drawing of many screens. */
function foldList({ key, boxes }: ChainFold): HTMLElement {
  return h(
    'div',
    {},
    h('p', { class: 'reasons-head' }, `${count(boxes.length)} ${key === FAR ? 'further back' : 'that stand alike'}`),
    h(
      'ol',
      { class: 'nodes' },
      ...boxes.map(({ head, marks, released }) => {
        const told = [...marks, released !== null && `released ${released}`].filter(Boolean).join(', ');
        return h('li', {}, nodeLink(head), h('span', { class: 'subtitle' }, told === '' ? '' : ` ${told}`));
      }),
    ),
  );
}
