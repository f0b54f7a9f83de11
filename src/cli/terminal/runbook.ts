import type { NodeName } from '../../query/answer-parts.ts';
import type { PlanStep, ProductPlan, RestartNeed } from '../../query/plan/answer.ts';
import type { PlanAnswer } from '../../query/plan.ts';
import type { QuotedEvidence } from '../../query/quote-evidence.ts';
import type { Output } from '../context.ts';
import { columns } from './columns.ts';
import { count, counted } from './figures.ts';
import { articleNumber, nodeName } from './node-name.ts';
import { dataLine } from './node-page.ts';
import { printable } from './printable.ts';
import { wrapIndented } from './wrap.ts';

/** Known problems, and files, of one step that are listed; the JSON has all of them. */
const LISTED_BREAKAGE = 5;
const LISTED_FILES = 8;

const RESTART_WORDS: Record<RestartNeed, string> = {
  required: 'restart required',
  none: 'no restart',
  perhaps: 'perhaps a restart',
  untold: 'the article says nothing of a restart',
};

const UNKNOWN_NEEDS = 'its own article is not in the archive';

/** A plan for people: a runbook for each product. */
export function formatPlan(answer: PlanAnswer, output: Output): string {
  const { dim } = output.colors;
  const names = answer.wanted.map((node) => `  ${wrapIndented(nodeName(node, output.colors), output.width, 4)}`);
  const have = answer.have.length === 0 ? [] : [dim(`with ${printable(answer.have.join(', '))}`)];
  const lines = [answer.wanted.length === 1 ? 'To get this fix:' : 'To get these fixes:', ...names, ...have, ''];
  for (const plan of answer.plans) lines.push(...formatProduct(plan, output), '');
  return `${[...lines, dim(dataLine(answer.dataDate))].join('\n')}\n`;
}

function formatProduct(plan: ProductPlan, output: Output): string[] {
  const { bold, yellow, red } = output.colors;
  const wrapped = (text: string, indent = 2) => ' '.repeat(indent) + wrapIndented(text, output.width, indent + 2);
  const lines = [wrapIndented(`${bold(printable(plan.product))}: ${headline(plan)}`, output.width, 2)];
  for (const { node, because, evidence } of plan.needless) {
    if (plan.state === 'not-applicable') continue;
    lines.push(
      wrapped(`${printable(articleNumber(node.id))} is not needed: ${printable(because)}`),
      ...quotes(evidence, 6, output),
    );
  }
  plan.steps.forEach((step, at) => {
    const before = plan.steps[at - 1];
    if (step.isExtra && before?.isExtra) lines.push(...formatExtra(step, before, at + 1, output));
    else lines.push('', ...formatStep(step, at + 1, output));
  });
  if (plan.unmet.length + plan.loops.length + plan.warnings.length > 0) lines.push('');
  for (const { of, what, evidence } of plan.unmet) {
    const name = of === null ? '' : `${printable(shortName(of))} `;
    lines.push(red(wrapped(`Not to be had: ${name}${printable(what)}`)), ...quotes(evidence, 6, output));
  }
  for (const loop of plan.loops) {
    const names = loop.slice(0, 10).map((node) => printable(shortName(node)));
    const more = loop.length > 10 ? ` and ${count(loop.length - 10)} more` : '';
    lines.push(red(wrapped(`Loop: ${names.join(', ')}${more} require each other; no order is known.`)));
  }
  for (const warning of plan.warnings) lines.push(yellow(wrapped(`Mind: ${printable(warning)}`)));
  return [...lines, ...formatChoices(plan, output)];
}

function headline({ state, steps, restarts, isCheapest }: ProductPlan): string {
  if (state === 'installed') return 'nothing is left to do.';
  if (state === 'not-applicable') return 'does not apply to it.';
  if (state === 'nothing') return 'no fix is known.';
  const { required, perhaps, untold } = restarts;
  const told = [
    required > 0 && counted(required, 'restart'),
    perhaps > 0 && `perhaps ${count(perhaps)} more`,
    untold > 0 && `${count(untold)} of which the article says nothing`,
  ].filter(Boolean);
  const extras = steps.filter(({ isExtra }) => isExtra).length;
  const size = `${counted(steps.length - extras, 'step')}, ${told.length === 0 ? 'no restart' : told.join(', ')}`;
  const doubt = state === 'incomplete' ? '; not everything it needs is known to be had' : '';
  const also = extras === 0 ? '' : `; then ${count(extras)} that the roll-up leaves out`;
  return `${size}${also}${doubt}${isCheapest || state === 'incomplete' ? '' : '; a cheaper way may exist'}.`;
}

function formatStep(step: PlanStep, number: number, output: Output): string[] {
  const { colors, width } = output;
  const { id, label: told, status } = step.node;
  // Others may have told the title of an article that is not there.
  const title = status === 'cited' && told !== `KB${articleNumber(id)}` ? `: ${printable(told)}` : '';
  const verb = step.kind === 'product' ? 'Have in place' : step.isExtra ? 'Also install' : 'Install';
  const indent = String(number).length + 2;
  const lines = [`${number}. ${wrapIndented(`${verb} ${nodeName(step.node, colors)}${title}`, width, indent)}`];
  const label = (name: string, text: string) =>
    lines.push(' '.repeat(indent) + wrapIndented(`${colors.cyan(name)} ${text}`, width, indent + 2));
  for (const { text, evidence } of step.why) {
    label('Why:', printable(text));
    lines.push(...quotes(evidence, indent + 2, output));
  }
  if (step.met.length > 0) label('Needs:', `${printable(step.met.join('; '))} - there already`);
  for (const remark of step.remarks) label('Note:', printable(remark));
  if (step.kind !== 'product') label('Restart:', RESTART_WORDS[step.restart.need]);
  lines.push(...quotes(step.restart.evidence, indent + 2, output));
  if (step.check.length > 0) {
    label('Check:', 'these files, or later ones');
    lines.push(...fileLines(step, indent + 2));
  }
  if (step.undo.length > 0) label('Undo:', '');
  lines.push(...quotes(step.undo, indent + 2, output));
  if (step.reapply.length > 0) label('Reapply after adding components:', '');
  lines.push(...quotes(step.reapply, indent + 2, output));
  if (step.breaks.length > 0) lines.push(...breakageLines(step, indent, output));
  return lines;
}

/** What a roll-up leaves out, below another such step: what repeats is not said again. */
function formatExtra(step: PlanStep, before: PlanStep, number: number, output: Output): string[] {
  const first = ({ why }: PlanStep) => why[0]?.evidence[0]?.quote;
  const isSame = first(step) === first(before);
  const [head = '', ...rest] = formatStep(isSame ? { ...step, why: [] } : step, number, output);
  const quiet = step.restart.need === 'untold' ? rest.filter((line) => !line.includes(RESTART_WORDS.untold)) : rest;
  return [head, ...quiet.filter((line) => !line.includes(UNKNOWN_NEEDS))];
}

function fileLines({ check }: PlanStep, indent: number): string[] {
  const rows = check.map(({ name, version, platform, date, size }) =>
    [name, version ?? '', platform ?? '', date ?? '', size === null ? '' : count(size)].map(printable),
  );
  const listed = columns(rows.slice(0, LISTED_FILES), [4]);
  const more = rows.length > LISTED_FILES ? [`… and ${count(rows.length - LISTED_FILES)} more; --json lists all`] : [];
  return [...listed, ...more].map((line) => ' '.repeat(indent) + line);
}

function breakageLines({ breaks, breaksInAll: total }: PlanStep, indent: number, { colors, width }: Output): string[] {
  const lines = [' '.repeat(indent) + colors.yellow(`Known to go wrong afterwards (${count(total)}):`)];
  for (const { problem, after, repairs } of breaks.slice(0, LISTED_BREAKAGE)) {
    const source = after === 'it' ? '' : ` [since ${printable(after)}]`;
    const repair =
      repairs.length === 0 ? 'no repair is known' : `repair: ${printable(repairs.slice(0, 3).join(' or '))}`;
    const line = `${nodeName(problem, colors)}${source} - ${repair}`;
    lines.push(' '.repeat(indent + 2) + wrapIndented(line, width, indent + 4));
  }
  if (total > LISTED_BREAKAGE) {
    lines.push(`${' '.repeat(indent + 2)}… and ${count(total - LISTED_BREAKAGE)} more; kbgraph breaks lists them`);
  }
  return lines;
}

function formatChoices({ choices }: ProductPlan, output: Output): string[] {
  if (choices.length === 0) return [];
  const { bold } = output.colors;
  const lines = ['', `  ${bold('Other ways')}`];
  for (const { of, chosen, others } of choices) {
    const told = others.map(({ name, packages, restarts, remark }) => {
      const cost =
        remark === 'not known to install here'
          ? remark
          : `${counted(packages, 'package')}, ${counted(restarts, 'restart')} told`;
      const more = remark !== null && remark !== cost ? `; ${remark}` : '';
      return `${printable(name)} (${cost}${more})`;
    });
    const text = `${printable(shortName(of))}: ${printable(chosen)} is planned; or ${told.join(', ')}`;
    lines.push(`  ${wrapIndented(text, output.width, 4)}`);
  }
  return lines;
}

const shortName = ({ id, kind, label }: NodeName): string => (kind === 'article' ? articleNumber(id) : label);

function quotes(evidence: readonly QuotedEvidence[], indent: number, { colors: { dim }, width }: Output): string[] {
  return evidence
    .map(({ quote }) => printable(quote))
    .filter((quote) => quote !== '')
    .flatMap((quote) => {
      const lines = wrapIndented(`“${quote.slice(0, 400)}${quote.length > 400 ? '…' : ''}”`, width, indent).split('\n');
      return lines.map((line, at) => dim(at === 0 ? ' '.repeat(indent) + line : line));
    });
}
