import './timeline.css';
import type { GraphData } from '../graph/graph-data.ts';
import { count, h } from '../page/dom.ts';
import { s } from '../page/svg.ts';
import type { Explorer } from '../state/explorer.ts';
import { type State, setParameters } from '../state/state.ts';
import { type Histogram, histogramOf, monthName, monthOfDate, rangeDates } from './histogram.ts';

/** The views that a range of dates filters. */
const FILTERED = ['map', 'list'];
const HEIGHT = 34;

/** A brush over the dates of the graph: two handles for keys and readers, and bars to draw over. */
export function createTimeline(root: HTMLElement, explorer: Explorer): void {
  let graph: GraphData | null = null;
  let histogram: Histogram | null = null;
  let countedFor: State['hiddenKinds'] | null = null;
  const bars = s('svg', { class: 'bars', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  const handle = (name: string) => h('input', { type: 'range', step: 1, 'aria-label': name });
  const from = handle('First month');
  const to = handle('Last month');
  const words = h('p', { class: 'range', role: 'status' });
  const clear = h(
    'button',
    { type: 'button', onclick: () => explorer.dispatch(setParameters({ from: null, to: null })) },
    'All dates',
  );
  const track = h('div', { class: 'track' }, bars, from, to);
  root.append(track, words, clear);

  const choose = (first: number, last: number, replace: boolean): void => {
    if (!histogram) return;
    const end = histogram.first + histogram.counts.length - 1;
    const [low, high] = [Math.min(first, last), Math.max(first, last)];
    const isAll = low <= histogram.first && high >= end;
    const dates = rangeDates(low, high);
    explorer.dispatch(setParameters(isAll ? { from: null, to: null } : dates), { replace });
  };
  // While a handle moves, the steps of Back are one.
  let isMoving = false;
  for (const each of [from, to]) {
    each.addEventListener('input', () => {
      choose(Number(from.value), Number(to.value), isMoving);
      isMoving = true;
    });
    each.addEventListener('change', () => {
      isMoving = false;
    });
  }
  const monthAt = (event: PointerEvent): number => {
    const { left, width } = bars.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / Math.max(1, width)));
    return histogram!.first + Math.min(histogram!.counts.length - 1, Math.floor(share * histogram!.counts.length));
  };
  let start: number | null = null;
  bars.addEventListener('pointerdown', (event) => {
    if (!histogram) return;
    start = monthAt(event);
    bars.setPointerCapture(event.pointerId);
    isMoving = false;
  });
  bars.addEventListener('pointermove', (event) => {
    if (start === null) return;
    choose(start, monthAt(event), isMoving);
    isMoving = true;
  });
  bars.addEventListener('pointerup', (event) => {
    if (start !== null) choose(start, monthAt(event), isMoving);
    start = null;
    isMoving = false;
  });
  bars.addEventListener('pointercancel', () => {
    start = null;
  });

  const draw = (state: State): void => {
    if (!graph) return;
    if (state.hiddenKinds !== countedFor) {
      countedFor = state.hiddenKinds;
      const { days, kind } = graph;
      histogram = histogramOf(days, (node) => !state.hiddenKinds.has(kind(node)));
    }
    root.hidden = histogram === null || !FILTERED.includes(state.view);
    if (histogram === null || root.hidden) return;
    const { first, counts } = histogram;
    const last = first + counts.length - 1;
    const low = Math.max(first, monthOfDate(state.parameters.from) ?? first);
    const high = Math.min(last, monthOfDate(state.parameters.to) ?? last);
    for (const [input, value] of [
      [from, low],
      [to, high],
    ] as const) {
      input.min = String(first);
      input.max = String(last);
      input.value = String(value);
      input.setAttribute('aria-valuetext', monthName(value));
    }
    const most = counts.reduce((high, number) => Math.max(high, number), 1);
    let inside = 0;
    let outside = 0;
    let [kept, left] = ['', ''];
    counts.forEach((number, place) => {
      // Roots keep the months with few articles in sight beside those with thousands.
      const tall = Math.sqrt(number / most) * HEIGHT;
      const bar = `M${place} ${HEIGHT}v${-tall.toFixed(2)}h.86v${tall.toFixed(2)}z`;
      const isKept = first + place >= low && first + place <= high;
      if (isKept) {
        inside += number;
        kept += bar;
      } else {
        outside += number;
        left += bar;
      }
    });
    bars.setAttribute('viewBox', `0 0 ${counts.length} ${HEIGHT}`);
    bars.replaceChildren(s('path', { class: 'left-out', d: left }), s('path', { class: 'kept', d: kept }));
    words.textContent =
      outside === 0
        ? `${monthName(first)} to ${monthName(last)}: ${count(inside)} dated`
        : `${monthName(low)} to ${monthName(high)}: ${count(inside)} of ${count(inside + outside)} dated`;
    clear.hidden = outside === 0;
  };
  root.hidden = true;
  const load = (): void => {
    explorer.graph().then(
      (arrived) => {
        graph = arrived;
        draw(explorer.state);
      },
      // What is wrong stands above the page already.
      () => {},
    );
  };
  load();
  explorer.listen((state, previous) => {
    if (graph === null && state.attempt !== previous.attempt) load();
    const isOther =
      state.view !== previous.view ||
      state.hiddenKinds !== previous.hiddenKinds ||
      state.parameters.from !== previous.parameters.from ||
      state.parameters.to !== previous.parameters.to;
    if (isOther) draw(state);
  });
}
