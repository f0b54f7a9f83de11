import type { FileAnswer, FileGroup } from '../../query/file.ts';
import type { BuildCarrier, FileBuild } from '../../query/file-builds.ts';
import type { Output } from '../context.ts';
import { count, counted } from './figures.ts';
import { articleNumber, nodeName } from './node-name.ts';
import { dataLine } from './node-page.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** The builds of a file, for people: by product, the newest first, each with what ships it. */
export function formatFile(answer: FileAnswer, output: Output): string {
  const { bold, dim } = output.colors;
  const asked = [
    answer.atLeast !== null && `at least ${answer.atLeast}`,
    answer.product !== null && `for ${answer.product}`,
    answer.platform !== null && `on ${answer.platform}`,
  ].filter(Boolean);
  const head = [bold(printable(answer.label)), ...(asked.length > 0 ? [printable(asked.join(', '))] : [])].join('  ');
  const groups = answer.groups.flatMap((group) => ['', ...formatGroup(group, output)]);
  const none = answer.groups.length === 0 ? ['', 'No article of this graph ships such a build.'] : [];
  const { otherLines, unversioned } = answer.leftOut;
  const leftOut = [
    otherLines > 0 && `${counted(otherLines, 'row')} of other lines of builds`,
    unversioned > 0 && `${counted(unversioned, 'row')} without a version`,
  ].filter(Boolean);
  const closing = [
    leftOut.length > 0 && `Left out: ${leftOut.join(', ')}.`,
    answer.stated && 'Without what is inferred.',
    dataLine(answer.dataDate),
  ].filter(Boolean);
  return `${[head, ...groups, ...none, '', dim(wrapIndented(closing.join(' '), output.width, 0))].join('\n')}\n`;
}

function formatGroup({ product, platform, branch, builds }: FileGroup, output: Output): string[] {
  const { bold, cyan, dim } = output.colors;
  const title = [product ?? 'For products that are not told', platform, branch].filter((part) => part !== null);
  return [
    wrapIndented(
      `${cyan(bold(printable(title.join(' · '))))} ${dim(`(${counted(builds.length, 'build')})`)}`,
      output.width,
      2,
    ),
    ...builds.flatMap((build) => formatBuild(build, output)),
  ];
}

/** One build: its version, date and size, and below it the articles that ship it. */
export function formatBuild({ version, date, size, carriers, spellings }: FileBuild, output: Output): string[] {
  const { bold, dim } = output.colors;
  const others = spellings.filter((spelling) => spelling !== version);
  const facts = [
    date,
    size !== null && `${count(size)} bytes`,
    others.length > 0 && `printed ${others.join(', ')}`,
  ].filter(Boolean);
  const head = `${bold(printable(version ?? 'no version'))}${facts.length > 0 ? `  ${dim(printable(facts.join(' · ')))}` : ''}`;
  return [`  ${wrapIndented(head, output.width, 4)}`, ...carriers.map((carrier) => formatCarrier(carrier, output))];
}

function formatCarrier(carrier: BuildCarrier, { colors, width }: Output): string {
  const { green, yellow } = colors;
  const scope = carrier.scope === null ? [] : [`for ${printable(Object.values(carrier.scope).join(', '))}`];
  const sure = carrier.replacedBy.filter(({ isAssumed }) => !isAssumed);
  const assumed = carrier.replacedBy.filter(({ isAssumed }) => isAssumed);
  const told = carrier.isCurrent ? green('current') : yellow(`replaced: ${names(carrier, sure)}`);
  const state = assumed.length === 0 ? told : `${told}; perhaps replaced, which is assumed: ${names(carrier, assumed)}`;
  const remark = [...scope, state].join('; ');
  return `    ${wrapIndented(`${nodeName(carrier, colors)}  [${remark}]`, width, 6)}`;
}

const LISTED = 3;

function names({ id }: BuildCarrier, replacements: BuildCarrier['replacedBy']): string {
  const told = replacements.map((other) => {
    if (other.id === id) return 'a later release of its own';
    const name = printable(other.kind === 'article' ? articleNumber(other.id) : other.label);
    return other.by === 'fixed-in' ? `in ${name}` : name;
  });
  const more = told.length > LISTED ? ` and ${count(told.length - LISTED)} more` : '';
  return told.slice(0, LISTED).join(', ') + more;
}
