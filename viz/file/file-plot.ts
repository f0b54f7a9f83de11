import type { FileAnswer } from '../../src/query/file.ts';
import type { FileBuild } from '../../src/query/file-builds.ts';
import { shortName } from '../chain/chain-words.ts';

/** One build on the plot. */
export interface PlotMark {
  build: FileBuild;
  /** Places of the row and of the build in the answer's group, for an address. */
  key: string;
  x: number;
  y: number;
  isCurrent: boolean;
  /** Null where there is no room for it. */
  label: { text: string; y: number } | null;
  words: string;
}

/** The builds for one product, platform and branch. */
export interface PlotRow {
  /** The product, where the row is the first of its rows. */
  product: string | null;
  /** 'x86, GDR'. */
  name: string;
  y: number;
  marks: PlotMark[];
}

export interface FilePlot {
  /** 'date': marks stand at their dates; 'order': in the order of their versions, since most have no date. */
  axis: 'date' | 'order';
  width: number;
  height: number;
  /** Where marks begin and end, in pixels. */
  left: number;
  right: number;
  ticks: { x: number; text: string }[];
  rows: PlotRow[];
  /** Builds that have no place on an axis of dates; the table has them. */
  undated: number;
}

const ROW = 46;
const TITLE = 26;
const TOP = 14;
const AXIS = 30;
/** From one mark to the next, where they stand in the order of their versions. */
const MARK = 15;
/** Ticks stand so many months apart, the fewest of these with which each has so many pixels. */
const TICK_MONTHS = [1, 3, 12, 24, 60, 120];
const TICK = 64;
const DAY = 86_400_000;
/** About what a letter of a label takes. */
const LETTER = 6.4;

/** Lays the builds of a file out over time; `room` is the width of the frame in pixels, and a plot of many is wider. */
export function plotFile(answer: FileAnswer, room: number): FilePlot {
  const groups = answer.groups.map((group, place) => ({ ...group, place }));
  const all = groups.flatMap(({ builds }) => builds);
  const times = all.flatMap(({ date }) => (date === null ? [] : Date.parse(date)));
  const axis = times.length * 2 >= all.length && new Set(times).size > 1 ? 'date' : 'order';
  const left = Math.min(170, room * 0.3);
  const longest = groups.reduce((most, { builds }) => Math.max(most, builds.length), 1);
  const width = axis === 'date' ? room : Math.max(room, left + (longest - 1) * MARK + 56);
  const right = width - 28;
  const span = axis === 'date' ? spanOf(times) : { from: 0, to: Math.max(1, longest - 1) };
  const scale = (value: number) => left + 14 + ((value - span.from) / (span.to - span.from)) * (right - left - 28);

  let y = TOP;
  let product: string | null | undefined;
  let undated = 0;
  const rows = groups.map((group): PlotRow => {
    const isFirst = group.product !== product;
    product = group.product;
    y += isFirst ? TITLE : 0;
    const middle = y + ROW / 2 + 2;
    y += ROW;
    // The newest stands first in the answer.
    const oldestFirst = group.builds.map((build, place) => ({ build, place })).reverse();
    const placed = oldestFirst.flatMap(({ build, place }, order) => {
      const time = build.date === null ? null : Date.parse(build.date);
      if (axis === 'date' && time === null) undated++;
      const value = axis === 'date' ? time : order;
      return value === null ? [] : [{ build, key: `${group.place}.${place}`, x: scale(value) }];
    });
    placed.sort((a, b) => a.x - b.x);
    return {
      product: isFirst ? (group.product ?? 'Product not told') : null,
      name: [group.platform ?? 'any platform', group.branch].filter(Boolean).join(', '),
      y: middle,
      marks: labelled(placed, middle, right),
    };
  });
  return {
    axis,
    width,
    height: y + AXIS,
    left,
    right,
    ticks: axis === 'date' ? ticksOf(span, right - left, scale) : [],
    rows,
    undated,
  };
}

/** Gives labels above and below the line to as many marks as have room, the newest first. */
function labelled(
  placed: readonly { build: FileBuild; key: string; x: number }[],
  y: number,
  right: number,
): PlotMark[] {
  const taken = { above: Number.POSITIVE_INFINITY, below: Number.POSITIVE_INFINITY };
  return [...placed]
    .reverse()
    .map(({ build, key, x }): PlotMark => {
      const text = buildName(build);
      const half = (text.length * LETTER) / 2;
      const from = Math.min(x, right - half) - half;
      const side = x + half <= taken.above ? 'above' : x + half <= taken.below ? 'below' : null;
      if (side !== null) taken[side] = from - 6;
      const isCurrent = build.carriers.some((carrier) => carrier.isCurrent);
      return {
        build,
        key,
        x,
        y,
        isCurrent,
        label: side === null ? null : { text, y: side === 'above' ? y - 10 : y + 18 },
        words: `${buildName(build)}, ${build.date ?? 'no date'}, in ${build.carriers.map(shortName).join(', ')}, ${isCurrent ? 'current' : 'replaced'}`,
      };
    })
    .reverse();
}

/** '5.5.2652.6', or the article that ships it where none prints a version. */
export function buildName({ version, carriers }: FileBuild): string {
  return version ?? (carriers[0] ? shortName(carriers[0]) : 'no version');
}

function spanOf(times: readonly number[]): { from: number; to: number } {
  const from = times.reduce((low, time) => Math.min(low, time));
  const to = times.reduce((high, time) => Math.max(high, time));
  return { from: from - 20 * DAY, to: to + 20 * DAY };
}

function ticksOf(
  { from, to }: { from: number; to: number },
  room: number,
  scale: (value: number) => number,
): FilePlot['ticks'] {
  const monthOf = (time: number) => {
    const date = new Date(time);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  const [first, last] = [monthOf(from) + 1, monthOf(to)];
  const step = TICK_MONTHS.find((months) => (last - first) / months < room / TICK) ?? 240;
  const ticks: FilePlot['ticks'] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1);
    const text = new Date(time).toISOString().slice(0, step % 12 === 0 ? 4 : 7);
    ticks.push({ x: scale(time), text });
  }
  return ticks;
}
