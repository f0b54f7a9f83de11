import '../chain/chain.css';
import './plan.css';
import type { PlanAnswer } from '../../src/query/plan.ts';
import { type Reading, readSentence } from '../article/reading.ts';
import { shortName } from '../chain/chain-words.ts';
import { createPictureCanvas } from '../layered/picture-canvas.ts';
import { isNamed, keyOf } from '../look/node-name.ts';
import { h } from '../page/dom.ts';
import { nodePicker } from '../page/node-picker.ts';
import { ServerRefusal } from '../server/api.ts';
import { fetchPlan } from '../server/queries.ts';
import { type State, setParameters } from '../state/state.ts';
import type { Mount } from '../views/view.ts';
import { pickedPart } from './picked-part.ts';
import { legendEntries } from './plan-legend.ts';
import { type PlanPart, type PlanPicture, planPicture } from './plan-picture.ts';
import { runbook } from './runbook.ts';

export const mount: Mount = (root, explorer) => {
  let asked = '';
  let answer: PlanAnswer | null = null;
  let pictures: PlanPicture[] = [];
  let isClosed = false;

  const title = h('h2', { class: 'view-title' }, 'Planning…');
  const have = h('ul', { class: 'chips', 'aria-label': 'Already installed' });
  const said = h('p', { class: 'said', role: 'status' });
  const canvas = createPictureCanvas({ onArrow: (key) => pick(key), onBox: (key) => pick(key) });
  const legend = h('ul', { class: 'picture-legend', 'aria-label': 'Signs' });
  const picked = h('section', { class: 'why', 'aria-label': 'What was picked', hidden: true });
  const books = h('div', { class: 'runbooks' });
  const setHave = (names: readonly string[]) =>
    explorer.dispatch(setParameters({ have: names.length === 0 ? null : names.join(';'), step: null }));
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
    h('div', { class: 'bar' }, h('span', {}, 'Already installed:'), have, picker, said),
    canvas.element,
    legend,
    picked,
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
    if (drawn !== answer) {
      const wanted = new Set(answer.wanted.map(({ id }) => id));
      pictures = answer.plans.map((plan, place) => planPicture(plan, place, wanted));
    }
    const lanes = pictures.map(({ lane }) => lane);
    legend.replaceChildren(...legendEntries(lanes));
    canvas.element.hidden = legend.hidden = lanes.length === 0;
    canvas.show(lanes, {
      theme: state.theme,
      label: 'Steps in the order of installing',
      picked: state.parameters.step ?? null,
    });
    showPicked(state, answer);
    if (drawn === answer) return;
    drawn = answer;
    title.replaceChildren(
      'How to install ',
      h('bdi', {}, first ? shortName(first) : ''),
      h('bdi', { class: 'subtitle' }, first && isNamed(first) && first.kind === 'article' ? ` ${first.label}` : ''),
    );
    books.replaceChildren(...answer.plans.map((plan) => runbook(plan, read)));
  };
  const read = (reading: Reading) => explorer.dispatch(readSentence(reading));
  const partOf = (key: string | undefined): { plan: number; part: PlanPart } | null => {
    const plan = pictures.findIndex(({ parts }) => parts.has(key ?? ''));
    return plan < 0 ? null : { plan, part: pictures[plan]!.parts.get(key!)! };
  };
  const pick = (key: string): void => {
    explorer.dispatch(setParameters({ step: key }));
    const evidence = partOf(key)?.part.evidence.find(({ feed }) => feed === undefined);
    // The sentence comes with what was picked: one step of Back undoes both.
    if (evidence) explorer.dispatch(readSentence(evidence), { replace: true });
  };
  const showPicked = (state: State, { plans }: PlanAnswer): void => {
    const found = partOf(state.parameters.step);
    picked.hidden = found === null;
    picked.replaceChildren();
    if (found === null) return;
    const close = () => explorer.dispatch(setParameters({ step: null, read: null }));
    picked.append(
      h('button', { type: 'button', class: 'close', onclick: close }, 'Close'),
      h('div', { class: 'runbook' }, ...pickedPart(plans[found.plan]!, found.part, read)),
    );
  };
  return {
    update(state) {
      void load(state);
    },
    picture: () => canvas.svg(),
    close() {
      isClosed = true;
      canvas.close();
    },
  };
};

function haveOf(state: State): string[] {
  return (state.parameters.have ?? '').split(';').filter((name) => name.trim() !== '');
}

/** An article goes by its number; other ids as they are. */
const planId = (id: string): string => (id.startsWith('article:') ? keyOf(id) : id);
