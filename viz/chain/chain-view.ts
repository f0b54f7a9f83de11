import './chain.css';
import type { ChainAnswer } from '../../src/query/chain.ts';
import { readSentence } from '../article/reading.ts';
import { createPictureCanvas } from '../layered/picture-canvas.ts';
import { isNamed } from '../look/node-name.ts';
import { h } from '../page/dom.ts';
import { ServerRefusal } from '../server/api.ts';
import { fetchChain } from '../server/queries.ts';
import { type State, setParameters } from '../state/state.ts';
import type { Mount } from '../views/view.ts';
import { createChainControls } from './chain-controls.ts';
import { type ChainLane, chainLanes } from './chain-lanes.ts';
import { legendEntries } from './chain-legend.ts';
import { chainPicture } from './chain-picture.ts';
import { shownChain } from './chain-shown.ts';
import { currentLines } from './chain-summary.ts';
import { arrowKey, createChainWhy, openFolds } from './chain-why.ts';
import { shortName } from './chain-words.ts';
import { foldLane } from './fold-lane.ts';

export const mount: Mount = (root, explorer) => {
  let asked = '';
  let answer: ChainAnswer | null = null;
  let lanes: ChainLane[] = [];
  let isClosed = false;

  const title = h('h2', { class: 'view-title' }, 'Looking for replacements…');
  const current = h('div', { class: 'current' });
  const controls = createChainControls(explorer);
  const canvas = createPictureCanvas({
    onArrow: (key) => pick(key),
    onFold: (key) => explorer.dispatch(setParameters({ open: [...openFolds(explorer.state), key].join(',') })),
  });
  const legend = h('ul', { class: 'picture-legend', 'aria-label': 'Lines' });
  const why = createChainWhy(explorer);
  const view = h(
    'div',
    { class: 'chain-view', 'data-empty': true },
    title,
    current,
    controls.element,
    canvas.element,
    legend,
    why.picked,
    why.all,
  );
  root.append(view);

  const pick = (key: string): void => {
    const arrow = lanes.flatMap(({ arrows }) => arrows).find((each) => arrowKey(each) === key);
    // A feed's record has no text to go to.
    const evidence = arrow?.links.flatMap((link) => link.evidence).find(({ feed }) => feed === undefined);
    explorer.dispatch(setParameters({ arrow: key }));
    // The sentence comes with the arrow: one step of Back undoes both.
    if (evidence) explorer.dispatch(readSentence(evidence), { replace: true });
  };
  const load = async (state: State): Promise<void> => {
    const id = state.selected;
    if (id === null) return;
    const { product: wanted, stated: only } = state.parameters;
    const key = JSON.stringify([id, wanted, only, state.attempt]);
    if (key === asked) return draw(state, false);
    asked = key;
    view.setAttribute('aria-busy', 'true');
    try {
      const found = await fetchChain(id, { product: wanted, stated: only === '1' });
      const whole = wanted === undefined ? found : await fetchChain(id, { stated: only === '1', limit: 1 });
      if (isClosed || key !== asked) return;
      answer = found;
      lanes = chainLanes(found);
      controls.show(whole, found, state);
      draw(explorer.state, true);
    } catch (error) {
      if (isClosed || key !== asked) return;
      if (!(error instanceof ServerRefusal)) explorer.complain(error);
      answer = null;
      lanes = [];
      view.dataset.empty = '';
      title.textContent = error instanceof Error ? error.message : String(error);
      for (const part of [current, canvas.element, why.all]) part.replaceChildren();
    } finally {
      if (key === asked) view.removeAttribute('aria-busy');
    }
  };
  const draw = (state: State, isNew: boolean): void => {
    if (!answer) return;
    const started = performance.now();
    delete view.dataset.empty;
    const open = new Set(openFolds(state));
    const folded = lanes.map((lane) => foldLane(lane, open));
    title.replaceChildren(
      'What replaces ',
      h('bdi', {}, shortName(answer)),
      h('bdi', { class: 'subtitle' }, isNamed(answer) && answer.kind === 'article' ? ` ${answer.label}` : ''),
    );
    current.replaceChildren(...currentLines(answer, lanes));
    controls.showFolds(folded.some((lane) => lane.open.length > 0));
    const label = `Replacements of ${shortName(answer)}, the oldest on the left`;
    const hasNotes = lanes.length > 1;
    const pictures = folded.map((lane) => chainPicture(lane, hasNotes));
    canvas.show(pictures, { theme: state.theme, label, picked: state.parameters.arrow ?? null });
    legend.replaceChildren(...legendEntries(pictures));
    const anchor = state.parameters.arrow?.split('>')[0] ?? lanes[0]?.subject;
    const newest = lanes[0]?.boxes.find(({ marks }) => marks.includes('current'))?.key;
    if (isNew && anchor) canvas.reveal(anchor, newest);
    why.showPicked(state, lanes, folded);
    if (isNew) why.showAll(lanes);
    // test/bench/explorer-chain.mjs reads it.
    performance.measure('chain drawn', { start: started });
  };
  return {
    update(state) {
      void load(state);
    },
    shown: () => shownChain(answer, lanes, canvas.placed()?.lanes.flatMap((lane) => lane.boxes) ?? []),
    picture: () => canvas.svg(),
    close() {
      isClosed = true;
      canvas.close();
    },
  };
};
