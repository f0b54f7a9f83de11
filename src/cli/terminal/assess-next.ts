import type { AssessAnswer, NextStep } from '../../query/assess.ts';
import type { Output } from '../context.ts';
import { columns } from './columns.ts';
import { count, counted, share } from './figures.ts';
import { printable } from './printable.ts';
import { updateName, updatesList } from './updates-list.ts';
import { cut, wrapIndented } from './wrap.ts';

/** How much is listed; the JSON has all of it. */
const LISTED = { steps: 15, components: 8 } as const;

/** So much of what is open that the rest may wait for the next window of maintenance. */
const MOST = 0.9;

/** What to install, in order, and how often the machine restarts; no line where nothing is to be installed. */
export function installNextLines(answer: AssessAnswer, output: Output): string[] {
  const { installNext } = answer;
  const { steps, isSmallest } = installNext;
  if (steps.length === 0) return [];
  const { bold, dim } = output.colors;
  const own = steps.filter(({ onlyWith }) => onlyWith === null);
  const optional = steps.filter(({ onlyWith }) => onlyWith !== null);
  const fewest = isSmallest ? 'no fewer close everything' : 'perhaps fewer would do';
  const order = steps.length > 1 ? ' in this order' : '';
  const lines = [bold(`Install next: ${counted(steps.length, 'update')}${order} (${fewest})`)];
  const rows = own
    .slice(0, LISTED.steps)
    .map((step, at) => [
      `  ${at + 1}.`,
      updateName(step.update),
      step.date ?? '',
      `closes ${count(step.closes.length)}`,
      remark(step, answer),
    ]);
  lines.push(...columns(rows, [0]).map((line) => cut(line, output.width)));
  if (own.length > LISTED.steps) lines.push(dim(`  … and ${count(own.length - LISTED.steps)} more; --json has all`));
  const most = closeMost(steps);
  if (most !== null) lines.push(`  ${wrapIndented(most, output.width, 4)}`);
  const byComponent = new Map<string, string[]>();
  for (const { onlyWith, update } of optional) {
    const name = onlyWith!.join(', ');
    byComponent.set(name, [...(byComponent.get(name) ?? []), update]);
  }
  if (byComponent.size > 0) lines.push(dim('  And only where it is installed:'));
  for (const [name, updates] of [...byComponent].slice(0, LISTED.components)) {
    lines.push(`  ${wrapIndented(`${printable(name)}: ${updatesList(updates)}`, output.width, 6)}`);
  }
  if (byComponent.size > LISTED.components)
    lines.push(dim(`  … and for ${count(byComponent.size - LISTED.components)} more`));
  return [...lines, `  ${wrapIndented(restartLine(installNext), output.width, 4)}`];
}

/** Of a long list, how far its beginning goes. */
function closeMost(steps: readonly NextStep[]): string | null {
  const all = new Set(steps.flatMap(({ closes }) => closes));
  if (steps.length <= LISTED.steps) return null;
  const closed = new Set<string>();
  for (const [at, { closes }] of steps.entries()) {
    for (const id of closes) closed.add(id);
    if (closed.size < all.size * MOST) continue;
    return `The first ${at + 1} of them close ${share(closed.size, all.size)} of what is open.`;
  }
  return null;
}

const RESTART_WORDS: Record<NextStep['restart']['need'], string | null> = {
  required: 'restart',
  perhaps: 'may restart',
  likely: 'restart likely',
  none: 'no restart',
  untold: null,
};

/** 'may restart (mssecure)': in a word who says so. */
function restartWords({ need, basis, source }: NextStep['restart'], sources: AssessAnswer['sources']): string | null {
  const by = basis === 'stated' ? 'its article' : basis === 'feed' ? (sources[source ?? -1]?.feed ?? 'a feed') : basis;
  return RESTART_WORDS[need] === null ? null : `${RESTART_WORDS[need]} (${by})`;
}

function remark({ kind, title, restart, insteadOf }: NextStep, { sources }: AssessAnswer): string {
  const words = [
    kind === 'service-pack' && 'service pack: assess again after it',
    kind === 'servicing-stack' && 'servicing stack, before the others',
    restartWords(restart, sources),
    insteadOf.length > 0 && `or ${updatesList(insteadOf)}`,
    printable(title),
  ];
  return words.filter(Boolean).join(' · ');
}

function restartLine({ steps, restarts }: AssessAnswer['installNext']): string {
  const { required, perhaps, likely, none, untold } = restarts;
  if (untold === steps.length)
    return 'No article or feed in this graph says which of them need a restart: plan for one at the end.';
  const told = [
    required > 0 && `${count(required)} required`,
    perhaps > 0 && `${count(perhaps)} perhaps`,
    likely > 0 && `${count(likely)} likely (inferred: updates of the system itself)`,
    none > 0 && `${count(none)} not needed`,
    untold > 0 && `of ${count(untold)} nothing says`,
  ].filter((part) => part !== false);
  const end =
    required + perhaps + likely + untold === 0 ? '' : ' One at the end is enough unless an update says otherwise.';
  return `Restarts: ${told.join(', ')}.${end}`;
}
