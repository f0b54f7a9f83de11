import { quotation } from '../article/quotation.ts';
import '../chain/chain.css';
import '../plan/plan.css';
import './path.css';
import { EDGE_WORDS } from '../../src/model/edge-words.ts';
import { EDGE_KINDS } from '../../src/model/graph.ts';
import type { PathAnswer, PathStep } from '../../src/query/path.ts';
import { readSentence } from '../article/reading.ts';
import { reasonWords, shortName } from '../chain/chain-words.ts';
import { createPictureCanvas } from '../layered/picture-canvas.ts';
import { h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { nodePicker } from '../page/node-picker.ts';
import { ServerRefusal } from '../server/api.ts';
import { fetchPath } from '../server/queries.ts';
import type { Explorer } from '../state/explorer.ts';
import { type State, select, setParameters } from '../state/state.ts';
import type { Mount, ShownGraph } from '../views/view.ts';
import { foundWords, linkWords, pathPicture } from './path-words.ts';

export const mount: Mount = (root, explorer) => {
  let asked = '';
  let answer: PathAnswer | null = null;
  let isClosed = false;
  const set = (changes: Record<string, string | null>) => explorer.dispatch(setParameters(changes));

  const title = h('h2', { class: 'view-title' });
  const found = h('p', { class: 'verdict', role: 'status' });
  const ways = h(
    'select',
    { 'aria-label': 'Direction', onchange: () => set({ way: ways.value || null }) },
    h('option', { value: '' }, 'either way'),
    h('option', { value: 'out' }, 'along the edges'),
    h('option', { value: 'in' }, 'against the edges'),
  );
  const check = (name: string, words: string) => {
    const box = h('input', { type: 'checkbox', onchange: () => set({ [name]: box.checked ? '1' : null }) });
    return { box, label: h('label', { class: 'check' }, box, ` ${words}`) };
  };
  const stated = check('stated', 'Stated only');
  const hubs = check('through-hubs', 'Through hubs too');
  const kindBoxes = EDGE_KINDS.map((kind) => {
    const box = h('input', { type: 'checkbox', checked: true, value: kind });
    box.addEventListener('change', () => {
      const chosen = kindBoxes.filter((each) => each.box.checked).map((each) => each.kind);
      set({ kinds: chosen.length === EDGE_KINDS.length || chosen.length === 0 ? null : chosen.join(',') });
    });
    return { kind, box, label: h('label', { class: 'check' }, box, ` ${EDGE_WORDS[kind].out.toLowerCase()}`) };
  });
  const kindSummary = h('summary', {}, 'Kinds of edges');
  const goal = nodePicker(
    'Path to',
    { kinds: null, button: 'Find the path', placeholder: 'KB260695, ese.dll, Windows NT 4.0 SP4…' },
    (id) => set({ goal: id }),
  );
  const swap = h('button', { type: 'button', onclick: () => swapEnds(explorer) }, 'Swap');
  const canvas = createPictureCanvas({ onArrow: (key) => readArrow(key), onFold: () => {} });
  const hops = h('div', { class: 'hops' });
  const view = h(
    'div',
    { class: 'chain-view path-view' },
    title,
    h('div', { class: 'bar' }, goal, swap),
    h('div', { class: 'bar' }, h('label', {}, 'Walk ', ways), stated.label, hubs.label),
    h('details', { class: 'kinds' }, kindSummary, h('div', { class: 'bar' }, ...kindBoxes.map(({ label }) => label))),
    found,
    canvas.element,
    hops,
  );
  root.append(view);

  const shownPaths = (): PathStep[][] =>
    answer === null ? [] : answer.paths.length > 0 ? answer.paths : answer.instead ? [answer.instead.path] : [];
  const readArrow = (key: string): void => {
    for (const path of shownPaths()) {
      const at = path.findIndex((step, place) => place > 0 && `${path[place - 1]?.id}>${step.id}` === key);
      const evidence = path[at]?.links.flatMap((link) => link.evidence).find(({ feed }) => feed === undefined);
      if (!evidence) continue;
      explorer.dispatch(readSentence(evidence));
      return;
    }
  };
  const showControls = ({ parameters }: State): void => {
    ways.value = parameters.way ?? '';
    stated.box.checked = parameters.stated === '1';
    hubs.box.checked = parameters['through-hubs'] === '1';
    const kinds = parameters.kinds?.split(',');
    for (const { kind, box } of kindBoxes) box.checked = kinds?.includes(kind) ?? true;
    kindSummary.textContent = kinds ? `Kinds of edges: ${kinds.length} of ${EDGE_KINDS.length}` : 'Kinds of edges: all';
  };
  const load = async (state: State): Promise<void> => {
    const { goal: to, kinds, way, stated: only, 'through-hubs': through } = state.parameters;
    const from = state.selected;
    if (from === null) return;
    showControls(state);
    swap.hidden = to === undefined;
    const key = JSON.stringify([from, to, kinds, way, only, through, state.attempt]);
    if (key === asked) return draw(state);
    asked = key;
    answer = null;
    if (to === undefined) {
      title.replaceChildren('A path from ', h('bdi', {}, from.slice(from.indexOf(':') + 1)));
      found.textContent = 'Choose where it should lead to.';
      canvas.element.hidden = true;
      hops.replaceChildren();
      return;
    }
    view.setAttribute('aria-busy', 'true');
    try {
      const options = { kinds, direction: way, stated: only === '1', hubs: through === '1' };
      const told = await fetchPath({ from, to, ...options });
      if (isClosed || key !== asked) return;
      answer = told;
      title.replaceChildren('From ', nodeLink(told.from), ' to ', nodeLink(told.to));
      found.replaceChildren(foundWords(told), ...allowButton(told));
      hops.replaceChildren(...shownPaths().map((path, place) => hopList(path, place, explorer)));
      draw(explorer.state);
    } catch (error) {
      if (isClosed || key !== asked) return;
      if (!(error instanceof ServerRefusal)) explorer.complain(error);
      found.textContent = error instanceof Error ? error.message : String(error);
      canvas.element.hidden = true;
      hops.replaceChildren();
    } finally {
      if (key === asked) view.removeAttribute('aria-busy');
    }
  };
  /** Allows what the only path needs. */
  const allowButton = ({ instead, kinds }: PathAnswer): HTMLElement[] => {
    if (instead === null) return [];
    const allow = () =>
      set({
        kinds:
          instead.kinds.length > 0 ? [...kinds, ...instead.kinds].join(',') : (explorer.state.parameters.kinds ?? null),
        way: instead.isAgainstDirection ? null : (explorer.state.parameters.way ?? null),
        'through-hubs': instead.hubs.length > 0 ? '1' : (explorer.state.parameters['through-hubs'] ?? null),
      });
    return [h('button', { type: 'button', class: 'allow', onclick: allow }, 'Allow that')];
  };
  const draw = (state: State): void => {
    const paths = shownPaths();
    canvas.element.hidden = paths.length === 0;
    if (paths.length === 0) return;
    canvas.show([pathPicture(paths)], { theme: state.theme, label: 'Paths, from left to right', picked: null });
  };
  return {
    update(state) {
      void load(state);
    },
    shown: () => (answer === null ? null : shownGraph(answer, shownPaths())),
    picture: () => (canvas.element.hidden ? null : canvas.svg()),
    close() {
      isClosed = true;
      canvas.close();
    },
  };
};

function swapEnds(explorer: Explorer): void {
  const { selected, parameters } = explorer.state;
  if (selected === null || parameters.goal === undefined) return;
  const { goal, kinds = null, way = null, 'through-hubs': through = null } = parameters;
  explorer.dispatch((state) =>
    setParameters({ goal: selected, kinds, way, 'through-hubs': through })(select(goal)(state)),
  );
}

function hopList(path: readonly PathStep[], place: number, explorer: Explorer): HTMLElement {
  return h(
    'section',
    { 'aria-label': `Path ${place + 1}` },
    h('h3', {}, `Path ${place + 1}`),
    h(
      'ol',
      {},
      ...path.map((step) =>
        h(
          'li',
          {},
          ...step.links.map((link) =>
            h(
              'div',
              { class: 'hop' },
              h('p', { class: 'hop-words' }, '↓ ', linkWords(link)),
              h(
                'p',
                { class: 'notes' },
                h('span', { class: `basis ${link.basis}` }, link.basis),
                ...Object.entries(link.scope ?? {}).map(([name, value]) =>
                  h('bdi', { class: 'note' }, `${name}: ${value}`),
                ),
                h('span', { class: 'rule' }, link.rule),
              ),
              link.basis === 'inferred' && h('p', { class: 'because' }, reasonWords(link)),
              ...link.evidence
                .slice(0, 2)
                .map((evidence) =>
                  quotation(evidence, 'show in the article', (read) => explorer.dispatch(readSentence(read))),
                ),
            ),
          ),
          nodeLink(step),
        ),
      ),
    ),
  );
}

function shownGraph({ from, to }: PathAnswer, paths: readonly (readonly PathStep[])[]): ShownGraph {
  const nodes = new Map<string, ShownGraph['nodes'][number]>();
  const edges: ShownGraph['edges'] = [];
  for (const path of paths) {
    path.forEach(({ id, kind, label, links }, at) => {
      nodes.set(id, { id, kind, label, date: null, x: at * 300, y: nodes.get(id)?.y ?? nodes.size * 40 });
      const before = path[at - 1]?.id;
      if (before === undefined) return;
      for (const link of links) {
        const [source, target] = link.direction === 'out' ? [before, id] : [id, before];
        const { kind, basis, rule, because, scope, evidence } = link;
        edges.push({ kind, source, target, basis, rule, because, scope, evidence });
      }
    });
  }
  return { title: `Paths from ${shortName(from)} to ${shortName(to)}`, nodes: [...nodes.values()], edges };
}
