import { EDGE_KINDS, type EdgeKind } from '../../src/model/graph.ts';
import type { NeighbourGroup } from '../graph/neighbours.ts';
import { EDGE_WORDS } from '../look/kinds.ts';
import { count, h } from '../page/dom.ts';
import type { Explorer } from '../state/explorer.ts';
import { setParameters, toggleEdges } from '../state/state.ts';
import { edgeSample } from './edge-sample.ts';
import { type FocusOptions, HUB_CHOICES, parameterFor } from './focus-options.ts';

/** Depth, direction and the degree of hubs, and the legend of the kinds of edges, which is the filter. */
export interface FocusControls {
  element: HTMLElement;
  /** Shows what is chosen, and how many edges of each kind the centre has. */
  show(options: FocusOptions, groups: readonly NeighbourGroup[]): void;
}

const DIRECTIONS = [
  ['in', 'arriving'],
  ['both', 'both'],
  ['out', 'leaving'],
] as const;

export function createFocusControls(explorer: Explorer): FocusControls {
  const set = (name: 'depth' | 'direction' | 'hubs', value: string): void =>
    explorer.dispatch(setParameters({ [name]: parameterFor(name, value) }));
  const choice = (name: 'depth' | 'direction', value: string, words: string, spoken: string): HTMLButtonElement =>
    h(
      'button',
      {
        type: 'button',
        'data-value': value,
        'aria-pressed': 'false',
        'aria-label': spoken,
        onclick: () => set(name, value),
      },
      words,
    );
  const depths = ['1', '2', '3'].map((depth) =>
    choice('depth', depth, depth, `${depth} ${depth === '1' ? 'step' : 'steps'}`),
  );
  const directions = DIRECTIONS.map(([value, words]) => choice('direction', value, words, `${words} edges`));
  const hubs = h(
    'select',
    { id: 'focus-hubs', onchange: (event: Event) => set('hubs', (event.target as HTMLSelectElement).value) },
    ...HUB_CHOICES.map((most) => h('option', { value: most }, most > 10_000 ? 'any' : count(most))),
  );
  const legend = h('ul', { class: 'edge-legend', 'aria-label': 'Kinds of edges shown' });
  const element = h(
    'div',
    { class: 'focus-controls' },
    h(
      'div',
      { class: 'choices', role: 'group', 'aria-label': 'Steps from the centre' },
      h('span', {}, 'Steps'),
      ...depths,
    ),
    h(
      'div',
      { class: 'choices', role: 'group', 'aria-label': 'Direction of edges' },
      h('span', {}, 'Edges'),
      ...directions,
    ),
    h(
      'div',
      { class: 'choices' },
      h('label', { for: 'focus-hubs' }, 'Do not walk through nodes above'),
      hubs,
      h('span', {}, 'edges'),
    ),
    legend,
  );
  const press = (buttons: readonly HTMLButtonElement[], value: string): void => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.value === value));
  };
  let legendOf = '';
  return {
    element,
    show(options, groups) {
      press(depths, String(options.depth));
      press(directions, options.direction);
      hubs.value = String(options.hubs);
      const counts = countKinds(groups);
      const name = JSON.stringify(counts);
      if (name !== legendOf) {
        legendOf = name;
        legend.replaceChildren(
          ...counts.map(([kind, leaving, arriving]) => h('li', {}, chip(kind, leaving, arriving, explorer))),
        );
      }
      for (const button of legend.querySelectorAll<HTMLElement>('button')) {
        button.setAttribute('aria-pressed', String(!options.hiddenEdges.has(button.dataset.kind as EdgeKind)));
      }
    },
  };
}

function chip(kind: EdgeKind, leaving: number, arriving: number, explorer: Explorer): HTMLElement {
  return h(
    'button',
    { type: 'button', 'data-kind': kind, 'aria-pressed': 'true', onclick: () => explorer.dispatch(toggleEdges(kind)) },
    edgeSample(kind),
    h('span', {}, EDGE_WORDS[kind].out),
    h(
      'span',
      { class: 'count' },
      [arriving > 0 && `${count(arriving)} in`, leaving > 0 && `${count(leaving)} out`].filter(Boolean).join(' · '),
    ),
  );
}

/** Kinds that the centre has, with how many edges leave and arrive. */
function countKinds(groups: readonly NeighbourGroup[]): [EdgeKind, number, number][] {
  const found = (kind: EdgeKind, direction: string): number =>
    groups.find((group) => group.kind === kind && group.direction === direction)?.ranks.length ?? 0;
  const order = [...new Set(groups.map(({ kind }) => kind))];
  return EDGE_KINDS.filter((kind) => order.includes(kind))
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((kind) => [kind, found(kind, 'out'), found(kind, 'in')]);
}
