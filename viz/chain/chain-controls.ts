import type { ChainAnswer } from '../../src/query/chain.ts';
import { copyText } from '../page/copy.ts';
import { count, h } from '../page/dom.ts';
import type { Explorer } from '../state/explorer.ts';
import { type State, setParameters } from '../state/state.ts';
import { chainCsv, chainText } from './chain-copies.ts';

/** The choice of a product, whether inference counts, the copies, and the way back from open folds. */
export interface ChainControls {
  element: HTMLElement;
  /** `whole` is the answer for all products, `found` the one that is shown. */
  show(whole: ChainAnswer, found: ChainAnswer, state: State): void;
  showFolds(areOpen: boolean): void;
}

export function createChainControls(explorer: Explorer): ChainControls {
  let answer: ChainAnswer | null = null;
  const product = h('select', {
    'aria-label': 'Product',
    onchange: () => explorer.dispatch(setParameters({ product: product.value || null, arrow: null })),
  });
  const stated = h('input', {
    type: 'checkbox',
    onchange: () => explorer.dispatch(setParameters({ stated: stated.checked ? '1' : null, arrow: null })),
  });
  const said = h('p', { class: 'said', role: 'status' });
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
  return {
    element: h(
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
    show(whole, found, state) {
      answer = found;
      const names = whole.chains.flatMap(({ scopes }) => scopes);
      const chosen = state.parameters.product === undefined ? '' : (found.product ?? state.parameters.product);
      if (chosen !== '' && !names.includes(chosen)) names.push(chosen);
      product.replaceChildren(
        h('option', { value: '' }, names.length > 1 ? `all ${count(names.length)}` : 'all'),
        ...names.map((name) => h('option', { value: name }, name)),
      );
      product.value = chosen;
      stated.checked = state.parameters.stated === '1';
    },
    showFolds(areOpen) {
      closeFolds.hidden = !areOpen;
    },
  };
}
