import type { AssessAnswer, CoveredUpdate, OpenItem } from '../../query/assess.ts';
import type { Output } from '../context.ts';
import { installNextLines } from './assess-next.ts';
import { columns } from './columns.ts';
import { count, counted } from './figures.ts';
import { dataLine } from './node-page.ts';
import { printable } from './printable.ts';
import { updatesList } from './updates-list.ts';
import { cut, wrapIndented } from './wrap.ts';

/** How much of each part is listed; the JSON has all of it. */
const LISTED = { worst: 10, partly: 5, ways: 3 } as const;

/** What a machine is exposed to, for its administrator: how bad it is, what is worst, why the rest is covered, what to do. */
export function formatAssessment(answer: AssessAnswer, output: Output): string {
  const parts = [
    heading(answer, output),
    answer.notes.map((note) => output.colors.yellow(`! ${wrapIndented(printable(note), output.width, 2)}`)),
    exposure(answer, output),
    worst(answer, output),
    partly(answer, output),
    covered(answer, output),
    installNextLines(answer, output),
    [output.colors.dim(dataLine(answer.dataDate))],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading({ host, recognised, counts, stated }: AssessAnswer, { colors, width }: Output): string[] {
  const { name, version, revision, servicePack, architecture } = host.system;
  const system = [
    name,
    revision === null ? version : `${version}.${revision}`,
    servicePack && `SP${servicePack}`,
    architecture,
  ]
    .filter(Boolean)
    .map((part) => printable(String(part)));
  const by = {
    option: ' (as told by --product)',
    capture: '',
    files: ' (by the builds of its files)',
    updates: ' (guessed from its updates)',
  };
  const known = host.installed.length - host.unknown.length;
  const facts = `${counted(host.installed.length, 'update')} listed, of which the feeds name ${count(known)} for it${known < host.installed.length ? ' (what the others replace is not known)' : ''}; ${counted(counts.rows, 'row')} of feeds${stated ? '; only what they state' : ''}`;
  return [
    colors.bold(
      cut(
        `${host.machine === null ? 'This machine' : printable(host.machine)}: ${printable(recognised.label)}${by[recognised.by]}`,
        width,
      ),
    ),
    ...(system.length > 0 ? [colors.dim(cut(system.join(', '), width))] : []),
    colors.dim(wrapIndented(facts, width, 0)),
  ];
}

function exposure({ counts, exposed }: AssessAnswer, { colors, width }: Output): string[] {
  const total = counts.exposed + counts['partly-covered'] + counts.covered + counts['no-update'];
  if (counts.exposed + counts['partly-covered'] === 0) {
    const rest = counts['no-update'] > 0 ? ` For ${count(counts['no-update'])} no update exists.` : '';
    return [
      colors.green(
        `Nothing is open: all ${counted(counts.covered, 'known vulnerability', 'known vulnerabilities')} with an update are covered.${rest}`,
      ),
    ];
  }
  const exploited = exposed.filter(({ exploits }) => exploits.length > 0).length;
  const optional = exposed.filter(({ isOptional }) => isOptional).length;
  const rows = counts.bySeverity.map((one) => [
    `  ${one.severity === '' ? 'No severity' : printable(one.severity)}`,
    count(one.exposed),
    count(one.partlyCovered),
    count(one.exploited),
  ]);
  const known = exploited > 0 ? `, ${count(exploited)} with known exploits` : '';
  const bare = counts['no-update'] > 0 ? `, without an update ${count(counts['no-update'])}` : '';
  const head = `${colors.bold(colors.red(`Exposed to ${count(counts.exposed)}`))} of ${counted(total, 'vulnerability', 'vulnerabilities')}${known}; covered ${count(counts.covered)}, in part ${count(counts['partly-covered'])}${bare}`;
  const where = optional === 1 ? 'is' : 'are';
  return [
    wrapIndented(head, width, 2),
    ...columns([['', 'exposed', 'in part', 'exploits known'], ...rows], [1, 2, 3]).map((line, at) =>
      at === 0 ? colors.dim(line) : line,
    ),
    ...(optional > 0
      ? [
          colors.dim(
            `  ${wrapIndented(`${count(optional)} of them ${where} only in what may not be installed (Internet Explorer, .NET Framework …)`, width, 4)}`,
          ),
        ]
      : []),
  ];
}

function worst({ exposed, installNext }: AssessAnswer, output: Output): string[] {
  if (exposed.length === 0) return [];
  const closedBy = new Map<string, string[]>();
  for (const { update, closes } of installNext.steps)
    for (const id of closes) closedBy.set(id, [...(closedBy.get(id) ?? []), update]);
  const listed = exposed.slice(0, LISTED.worst);
  return [
    output.colors.bold(exposed.length > listed.length ? `The worst ${listed.length}` : 'All of them'),
    ...listed.flatMap((item) => openLines(item, `install ${updatesList(closedBy.get(item.id) ?? [])}`, output)),
    ...more(exposed.length - listed.length, output),
  ];
}

function openLines(item: OpenItem, todo: string, { colors, width }: Output): string[] {
  const facts = [
    item.severity,
    item.impact,
    item.exploits.length > 0 && 'exploit known',
    item.isOptional && `with ${item.parts[0]?.onlyWith}`,
  ];
  const words = facts.filter(Boolean).map((fact) => printable(String(fact)));
  return [
    `  ${wrapIndented(`${colors.cyan(printable(item.id))}  ${[...words, todo].join(' · ')}`, width, 6)}`,
    ...(item.title === '' ? [] : [colors.dim(`      ${cut(printable(item.title), width - 6)}`)]),
  ];
}

function partly({ partlyCovered }: AssessAnswer, output: Output): string[] {
  if (partlyCovered.length === 0) return [];
  const listed = partlyCovered.slice(0, LISTED.partly);
  return [
    output.colors.bold(`Covered in part (${count(partlyCovered.length)}): one update is there, another is not`),
    ...listed.flatMap((item) => {
      const open = [...new Set(item.parts.flatMap((part) => part.open))];
      const there = [...new Set(item.parts.flatMap((part) => part.covered))];
      const has = there.length === 0 ? '' : `; ${updatesList(there)} ${there.length === 1 ? 'is' : 'are'} there`;
      return openLines(item, `needs ${updatesList(open)}${has}`, output);
    }),
    ...more(partlyCovered.length - listed.length, output),
  ];
}

const WAYS: readonly (readonly [CoveredUpdate['means'], string])[] = [
  ['installed', 'by an update that is installed'],
  ['superseded', 'by one that replaces it'],
  ['inferred', 'by one that replaces it, as inferred or as articles say'],
  ['build', "by the machine's own build, as inferred"],
  ['alternative', 'by an update of the other track'],
];

function covered({ coveredBy, counts }: AssessAnswer, { colors, width }: Output): string[] {
  if (coveredBy.length === 0) return [];
  const lines = [colors.bold(`Covered (${count(counts.covered)})`)];
  for (const [means, words] of WAYS) {
    const own = coveredBy.filter((one) => one.means === means);
    if (own.length === 0) continue;
    const closed = new Set(own.flatMap(({ closes }) => closes)).size;
    lines.push(`  ${count(closed)} ${words} (${counted(own.length, 'update')})`);
    if (means === 'installed') continue;
    for (const one of own.slice(0, LISTED.ways)) {
      lines.push(
        colors.dim(
          `      ${wrapIndented(`${printable(one.because)}: closes ${counted(one.closes.length, 'vulnerability', 'vulnerabilities')}`, width, 8)}`,
        ),
      );
    }
    if (own.length > LISTED.ways) lines.push(colors.dim(`      … and ${count(own.length - LISTED.ways)} more`));
  }
  return lines;
}

const more = (left: number, { colors }: Output): string[] =>
  left > 0 ? [colors.dim(`  … and ${count(left)} more; --json has all`)] : [];
