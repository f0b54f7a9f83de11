import '../chain/chain.css';
import './plan.css';
import type { PlanAnswer } from '../../src/query/plan.ts';
import { readSentence } from '../article/reading.ts';
import { shortName } from '../chain/chain-words.ts';
import { createPictureCanvas } from '../layered/picture-canvas.ts';
import { isNamed, keyOf } from '../look/node-name.ts';
import { h } from '../page/dom.ts';
import { nodePicker } from '../page/node-picker.ts';
import { ServerRefusal } from '../server/api.ts';
import { fetchPlan } from '../server/queries.ts';
import { type State, setParameters } from '../state/state.ts';
import type { Mount } from '../views/view.ts';
import { planPicture, planWords } from './plan-picture.ts';
import { runbook } from './runbook.ts';

export const mount: Mount = (root, explorer) => {
  let asked = '';
  let answer: PlanAnswer | null = null;
  let isClosed = false;

  const title = h('h2', { class: 'view-title' }, 'Planning…');
  const summary = h('div', { class: 'current' });
  const have = h('ul', { class: 'chips', 'aria-label': 'Already installed' });
  const said = h('p', { class: 'said', role: 'status' });
  const canvas = createPictureCanvas({ onArrow: () => {}, onFold: () => {} });
  const books = h('div', { class: 'runbooks' });
  const setHave = (names: readonly string[]) =>
    explorer.dispatch(setParameters({ have: names.length === 0 ? null : names.join(';') }));
  const picker = nodePicker(
    'Add what is already installed',
    {
      kinds: ['article', 'service-pack', 'fix', 'product'],
      button: 'Add',
      placeholder: 'Windows NT 4.0 SP3, KB179129…',
    },
    (_, name) => setHave([...haveOf(explorer.state), name.replaceAll(';', ' ')]),
  );
  const view = h(
    'div',
    { class: 'chain-view plan-view' },
    title,
    summary,
    h('div', { class: 'bar' }, h('span', {}, 'Already installed:'), have, picker, said),
    canvas.element,
    books,
  );
  root.append(view);

  const load = async (state: State): Promise<void> => {
    const id = state.selected;
    if (id === null) return;
    const key = JSON.stringify([id, state.parameters.have, state.parameters.product, state.attempt]);
    if (key === asked) return draw(state);
    asked = key;
    showHave(state);
    said.textContent = '';
    view.setAttribute('aria-busy', 'true');
    try {
      const found = await fetchPlan({ id: planId(id), have: haveOf(state), product: state.parameters.product });
      if (isClosed || key !== asked) return;
      answer = found;
      draw(explorer.state);
    } catch (error) {
      if (isClosed || key !== asked) return;
      if (!(error instanceof ServerRefusal)) explorer.complain(error);
      // The plan of before stays; what cannot be understood is said beside the field that it came from.
      said.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      if (key === asked) view.removeAttribute('aria-busy');
    }
  };
  const showHave = (state: State): void => {
    const names = haveOf(state);
    have.hidden = names.length === 0;
    have.replaceChildren(
      ...names.map((name, place) =>
        h(
          'li',
          {},
          h('bdi', {}, name),
          h(
            'button',
            { type: 'button', 'aria-label': `Remove ${name}`, onclick: () => setHave(names.toSpliced(place, 1)) },
            '×',
          ),
        ),
      ),
    );
  };
  let drawn: PlanAnswer | null = null;
  const draw = (state: State): void => {
    if (!answer) return;
    const [first] = answer.wanted;
    const wanted = new Set(answer.wanted.map(({ id }) => id));
    const plans = answer.plans.filter(({ steps }) => steps.length > 0);
    canvas.element.hidden = plans.length === 0;
    canvas.show(
      plans.map((plan) => planPicture(plan, wanted)),
      { theme: state.theme, label: 'Steps in the order of installing', picked: null },
    );
    if (drawn === answer) return;
    drawn = answer;
    title.replaceChildren(
      'How to install ',
      h('bdi', {}, first ? shortName(first) : ''),
      h('bdi', { class: 'subtitle' }, first && isNamed(first) && first.kind === 'article' ? ` ${first.label}` : ''),
    );
    summary.replaceChildren(
      ...answer.plans.map((plan) =>
        h('p', { class: 'verdict' }, h('span', { class: 'lane' }, `${plan.product}: `), `${planWords(plan)}.`),
      ),
    );
    books.replaceChildren(
      ...answer.plans.map((plan) => runbook(plan, (evidence) => explorer.dispatch(readSentence(evidence)))),
    );
  };
  return {
    update(state) {
      void load(state);
    },
    picture: () => canvas.svg(),
    close() {
      isClosed = true;
    },
  };
};

function haveOf(state: State): string[] {
  return (state.parameters.have ?? '').split(';').filter((name) => name.trim() !== '');
}

/** An article goes by its number; other ids as they are. */
const planId = (id: string): string => (id.startsWith('article:') ? keyOf(id) : id);
