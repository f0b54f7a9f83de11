import '../chain/chain.css';
import './file.css';
import { csvLine } from '../../src/export/csv-text.ts';
import type { FileAnswer } from '../../src/query/file.ts';
import { keyOf } from '../look/node-name.ts';
import { copyText } from '../page/copy.ts';
import { count, h } from '../page/dom.ts';
import { ServerRefusal } from '../server/api.ts';
import { fetchFile } from '../server/queries.ts';
import { type State, setParameters } from '../state/state.ts';
import type { Mount, ShownGraph } from '../views/view.ts';
import { buildRows, buildTables } from './build-table.ts';
import { drawPlot } from './draw-plot.ts';
import { plotFile } from './file-plot.ts';

const HEAD = [
  'product',
  'platform',
  'branch',
  'version',
  'date',
  'size',
  'article',
  'title',
  'state',
  'replacedBy',
  'name',
];

export const mount: Mount = (root, explorer) => {
  let asked = '';
  let answer: FileAnswer | null = null;
  let svg: SVGSVGElement | null = null;
  let isClosed = false;

  const title = h('h2', { class: 'view-title' });
  const summary = h('p', { class: 'quiet' });
  const said = h('p', { class: 'said', role: 'status' });
  const product = choice('Product', 'product');
  const platform = choice('Platform', 'platform');
  const copy = h(
    'button',
    {
      type: 'button',
      onclick: async () => {
        if (!answer) return;
        const text = [HEAD, ...buildRows(answer)].map(csvLine).join('');
        said.textContent = (await copyText(text)) ? 'Copied as CSV.' : 'This browser does not let the page copy.';
      },
    },
    'Copy as CSV',
  );
  const frame = h('div', { class: 'picture plot' });
  const legend = h(
    'p',
    { class: 'quiet' },
    h('span', { class: 'dot full', 'aria-hidden': 'true' }),
    ' filled: current · ',
    h('span', { class: 'dot', 'aria-hidden': 'true' }),
    ' hollow: replaced',
  );
  const tables = h('div', {});
  const view = h(
    'div',
    { class: 'chain-view' },
    title,
    summary,
    h('div', { class: 'bar' }, product.label, platform.label, copy, said),
    frame,
    legend,
    tables,
  );
  root.append(view);

  function choice(name: string, parameter: string) {
    const select = h('select', {
      'aria-label': name,
      onchange: () => explorer.dispatch(setParameters({ [parameter]: select.value || null, build: null })),
    });
    const fill = (values: readonly (string | null)[], chosen: string | undefined) => {
      const known = [...new Set([...values, chosen ?? null])].filter((value) => value !== null).sort();
      select.replaceChildren(
        h('option', { value: '' }, `all ${known.length}`),
        ...known.map((value) => h('option', { value }, value)),
      );
      select.value = chosen ?? '';
      label.hidden = known.length < 2 && chosen === undefined;
    };
    const label = h('label', {}, `${name} `, select);
    return { label, fill };
  }
  const pick = (key: string) => {
    explorer.dispatch(setParameters({ build: key === explorer.state.parameters.build ? null : key }));
    tables.querySelector('tr.picked')?.scrollIntoView({ block: 'nearest' });
  };
  const load = async (state: State): Promise<void> => {
    const id = state.selected;
    if (id === null) return;
    const { product: wanted, platform: on } = state.parameters;
    const key = JSON.stringify([id, wanted, on, state.attempt]);
    if (key === asked) return draw(state);
    asked = key;
    view.setAttribute('aria-busy', 'true');
    try {
      const told = await fetchFile(keyOf(id), { product: wanted, platform: on });
      const whole = wanted === undefined && on === undefined ? told : await fetchFile(keyOf(id), {});
      if (isClosed || key !== asked) return;
      answer = told;
      product.fill(
        whole.groups.map((group) => group.product),
        wanted,
      );
      platform.fill(
        whole.groups.map((group) => group.platform),
        on,
      );
      draw(explorer.state);
    } catch (error) {
      if (isClosed || key !== asked) return;
      if (!(error instanceof ServerRefusal)) explorer.complain(error);
      title.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      if (key === asked) view.removeAttribute('aria-busy');
    }
  };
  const draw = (state: State): void => {
    if (!answer) return;
    const builds = answer.groups.reduce((sum, group) => sum + group.builds.length, 0);
    const picked = state.parameters.build ?? null;
    title.replaceChildren('Builds of ', h('bdi', {}, answer.label));
    const plot = plotFile(answer, Math.max(320, frame.clientWidth - 2));
    summary.textContent = [
      builds === 1 ? '1 build.' : `${count(builds)} builds by product, platform and branch.`,
      plot.undated > 0 && `${count(plot.undated)} without a date stand in the table only.`,
    ]
      .filter(Boolean)
      .join(' ');
    // One build alone has no history.
    frame.hidden = legend.hidden = builds < 2;
    svg = drawPlot(plot, { theme: state.theme, label: `Builds of ${answer.label}`, picked }, pick);
    const focused = frame.contains(document.activeElement) ? document.activeElement?.getAttribute('aria-label') : null;
    frame.replaceChildren(svg);
    if (focused) frame.querySelector<SVGElement>(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
    tables.replaceChildren(...buildTables(answer, picked));
  };
  const resized = new ResizeObserver(() => draw(explorer.state));
  resized.observe(view);
  return {
    update(state) {
      void load(state);
    },
    shown: () => (answer === null ? null : shownGraph(answer)),
    picture: () => svg,
    close() {
      isClosed = true;
      resized.disconnect();
    },
  };
};

function shownGraph(answer: FileAnswer): ShownGraph {
  const nodes = new Map<string, ShownGraph['nodes'][number]>();
  const edges: ShownGraph['edges'] = [];
  nodes.set(answer.id, { id: answer.id, kind: 'file', label: answer.label, date: null, x: 0, y: 0 });
  for (const { builds } of answer.groups) {
    for (const { carriers, date } of builds) {
      for (const { id, kind, label } of carriers) {
        if (!nodes.has(id)) nodes.set(id, { id, kind, label, date, x: 300, y: nodes.size * 24 });
        edges.push({ kind: 'ships', source: id, target: answer.id, basis: 'stated' });
      }
    }
  }
  return { title: `What ships ${answer.label}`, nodes: [...nodes.values()], edges };
}
