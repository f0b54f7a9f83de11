import type { BuildReport } from '../../model/graph.ts';
import type { Output } from '../context.ts';
import { columns } from './columns.ts';
import { bytes, count, counted, duration, share } from './figures.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** What the build itself knows beside the graph's report. */
export interface BuildOutcome {
  out: string;
  bytes: number;
  milliseconds: number;
  /** Bytes, at the highest. */
  peakMemory: number;
}

/** How many sentences of each rule are shown. */
const EXAMPLES = 3;

/** The report of a build, for people. */
export function formatBuildReport(report: BuildReport, outcome: BuildOutcome, output: Output): string {
  const { bold, green } = output.colors;
  const rate = `${count(Math.round((report.filesRead * 1000) / Math.max(1, outcome.milliseconds)))} files/s`;
  return [
    `${green('✓')} ${bold(printable(outcome.out))}  ${bytes(outcome.bytes)}`,
    `  ${counted(report.filesRead, 'file')} read in ${duration(outcome.milliseconds)} (${rate}), peak memory ${bytes(outcome.peakMemory)}`,
    '',
    ...formatContents(report, output),
    ...section('Next', [`kbgraph serve --graph ${printable(outcome.out)}`], output),
  ].join('\n');
}

/** What a graph holds and what could not be read: the part of the report that `stats` shares. */
export function formatContents(report: BuildReport, output: Output): string[] {
  const { dim } = output.colors;
  return [
    ...formatFeeds(report, output),
    ...section(`${counted(report.articles, 'article')} by dialect`, table(report.byDialect), output),
    ...section('Articles that have', columns(completeness(report), [1]), output),
    ...section(`${counted(sum(report.nodesByKind), 'node')} by kind`, table(report.nodesByKind), output),
    dim(`  ${counted(report.danglingIds, 'article')} known only from others' words`),
    '',
    ...section(`${counted(sum(report.edgesByKind), 'edge')} by kind`, table(report.edgesByKind), output),
    ...section('Edges by what they rest on', table(report.edgesByBasis), output),
    ...section(`${counted(sum(report.inferredByRule), 'inferred edge')} by rule`, table(report.inferredByRule), output),
    ...formatDiagnostics(report, output),
  ];
}

/** What structured feeds gave, with each kind of dirt in them, and how their names of products folded. */
function formatFeeds({ feeds, feedTotals: totals }: BuildReport, output: Output): string[] {
  if (feeds.length === 0) return [];
  const { dim } = output.colors;
  const lines = feeds.flatMap(({ feed, file, date, records, dirt }) => [
    `${feed}  ${counted(records, 'row')}${date === null ? '' : `, up to ${date}`}  ${dim(printable(file))}`,
    ...table(dirt).map((line) => `  ${line}`),
  ]);
  if (totals === undefined) return section('Structured feeds', lines, output);
  const { names, products, withoutUpdates, unknown, replacedOnly, disagreeing } = totals;
  const listed = unknown.slice(0, UNKNOWN_LISTED).map(printable).join('; ');
  const more =
    unknown.length > UNKNOWN_LISTED ? `; and ${count(unknown.length - UNKNOWN_LISTED)} more (--json lists them)` : '';
  const known = names - withoutUpdates - unknown.length;
  const folded = [
    `${counted(names, 'name')} of ${counted(products, 'product')}; ${count(withoutUpdates)} without any update`,
    `${counted(known, 'name')} folded into a product that is known, ${count(unknown.length)} known by their own words alone:`,
    ...(unknown.length > 0 ? [dim(wrapIndented(listed + more, output.width, 2))] : []),
    `${counted(replacedOnly, 'replaced update')} that no row is about; ${counted(disagreeing, 'update')} whose rows disagree on what they replace`,
  ];
  return [...section('Structured feeds', lines, output), ...section('Names of products', folded, output)];
}

/** So many names that folded into nothing known are listed for people. */
const UNKNOWN_LISTED = 40;

function formatDiagnostics(report: BuildReport, output: Output): string[] {
  const { yellow, dim } = output.colors;
  const rules = Object.entries(report.diagnostics).sort(([, a], [, b]) => b.count - a.count);
  if (rules.length === 0) return [];
  const lines = rules.flatMap(([rule, { count: seen, examples }]) => {
    const listed = examples.slice(0, EXAMPLES);
    return [
      `${yellow(printable(rule))}  ${count(seen)}`,
      ...listed.map((example) => `  ${dim(wrapIndented(printable(example), output.width, 4))}`),
      ...(seen > listed.length ? [`  ${dim(`… and ${count(seen - listed.length)} more`)}`] : []),
    ];
  });
  return section('Could not be read, or only in part', lines, output);
}

function completeness({ articles, lacking }: BuildReport): string[][] {
  const named = [
    ['an id', lacking.id],
    ['a title', lacking.title],
    ['a date', lacking.date],
    ['a category', lacking.category],
    ['a product', lacking.product],
  ] as const;
  return named.map(([name, lack]) => [
    name,
    share(articles - lack, articles),
    lack === 0 ? '' : `${counted(lack, 'lacks', 'lack')} it`,
  ]);
}

function table(counts: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(counts)
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name, value]) => [printable(name), count(value)]);
  return columns(rows, [1]);
}

function section(title: string, lines: readonly string[], output: Output): string[] {
  return [output.colors.bold(title), ...lines.map((line) => `  ${line}`), ''];
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, value) => total + value, 0);
