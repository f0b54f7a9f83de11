import './chain.css';
import type { ChainAnswer } from '../../src/query/chain.ts';
import { readSentence } from '../article/reading.ts';
import { DASHES } from '../layered/draw-picture.ts';
import { createPictureCanvas } from '../layered/picture-canvas.ts';
import { isNamed } from '../look/node-name.ts';
import { copyText } from '../page/copy.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { s } from '../page/svg.ts';
import { ServerRefusal } from '../server/api.ts';
import { fetchChain } from '../server/queries.ts';
import { type State, setParameters } from '../state/state.ts';
import type { Mount, ShownGraph } from '../views/view.ts';
import { chainCsv, chainText } from './chain-copies.ts';
import { type ChainLane, chainLanes } from './chain-lanes.ts';
import { chainPicture } from './chain-picture.ts';
import { arrowReasons } from './chain-reasons.ts';
import { currentWords, shortName } from './chain-words.ts';
import { type ChainFold, FAR, type FoldedLane, foldLane } from './fold-lane.ts';

export const mount: Mount = (root, explorer) => {
  let asked = '';
  let answer: ChainAnswer | null = null;
  let lanes: ChainLane[] = [];
  let folded: FoldedLane[] = [];
  let isClosed = false;

  const title = h('h2', { class: 'view-title' }, 'Looking for replacements…');
  const current = h('div', { class: 'current' });
  const product = h('select', {
    'aria-label': 'Product',
    onchange: () => explorer.dispatch(setParameters({ product: product.value || null, arrow: null })),
  });
  const stated = h('input', {
    type: 'checkbox',
    onchange: () => explorer.dispatch(setParameters({ stated: stated.checked ? '1' : null, arrow: null })),
  });
  const said = h('p', { class: 'said', role: 'status' });
  const canvas = createPictureCanvas({
    onArrow: (key) => pick(key),
    onFold: (key) => explorer.dispatch(setParameters({ open: [...openFolds(explorer.state), key].join(',') })),
  });
  const why = h('section', { class: 'why', 'aria-label': 'Why it replaces', hidden: true });
  const all = h('details', { class: 'all-steps' });
  const closeFolds = h(
    'button',
    { type: 'button', hidden: true, onclick: () => explorer.dispatch(setParameters({ open: null })) },
    'Fold again',
  );
  const copy = (name: string, text: (answer: ChainAnswer) => string): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        'aria-label': `Copy as ${name}`,
        onclick: async () => {
          if (!answer) return;
          const done = await copyText(text(answer));
          said.textContent = done ? `Copied as ${name}.` : 'This browser does not let the page copy.';
        },
      },
      name,
    );
  const view = h(
    'div',
    { class: 'chain-view', 'data-empty': true },
    title,
    current,
    h(
      'div',
      { class: 'bar' },
      h('label', {}, 'Product ', product),
      h('label', { class: 'check' }, stated, ' Stated only'),
      h(
        'span',
        { class: 'copies', role: 'group', 'aria-label': 'Copy' },
        h('span', { 'aria-hidden': 'true' }, 'Copy as'),
        copy('text', chainText),
        copy('CSV', chainCsv),
        copy('JSON', (told) => `${JSON.stringify(told, null, 2)}\n`),
      ),
      closeFolds,
      said,
    ),
    canvas.element,
    legend(),
    why,
    all,
  );
  root.append(view);

  const pick = (key: string): void => {
    const arrow = lanes.flatMap(({ arrows }) => arrows).find((each) => `${each.older}>${each.newer}` === key);
    const evidence = arrow?.links.flatMap((link) => link.evidence)[0];
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
      showProducts(whole, found, state);
      draw(explorer.state, true);
    } catch (error) {
      if (isClosed || key !== asked) return;
      if (!(error instanceof ServerRefusal)) explorer.complain(error);
      answer = null;
      lanes = [];
      view.dataset.empty = '';
      title.textContent = error instanceof Error ? error.message : String(error);
      for (const part of [current, canvas.element, all]) part.replaceChildren();
    } finally {
      if (key === asked) view.removeAttribute('aria-busy');
    }
  };
  const showProducts = (whole: ChainAnswer, found: ChainAnswer, state: State): void => {
    const names = whole.chains.flatMap(({ scopes }) => scopes);
    const chosen = state.parameters.product === undefined ? '' : (found.product ?? state.parameters.product);
    if (chosen !== '' && !names.includes(chosen)) names.push(chosen);
    product.replaceChildren(
      h('option', { value: '' }, names.length > 1 ? `all ${count(names.length)}` : 'all'),
      ...names.map((name) => h('option', { value: name }, name)),
    );
    product.value = chosen;
    stated.checked = state.parameters.stated === '1';
  };
  const draw = (state: State, isNew: boolean): void => {
    if (!answer) return;
    const started = performance.now();
    delete view.dataset.empty;
    const open = new Set(openFolds(state));
    folded = lanes.map((lane) => foldLane(lane, open));
    title.replaceChildren(
      'What replaces ',
      h('bdi', {}, shortName(answer)),
      h('bdi', { class: 'subtitle' }, isNamed(answer) && answer.kind === 'article' ? ` ${answer.label}` : ''),
    );
    current.replaceChildren(...currentLines(answer, lanes));
    closeFolds.hidden = folded.every((lane) => lane.open.length === 0);
    const label = `Replacements of ${shortName(answer)}, the oldest on the left`;
    canvas.show(folded.map(chainPicture), { theme: state.theme, label, picked: state.parameters.arrow ?? null });
    const anchor = state.parameters.arrow?.split('>')[0] ?? lanes[0]?.subject;
    if (isNew && anchor) canvas.reveal(anchor);
    showWhy(state);
    if (isNew) showAll();
    // test/bench/explorer-chain.mjs reads it.
    performance.measure('chain drawn', { start: started });
  };
  const showWhy = (state: State): void => {
    const key = state.parameters.arrow;
    const lane = lanes.find(({ arrows }) => arrows.some(({ older, newer }) => `${older}>${newer}` === key));
    const arrow = lane?.arrows.find(({ older, newer }) => `${older}>${newer}` === key);
    const open = openFolds(state);
    const fold = folded.flatMap(({ items }) => items).find((item) => item.fold && open.includes(item.fold.key))?.fold;
    why.hidden = !arrow && !fold;
    why.replaceChildren();
    const close = (changes: Record<string, null>) =>
      h(
        'button',
        { type: 'button', class: 'close', onclick: () => explorer.dispatch(setParameters(changes)) },
        'Close',
      );
    if (lane && arrow) why.append(close({ arrow: null, read: null }), arrowReasons(lane, arrow, explorer));
    else if (fold) why.append(close({ open: null }), foldList(fold));
  };
  const showAll = (): void => {
    const arrows = lanes.flatMap((lane) => lane.arrows.map((arrow) => ({ lane, arrow })));
    all.replaceChildren(
      h('summary', {}, `All ${count(arrows.length)} replacements with their sentences`),
      h('div', { class: 'steps' }),
    );
    all.ontoggle = () => {
      const place = all.lastElementChild;
      if (!all.open || place?.hasChildNodes()) return;
      place?.append(...arrows.slice(0, 500).map(({ lane, arrow }) => arrowReasons(lane, arrow, explorer)));
      if (arrows.length > 500) place?.append(h('p', { class: 'quiet' }, 'The copies hold the rest.'));
    };
    all.open = false;
  };
  return {
    update(state) {
      void load(state);
    },
    shown: () => shownGraph(answer, lanes, canvas.placed()?.lanes.flatMap((lane) => lane.boxes) ?? []),
    picture: () => canvas.svg(),
    close() {
      isClosed = true;
    },
  };
};

function openFolds(state: State): string[] {
  return (state.parameters.open ?? '').split(',').filter((key) => key !== '');
}

/** The answer before any drawing: what is current, how far it is, and how sure. */
function currentLines(answer: ChainAnswer, lanes: readonly ChainLane[]): HTMLElement[] {
  const lines = lanes.flatMap((lane) => {
    const told = currentWords(lane);
    if (told === null) return [];
    return h(
      'p',
      { class: told.nodes.length > 0 ? 'verdict replaced' : 'verdict' },
      lanes.length > 1 && h('span', { class: 'lane' }, `${lane.title}: `),
      told.words,
      told.nodes.length > 0 && ': ',
      ...told.nodes.flatMap(({ node, words }, place) => [place > 0 && '; ', nodeLink(node), `, ${words}`]),
      told.assumed.length > 0 && h('span', { class: 'subtitle' }, '; perhaps replaced by '),
      ...told.assumed.flatMap((node) => [nodeLink(node), h('span', { class: 'subtitle' }, ' (assumed)')]),
    );
  });
  if (answer.isAboutProduct === false) {
    lines.unshift(
      h('p', { class: 'verdict' }, `${shortName(answer)} does not name ${answer.product} among its products.`),
    );
  }
  return lines;
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

function legend(): HTMLElement {
  const entry = (dash: keyof typeof DASHES, words: string): HTMLElement =>
    h(
      'li',
      {},
      s(
        'svg',
        { width: 40, height: 10, 'aria-hidden': 'true' },
        s('path', {
          class: 'line',
          d: 'M2 5h34',
          'stroke-width': 2,
          'stroke-dasharray': DASHES[dash],
          'stroke-linecap': 'round',
        }),
      ),
      words,
    );
  return h(
    'ul',
    { class: 'picture-legend', 'aria-label': 'Lines' },
    h('li', {}, 'An arrow leads to what replaces.'),
    entry('solid', 'stated by an article or a feed'),
    entry('dashed', 'inferred from facts'),
    entry('dotted', 'assumed: something is not told'),
  );
}

function shownGraph(
  answer: ChainAnswer | null,
  lanes: readonly ChainLane[],
  boxes: readonly { node: string | null; x: number; y: number }[],
): ShownGraph | null {
  if (!answer) return null;
  const places = new Map(boxes.map(({ node, x, y }) => [node, { x, y }]));
  const nodes = new Map<string, ShownGraph['nodes'][number]>();
  for (const lane of lanes) {
    for (const { head, also, released } of lane.boxes) {
      for (const { id, kind, label } of [head, ...also]) {
        nodes.set(id, { id, kind, label, date: released, ...(places.get(head.id) ?? { x: 0, y: 0 }) });
      }
    }
  }
  const edges = lanes
    .flatMap(({ arrows }) => arrows.flatMap(({ links }) => links))
    .filter(({ newer, older }) => nodes.has(newer) && nodes.has(older))
    .map(({ newer, older, fit: _, ...told }) => ({ ...told, source: newer, target: older }));
  return { title: `What replaces ${shortName(answer)}`, nodes: [...nodes.values()], edges };
}
