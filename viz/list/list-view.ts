import '../chain/chain.css';
import { shortName } from '../chain/chain-words.ts';
import './list.css';
import { basisOfEdge, kindOfEdge } from '../graph/edges.ts';
import type { GraphData } from '../graph/graph-data.ts';
import { degreeOf } from '../graph/neighbours.ts';
import { NODE_WORDS } from '../look/kinds.ts';
import { count, h } from '../page/dom.ts';
import { nodeLink } from '../page/node-link.ts';
import { type State, setParameters } from '../state/state.ts';
import type { Mount, ShownGraph } from '../views/view.ts';
import { aroundRows, graphRows, type Listed, type ListRows, parseSort, sortRows } from './list-rows.ts';
import { createVirtualTable, type TableColumn } from './virtual-table.ts';

const DEPTHS = ['1', '2', '3'];

export const mount: Mount = (root, explorer) => {
  let graph: GraphData | null = null;
  let isClosed = false;
  let madeFor = '';
  let unsorted: ListRows | null = null;
  let rows: ListRows | null = null;

  const set = (changes: Record<string, string | null>) => explorer.dispatch(setParameters(changes));
  const title = h('h2', { class: 'view-title' });
  const holdings = h('p', { class: 'quiet', role: 'status' }, 'Loading the graph…');
  const listed = h('select', { 'aria-label': 'List', onchange: () => set({ of: listed.value, sort: null }) });
  const depth = h(
    'select',
    { 'aria-label': 'Steps', onchange: () => set({ depth: depth.value === '1' ? null : depth.value }) },
    ...DEPTHS.map((value) => h('option', { value }, value)),
  );
  const depthLabel = h('label', {}, 'Steps ', depth);
  const table = createVirtualTable((key) => {
    const { key: now, isDown } = parseSort(explorer.state.parameters.sort);
    set({ sort: key !== now ? key : isDown ? null : `-${key}` });
  });
  root.append(
    h(
      'div',
      { class: 'chain-view list-view' },
      title,
      h('div', { class: 'bar' }, h('label', {}, 'List ', listed), depthLabel, holdings),
      table.element,
    ),
  );

  const listedBy = ({ selected, parameters }: State): Listed =>
    selected === null || parameters.of === 'graph' ? 'graph' : 'around';
  const draw = (state: State): void => {
    const data = graph;
    if (!data) return;
    const { selected, hiddenKinds, hiddenEdges, parameters } = state;
    const middle = selected === null ? null : data.rankOf(selected);
    const which = middle === null ? 'graph' : listedBy(state);
    const far = DEPTHS.includes(parameters.depth ?? '') ? Number(parameters.depth) : 1;
    const { from, to } = parameters;
    // Selecting another row of the whole graph's list changes nothing of the list.
    const key = JSON.stringify([
      which,
      which === 'around' && [middle, far],
      [...hiddenKinds],
      [...hiddenEdges],
      from,
      to,
    ]);
    const filter = { hiddenKinds, hiddenEdges, from, to };
    if (key !== madeFor) {
      madeFor = key;
      unsorted = which === 'graph' ? graphRows(data, filter) : aroundRows(data, middle!, far, filter);
    }
    const sort = parseSort(parameters.sort);
    rows = sortRows(data, unsorted!, sort);
    const name = middle === null ? '' : nameOf(data, middle);
    title.textContent = which === 'graph' ? 'The whole graph' : `What is joined to ${name}`;
    holdings.textContent = holdingsWords(data, rows, state);
    listed.replaceChildren(
      h('option', { value: 'graph' }, 'the whole graph'),
      ...(middle === null ? [] : [h('option', { value: 'around' }, `what is joined to ${name}`)]),
    );
    listed.value = which;
    depth.value = String(far);
    depthLabel.hidden = which === 'graph';
    table.show({ rows: rows.ranks.length, columns: columnsOf(data, rows, far), label: title.textContent, sort });
  };
  const load = (): void => {
    explorer.graph().then(
      (arrived) => {
        graph = arrived;
        if (!isClosed) draw(explorer.state);
      },
      () => {
        holdings.textContent = 'The graph could not be loaded.';
      },
    );
  };
  return {
    update(state, previous) {
      if (graph) draw(state);
      else if (state.attempt !== previous?.attempt) load();
    },
    shown: () => (graph && rows ? shownGraph(graph, rows, title.textContent ?? '') : null),
    close() {
      isClosed = true;
      table.close();
    },
  };
};

function holdingsWords(graph: GraphData, { ranks, joined }: ListRows, { hiddenKinds, parameters }: State): string {
  const filters = [
    hiddenKinds.size > 0 && `without ${[...hiddenKinds].map((kind) => NODE_WORDS[kind].many.toLowerCase()).join(', ')}`,
    (parameters.from || parameters.to) &&
      `dated ${parameters.from ?? 'any time'} to ${parameters.to ?? 'now'} or not at all`,
  ].filter(Boolean);
  const of = joined === null && ranks.length < graph.count ? ` of ${count(graph.count)}` : '';
  return [`${count(ranks.length)}${of} nodes`, ...filters].join(', ');
}

function nameOf(graph: GraphData, rank: number): string {
  return shortName({ id: graph.id(rank), kind: graph.kind(rank), label: graph.label(rank) });
}

function columnsOf(graph: GraphData, { ranks, joined, steps }: ListRows, depth: number): TableColumn[] {
  const at = (row: number): number => ranks[row] ?? 0;
  const columns: TableColumn[] = [
    {
      key: 'name',
      title: 'Name',
      style: 'name',
      isSortable: true,
      cell: (row) => nodeLink({ id: graph.id(at(row)), kind: graph.kind(at(row)), label: graph.label(at(row)) }),
    },
    {
      key: 'kind',
      title: 'Kind',
      style: 'kind-cell',
      isSortable: true,
      cell: (row) => `${NODE_WORDS[graph.kind(at(row))].one}${graph.cited[at(row)] ? ', cited' : ''}`,
    },
    { key: 'date', title: 'Date', style: 'date-cell', isSortable: true, cell: (row) => graph.date(at(row)) ?? '–' },
    {
      key: 'edges',
      title: 'Edges',
      style: 'edges-cell',
      isSortable: true,
      cell: (row) => count(degreeOf(graph, at(row))),
    },
  ];
  if (joined === null || steps === null) return columns;
  const [name, ...others] = columns;
  const distance: TableColumn = {
    key: 'steps',
    title: 'Steps',
    style: 'steps-cell',
    isSortable: true,
    cell: (row) => String(steps.get(at(row)) ?? ''),
  };
  return [
    name!,
    {
      key: 'joined',
      title: 'Joined by',
      style: 'joined-cell',
      isSortable: false,
      cell: (row) => joined.get(at(row)) ?? '',
    },
    ...(depth === 1 ? [] : [distance]),
    ...others,
  ];
}

/** The rows with the edges between them. */
function shownGraph(graph: GraphData, { ranks }: ListRows, title: string): ShownGraph {
  const listed = new Set(ranks);
  const nodes = Array.from(ranks, (rank) => ({
    id: graph.id(rank),
    kind: graph.kind(rank),
    label: graph.label(rank),
    date: graph.date(rank),
    x: graph.positions[rank * 2]!,
    // Maps count upwards, pictures downwards.
    y: -graph.positions[rank * 2 + 1]!,
  }));
  const edges: ShownGraph['edges'] = [];
  const { starts, ends, kinds } = graph.from;
  ranks.forEach((rank, place) => {
    for (let edge = starts[rank]!; edge < starts[rank + 1]!; edge++) {
      if (!listed.has(ends[edge]!)) continue;
      const packed = kinds[edge]!;
      edges.push({
        kind: kindOfEdge(packed),
        source: nodes[place]!.id,
        target: graph.id(ends[edge]!),
        basis: basisOfEdge(packed),
      });
    }
  });
  return { title, nodes, edges };
}
